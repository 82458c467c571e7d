package io.contactpulse.agentstatesla.domain.rules;

import io.contactpulse.schema.AgentKind;
import io.contactpulse.schema.AgentState;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;

/** Reads what a rule watches. A condition that its measure can say nothing about would never hold, so it is refused. */
final class WhenParser {
    private static final Set<String> KEYS = keysOf(EnumSet.allOf(Condition.class));

    private final YamlFile yaml;
    private final Optional<Measure> measure;

    WhenParser(YamlFile yaml, Optional<Measure> measure) {
        this.yaml = yaml;
        this.measure = measure;
    }

    void parse(Node rule, Optional<Node> when, Rule.Builder builder) {
        boolean needsState = measure.filter(Measure.STATE_SECONDS::equals).isPresent();
        if (when.isEmpty()) {
            if (needsState) {
                yaml.problem(rule, "the rule has no 'when'");
            }
            return;
        }
        Map<String, Node> keys = yaml.keys(when.get(), KEYS, "'when' knows " + String.join(", ", KEYS) + ";");
        for (Condition condition : Condition.values()) {
            Optional.ofNullable(keys.get(condition.key()))
                    .ifPresent(value -> builder.when(condition, values(condition, value)));
        }
        if (needsState && !keys.containsKey(Condition.STATE.key())) {
            yaml.problem(when.get(), "'when' needs a 'state'");
        }
    }

    private Set<String> values(Condition condition, Node node) {
        measure.ifPresent(known -> reportUnknowable(known, condition, node));
        List<Node> nodes = yaml.oneOrMore(node);
        if (nodes.isEmpty()) {
            yaml.problem(node, "'" + condition.key() + "' is an empty list; leave it out to match everything");
        }
        Set<String> values = new TreeSet<>();
        for (Node each : nodes) {
            if (yaml.hasEnoughProblems()) {
                return values;
            }
            String value = yaml.scalar(each);
            values.add(value);
            reportUnknown(condition, each, value);
        }
        return values;
    }

    private void reportUnknowable(Measure known, Condition condition, Node node) {
        Set<Condition> knows = knownTo(known);
        if (!knows.contains(condition)) {
            yaml.problem(
                    node,
                    known.key() + " does not know '" + condition.key() + "'; it knows "
                            + String.join(", ", keysOf(knows)));
        }
    }

    private static Set<Condition> knownTo(Measure measure) {
        switch (measure) {
            case STATE_SECONDS:
                return EnumSet.allOf(Condition.class);
            case TOTAL_HOLD_SECONDS:
                return EnumSet.complementOf(EnumSet.of(Condition.CUSTOM_STATUS));
            case AVAILABLE_WHILE_WAITING_SECONDS:
                return EnumSet.of(
                        Condition.QUEUE,
                        Condition.TEAM,
                        Condition.ROUTING_PROFILE,
                        Condition.AGENT_KIND,
                        Condition.INSTANCE);
            default:
                return knownTo(measure.scope());
        }
    }

    private static Set<Condition> knownTo(Measure.Scope scope) {
        switch (scope) {
            case AGENT:
                return EnumSet.complementOf(EnumSet.of(Condition.QUEUE, Condition.CHANNEL));
            case QUEUE:
                return EnumSet.of(Condition.QUEUE, Condition.INSTANCE);
            case FEED:
                return EnumSet.of(Condition.INSTANCE);
        }
        throw new IllegalStateException("no such scope " + scope);
    }

    private void reportUnknown(Condition condition, Node node, String value) {
        if (condition == Condition.STATE && value.equals(AgentState.OFFLINE.name())) {
            yaml.problem(node, "nobody is watched while OFFLINE; choose another state");
        } else if (condition == Condition.STATE) {
            reportUnknown(node, value, names(EnumSet.complementOf(EnumSet.of(AgentState.OFFLINE))));
            reportOtherThanHold(node, value);
        } else if (condition == Condition.AGENT_KIND) {
            reportUnknown(node, value, names(EnumSet.allOf(AgentKind.class)));
        }
    }

    private void reportOtherThanHold(Node node, String value) {
        if (measure.filter(Measure.TOTAL_HOLD_SECONDS::equals).isPresent()
                && !value.equals(AgentState.ON_HOLD.name())) {
            yaml.problem(node, "totalHoldSeconds is about ON_HOLD; leave 'state' out");
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

    private static Set<String> keysOf(Set<Condition> conditions) {
        return Arrays.stream(Condition.values())
                .filter(conditions::contains)
                .map(Condition::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
