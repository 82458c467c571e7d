package io.contactpulse.agentstatesla.domain.rules;

import io.contactpulse.schema.AgentKind;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.AlertLevel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Parses one rule file; a rule with a problem is left out, and every problem is reported with its line. */
final class RuleFileParser {
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})([smh])");
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Set<String> RULE_KEYS =
            new TreeSet<>(Set.of("id", "when", "measure", "warn", "critical", "suggestedAction"));
    private static final String ONLY_MEASURE = "stateSeconds";

    private final YamlFile yaml;

    RuleFileParser(String file, List<String> problems) {
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
            yaml.problem(root.get(), "the key 'rules' is missing");
            return List.of();
        }
        if (!(rules instanceof SequenceNode)) {
            yaml.problem(rules, "'rules' must be a list");
            return List.of();
        }
        List<Rule> parsed = new ArrayList<>();
        ((SequenceNode) rules).getValue().forEach(node -> rule(node).ifPresent(parsed::add));
        return parsed;
    }

    private Optional<Rule> rule(Node node) {
        int before = yaml.problemCount();
        Map<String, Node> keys = yaml.keys(node, RULE_KEYS, "a rule's keys are " + String.join(", ", RULE_KEYS) + ";");
        String id = id(node, keys.get("id"));
        Map<Condition, Set<String>> when = when(node, keys.get("when"));
        Map<AlertLevel, Duration> thresholds = thresholds(node, keys);
        measure(keys.get("measure"));
        Optional<String> action =
                Optional.ofNullable(keys.get("suggestedAction")).map(yaml::scalar);
        return yaml.problemCount() > before ? Optional.empty() : Optional.of(rule(id, when, thresholds, action));
    }

    private static Rule rule(
            String id,
            Map<Condition, Set<String>> when,
            Map<AlertLevel, Duration> thresholds,
            Optional<String> action) {
        Rule.Builder rule = Rule.newBuilder(id, Measure.STATE_SECONDS);
        when.forEach(rule::when);
        thresholds.forEach(rule::threshold);
        action.ifPresent(rule::suggestedAction);
        return rule.build();
    }

    private String id(Node rule, @Nullable Node id) {
        if (id == null) {
            yaml.problem(rule, "the rule has no 'id'");
            return "";
        }
        String text = yaml.scalar(id);
        if (!ID.matcher(text).matches()) {
            yaml.problem(id, "'id' must be lower-case letters, digits and hyphens, at most 64, not '" + text + "'");
        }
        return text;
    }

    private void measure(@Nullable Node measure) {
        if (measure != null && !yaml.scalar(measure).equals(ONLY_MEASURE)) {
            yaml.problem(measure, "'measure' must be " + ONLY_MEASURE + ", not '" + yaml.scalar(measure) + "'");
        }
    }

    private Map<AlertLevel, Duration> thresholds(Node rule, Map<String, Node> keys) {
        Map<AlertLevel, Duration> thresholds = new EnumMap<>(AlertLevel.class);
        duration("warn", keys.get("warn")).ifPresent(warn -> thresholds.put(AlertLevel.WARN, warn));
        duration("critical", keys.get("critical")).ifPresent(critical -> thresholds.put(AlertLevel.CRITICAL, critical));
        if (!keys.containsKey("warn") && !keys.containsKey("critical")) {
            yaml.problem(rule, "the rule needs 'warn' or 'critical'");
        }
        Duration warn = thresholds.get(AlertLevel.WARN);
        Duration critical = thresholds.get(AlertLevel.CRITICAL);
        if (warn != null && critical != null && warn.compareTo(critical) >= 0) {
            yaml.problem(keys.getOrDefault("critical", rule), "'critical' must be longer than 'warn'");
        }
        return thresholds;
    }

    private Optional<Duration> duration(String key, @Nullable Node node) {
        if (node == null) {
            return Optional.empty();
        }
        Matcher matcher = DURATION.matcher(yaml.scalar(node));
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
            yaml.problem(
                    node, "'" + key + "' must be a duration such as 90s, 5m or 2h, not '" + yaml.scalar(node) + "'");
            return Optional.empty();
        }
        long count = Long.parseLong(matcher.group(1));
        switch (matcher.group(2)) {
            case "s":
                return Optional.of(Duration.ofSeconds(count));
            case "m":
                return Optional.of(Duration.ofMinutes(count));
            default:
                return Optional.of(Duration.ofHours(count));
        }
    }

    private Map<Condition, Set<String>> when(Node rule, @Nullable Node when) {
        Map<Condition, Set<String>> conditions = new EnumMap<>(Condition.class);
        if (when == null) {
            yaml.problem(rule, "the rule has no 'when'");
            return conditions;
        }
        Set<String> known =
                Arrays.stream(Condition.values()).map(Condition::key).collect(Collectors.toCollection(TreeSet::new));
        Map<String, Node> keys = yaml.keys(when, known, "'when' knows " + String.join(", ", known) + ";");
        for (Condition condition : Condition.values()) {
            Optional.ofNullable(keys.get(condition.key()))
                    .ifPresent(value -> conditions.put(condition, values(condition, value)));
        }
        if (!conditions.containsKey(Condition.STATE)) {
            yaml.problem(when, "'when' needs a 'state'");
        }
        return conditions;
    }

    private Set<String> values(Condition condition, Node node) {
        List<Node> nodes = node instanceof SequenceNode ? ((SequenceNode) node).getValue() : List.of(node);
        if (nodes.isEmpty()) {
            yaml.problem(node, "'" + condition.key() + "' is an empty list; leave it out to match everything");
        }
        Set<String> values = new TreeSet<>();
        for (Node each : nodes) {
            String value = yaml.scalar(each);
            values.add(value);
            reportUnknown(condition, each, value);
        }
        return values;
    }

    private void reportUnknown(Condition condition, Node node, String value) {
        if (condition == Condition.STATE && value.equals(AgentState.OFFLINE.name())) {
            yaml.problem(node, "nobody is watched while OFFLINE; choose another state");
        } else if (condition == Condition.STATE) {
            reportUnknown(node, value, names(EnumSet.complementOf(EnumSet.of(AgentState.OFFLINE))));
        } else if (condition == Condition.AGENT_KIND) {
            reportUnknown(node, value, names(EnumSet.allOf(AgentKind.class)));
        }
    }

    private void reportUnknown(Node node, String value, List<String> known) {
        if (!known.contains(value)) {
            yaml.problem(node, "unknown value '" + value + "'; known are " + String.join(", ", known));
        }
    }

    private static List<String> names(Set<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).collect(Collectors.toList());
    }
}
