package io.contactpulse.agentstatesla.domain.rules;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;

/** Reads how people are told of an alert: how often, whom else, what to do, and what messages are filtered by. */
final class TellingParser {
    private static final Set<String> DAMPING_KEYS = new TreeSet<>(Set.of("alerts", "within"));
    private static final Set<String> STEP_KEYS = new TreeSet<>(Set.of("after", "to"));
    private static final int LONGEST_RECIPIENT = 64;
    private static final int LONGEST_VALUE = 256;
    private static final int MOST_ATTRIBUTES = 6;

    /** What SNS takes as a name. */
    private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

    private static final Pattern RESERVED = Pattern.compile("(aws|amazon)\\..*");
    private static final Set<String> TAKEN = new TreeSet<>(Set.of(
            "agentId",
            "alertId",
            "instanceId",
            "kind",
            "level",
            "priority",
            "queueId",
            "routingProfile",
            "ruleId",
            "site",
            "source",
            "state",
            "status",
            "team",
            "to"));

    private final YamlFile yaml;
    private final RuleValues values;

    TellingParser(YamlFile yaml, RuleValues values) {
        this.yaml = yaml;
        this.values = values;
    }

    void parse(Rule.Builder builder) {
        values.node("flapDamping").flatMap(this::flapDamping).ifPresent(builder::flapDamping);
        values.duration("renotifyEvery").ifPresent(builder::renotifyEvery);
        values.node("escalate").ifPresent(node -> escalate(node, builder));
        values.node("quietHours")
                .flatMap(node -> new QuietHoursParser(yaml).parse(node))
                .ifPresent(builder::quietHours);
        values.node("suggestedAction").map(yaml::scalar).ifPresent(builder::suggestedAction);
        values.node("attributes").ifPresent(node -> attributes(node, builder));
    }

    private Optional<FlapDamping> flapDamping(Node node) {
        Map<String, Node> keys = yaml.keys(node, DAMPING_KEYS, "'flapDamping' has the keys alerts, within;");
        RuleValues damping = new RuleValues(yaml, keys);
        Optional<Long> alerts = damping.count("alerts");
        Optional<Duration> within = damping.duration("within");
        if (!keys.keySet().equals(DAMPING_KEYS)) {
            yaml.problem(node, "'flapDamping' needs 'alerts' and 'within'");
        }
        if (alerts.isPresent() && alerts.get() == 1) {
            yaml.problem(keys.getOrDefault("alerts", node), "'alerts' must be 2 or more; with 1 nothing would page");
        }
        return alerts.flatMap(count -> within.map(time -> FlapDamping.of(Math.toIntExact(count), time)));
    }

    private void escalate(Node node, Rule.Builder builder) {
        Duration before = Duration.ZERO;
        for (Node each : yaml.list("escalate", node)) {
            Map<String, Node> keys = yaml.keys(each, STEP_KEYS, "an escalation step has the keys after, to;");
            RuleValues step = new RuleValues(yaml, keys);
            Optional<Duration> after = step.duration("after");
            Optional<String> to = step.text("to", LONGEST_RECIPIENT);
            if (!keys.keySet().equals(STEP_KEYS)) {
                yaml.problem(each, "an escalation step needs 'after' and 'to'");
            }
            if (after.isPresent() && after.get().compareTo(before) <= 0) {
                yaml.problem(each, "escalation steps must be in the order of their times, no two at the same");
            }
            before = after.orElse(before);
            after.ifPresent(time -> to.ifPresent(whom -> builder.escalate(EscalationStep.of(time, whom))));
        }
    }

    private void attributes(Node node, Rule.Builder builder) {
        Map<String, Node> keys = yaml.keys(
                node, TellingParser::isName, "'attributes' are names of letters, digits, _ - and . with values;");
        if (keys.size() > MOST_ATTRIBUTES) {
            yaml.problem(node, "at most " + MOST_ATTRIBUTES + " attributes, here are " + keys.size());
        }
        RuleValues attributes = new RuleValues(yaml, keys);
        keys.forEach((name, value) -> {
            if (TAKEN.contains(name)) {
                yaml.problem(value, "every message has the attribute '" + name + "' already; choose another name");
            }
            attributes.text(name, LONGEST_VALUE).ifPresent(text -> builder.attribute(name, text));
        });
    }

    private static boolean isName(String text) {
        return text.length() <= LONGEST_VALUE
                && ATTRIBUTE.matcher(text).matches()
                && !RESERVED.matcher(text.toLowerCase(Locale.ROOT)).matches();
    }
}
