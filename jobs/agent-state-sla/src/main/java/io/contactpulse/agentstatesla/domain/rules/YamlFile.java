package io.contactpulse.agentstatesla.domain.rules;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * One YAML file while it is read. Works on nodes, not on objects, because only nodes know their line: every problem is
 * reported as {@code file:line: what is wrong}.
 */
final class YamlFile {
    private final String file;
    private final List<String> problems;

    YamlFile(String file, List<String> problems) {
        this.file = file;
        this.problems = problems;
    }

    int problemCount() {
        return problems.size();
    }

    Optional<Node> compose(String text) {
        try {
            Optional<Node> root = Optional.ofNullable(new Yaml(new LoaderOptions()).compose(new StringReader(text)));
            if (root.isEmpty()) {
                problems.add(file + ":1: the file is empty; it needs the key 'rules'");
            }
            return root;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            problems.add(file + ":" + line + ": not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            problems.add(file + ":1: not YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    /** The entries of a mapping; what is unknown, doubled or no mapping is reported. */
    Map<String, Node> keys(Node node, Set<String> known, String expectation) {
        Map<String, Node> keys = new LinkedHashMap<>();
        if (!(node instanceof MappingNode)) {
            problem(node, expectation + " but here is something else");
            return keys;
        }
        for (NodeTuple entry : ((MappingNode) node).getValue()) {
            String key = scalar(entry.getKeyNode());
            if (!known.contains(key)) {
                problem(entry.getKeyNode(), expectation + " unknown is '" + key + "'");
            } else if (keys.put(key, entry.getValueNode()) != null) {
                problem(entry.getKeyNode(), "'" + key + "' is given twice");
            }
        }
        return keys;
    }

    String scalar(Node node) {
        if (node instanceof ScalarNode) {
            return ((ScalarNode) node).getValue();
        }
        problem(node, "a single value is expected here");
        return "";
    }

    void problem(Node node, String message) {
        String text = file + ":" + (node.getStartMark().getLine() + 1) + ": " + message;
        if (!problems.contains(text)) {
            problems.add(text);
        }
    }
}
