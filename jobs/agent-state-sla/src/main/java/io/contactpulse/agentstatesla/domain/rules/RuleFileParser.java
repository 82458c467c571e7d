package io.contactpulse.agentstatesla.domain.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Parses one rule file; a rule with a problem is left out, and every problem is reported with its line. */
final class RuleFileParser {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Set<String> RULE_KEYS = new TreeSet<>(Set.of(
            "id",
            "when",
            "measure",
            "warn",
            "critical",
            "recoverBelow",
            "recoverAbove",
            "minVolume",
            "keepFiring",
            "flapDamping",
            "renotifyEvery",
            "escalate",
            "quietHours",
            "suggestedAction",
            "attributes"));

    private final YamlFile yaml;

    RuleFileParser(String file, Problems problems) {
        this.yaml = new YamlFile(file, problems);
    }

    List<Rule> parse(String text) {
        Optional<Node> root = yaml.compose(text);
        if (root.isEmpty()) {
            return List.of();
        }
        Node rules = yaml.keys(root.get(), Set.of("rules"), "a rule file has one key, 'rules',")
                .get("rules");
        if (rules == null) {
            reportMissingRules(root.get());
            return List.of();
        }
        if (!(rules instanceof SequenceNode)) {
            yaml.problem(rules, "'rules' must be a list");
            return List.of();
        }
        List<Rule> parsed = new ArrayList<>();
        for (Node node : ((SequenceNode) rules).getValue()) {
            if (yaml.hasEnoughProblems()) {
                return List.of();
            }
            rule(node).ifPresent(parsed::add);
        }
        return parsed;
    }

    private void reportMissingRules(Node root) {
        if (root instanceof MappingNode) {
            yaml.problem(root, "the key 'rules' is missing");
        }
    }

    private Optional<Rule> rule(Node node) {
        int before = yaml.problemCount();
        Map<String, Node> keys = yaml.keys(node, RULE_KEYS, "a rule's keys are " + String.join(", ", RULE_KEYS) + ";");
        if (!(node instanceof MappingNode)) {
            return Optional.empty();
        }
        RuleValues values = new RuleValues(yaml, keys);
        Optional<Measure> measure = measure(keys.get("measure"));
        Rule.Builder rule = Rule.newBuilder(id(node, keys.get("id")), measure.orElse(Measure.STATE_SECONDS));
        new WhenParser(yaml, measure).parse(node, values.node("when"), rule);
        measure.ifPresent(known -> new LimitsParser(yaml, values, known).parse(node, rule));
        new TellingParser(yaml, values).parse(rule);
        return yaml.problemCount() > before ? Optional.empty() : Optional.of(rule.build());
    }

    private String id(Node rule, @Nullable Node id) {
        if (id == null) {
            yaml.problem(rule, "the rule has no 'id'");
            return "";
        }
        String text = yaml.scalar(id);
        if (!ID.matcher(text).matches()) {
            yaml.problem(id, "'id' must be lower-case letters, digits and hyphens, at most 64, not '" + text + "'");
        } else {
            yaml.takeId(id, text);
        }
        return text;
    }

    private Optional<Measure> measure(@Nullable Node node) {
        if (node == null) {
            return Optional.of(Measure.STATE_SECONDS);
        }
        String text = yaml.scalar(node);
        Optional<Measure> measure = Arrays.stream(Measure.values())
                .filter(each -> each.key().equals(text))
                .findFirst();
        if (measure.isEmpty()) {
            yaml.problem(
                    node,
                    "'measure' must be one of "
                            + Arrays.stream(Measure.values()).map(Measure::key).collect(Collectors.joining(", "))
                            + ", not '" + text + "'");
        }
        return measure;
    }
}
