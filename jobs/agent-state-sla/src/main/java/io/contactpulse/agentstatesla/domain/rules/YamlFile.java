package io.contactpulse.agentstatesla.domain.rules;

import java.io.StringReader;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One YAML file while it is read. Works on nodes, not on objects, because only nodes know their line: every problem is
 * reported as {@code file:line: what is wrong}.
 */
final class YamlFile {
    private final String file;
    private final Problems problems;

    YamlFile(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    int problemCount() {
        return problems.count();
    }

    boolean hasEnoughProblems() {
        return problems.areEnough();
    }

    Optional<Node> compose(String text) {
        try {
            Optional<Node> root = Optional.ofNullable(new Yaml(new LoaderOptions()).compose(new StringReader(text)));
            if (root.isEmpty()) {
                problems.add(file + ":1", "the file is empty; it needs the key 'rules'");
            }
            return root;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            problems.add(file + ":" + line, "not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            problems.add(file + ":1", "not YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    /** The entries of a mapping; what is unknown, doubled or no mapping is reported. */
    Map<String, Node> keys(Node node, Collection<String> known, String expectation) {
        Map<String, Node> keys = keys(node, known::contains, expectation + " unknown is");
        if (!(node instanceof MappingNode)) {
            problem(node, expectation + " but here is something else");
        }
        return keys;
    }

    /** The entries of a mapping; what does not fit or is doubled is reported. */
    Map<String, Node> keys(Node node, Predicate<String> fits, String expectation) {
        Map<String, Node> keys = new LinkedHashMap<>();
        for (NodeTuple entry : node instanceof MappingNode ? ((MappingNode) node).getValue() : List.<NodeTuple>of()) {
            String key = scalar(entry.getKeyNode());
            if (!fits.test(key)) {
                problem(entry.getKeyNode(), expectation + " '" + key + "'");
            } else if (keys.put(key, entry.getValueNode()) != null) {
                problem(entry.getKeyNode(), "'" + key + "' is given twice");
            }
        }
        return keys;
    }

    /** One value counts as a list of one. */
    List<Node> oneOrMore(Node node) {
        return node instanceof SequenceNode ? ((SequenceNode) node).getValue() : List.of(node);
    }

    /** What is no list is reported. */
    List<Node> list(String key, Node node) {
        if (node instanceof SequenceNode) {
            return ((SequenceNode) node).getValue();
        }
        problem(node, "'" + key + "' must be a list");
        return List.of();
    }

    String scalar(Node node) {
        if (node instanceof ScalarNode) {
            return ((ScalarNode) node).getValue();
        }
        problem(node, "a single value is expected here");
        return "";
    }

    String placeOf(Node node) {
        return file + ":" + (node.getStartMark().getLine() + 1);
    }

    void problem(Node node, String message) {
        problems.add(placeOf(node), message);
    }

    /** An id that only one rule of all files may have. */
    void takeId(Node node, String id) {
        problems.takeId(id, placeOf(node))
                .ifPresent(first -> problem(
                        node, "rule id '" + id + "' is used twice; ids must be unique; it is first used at " + first));
    }
}
