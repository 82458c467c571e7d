package io.contactpulse.agentstatesla.domain.rules;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads the single values of a rule; a value that is absent or wrong is empty, a wrong one is reported. */
final class RuleValues {
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})([smh])");
    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,8}");
    private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3})(?:\\.([0-9]))?%");
    private static final long ALL = 1000;

    private final YamlFile yaml;
    private final Map<String, Node> keys;

    RuleValues(YamlFile yaml, Map<String, Node> keys) {
        this.yaml = yaml;
        this.keys = keys;
    }

    Optional<Node> node(String key) {
        return Optional.ofNullable(keys.get(key));
    }

    /** As the measure keeps it: milliseconds, a number, or tenths of a percent. */
    Optional<Long> amount(String key, Measure.Unit unit) {
        switch (unit) {
            case DURATION:
                return duration(key).map(Duration::toMillis);
            case COUNT:
                return count(key);
            case PERCENT:
                return percent(key);
        }
        throw new IllegalStateException("no such unit " + unit);
    }

    Optional<Duration> duration(String key) {
        return node(key).flatMap(node -> {
            Matcher matcher = DURATION.matcher(yaml.scalar(node));
            if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
                return refused(node, key, "a duration such as 90s, 5m or 2h");
            }
            return Optional.of(duration(Long.parseLong(matcher.group(1)), matcher.group(2)));
        });
    }

    private static Duration duration(long count, String unit) {
        switch (unit) {
            case "s":
                return Duration.ofSeconds(count);
            case "m":
                return Duration.ofMinutes(count);
            default:
                return Duration.ofHours(count);
        }
    }

    Optional<Long> count(String key) {
        return node(key).flatMap(node -> {
            String text = yaml.scalar(node);
            return COUNT.matcher(text).matches()
                    ? Optional.of(Long.parseLong(text))
                    : refused(node, key, "a whole number such as 3");
        });
    }

    private Optional<Long> percent(String key) {
        return node(key).flatMap(node -> {
            Matcher matcher = PERCENT.matcher(yaml.scalar(node));
            long tenths = matcher.matches() ? tenths(matcher) : 0;
            return tenths > 0 && tenths <= ALL
                    ? Optional.of(tenths)
                    : refused(node, key, "a percentage such as 80% or 99.5%");
        });
    }

    private static long tenths(Matcher percent) {
        long tenth = percent.group(2) == null ? 0 : Long.parseLong(percent.group(2));
        return Long.parseLong(percent.group(1)) * 10 + tenth;
    }

    /** A text that is not blank and not too long. */
    Optional<String> text(String key, int longest) {
        return node(key).flatMap(node -> {
            String text = yaml.scalar(node);
            return !text.isBlank() && text.length() <= longest
                    ? Optional.of(text)
                    : refused(node, key, "a text of at most " + longest + " characters");
        });
    }

    private <T> Optional<T> refused(Node node, String key, String expected) {
        String text = yaml.scalar(node);
        if (node instanceof ScalarNode) {
            yaml.problem(node, "'" + key + "' must be " + expected + ", not '" + excerpt(text) + "'");
        }
        return Optional.empty();
    }

    private static String excerpt(String text) {
        return text.length() <= 64 ? text : text.substring(0, 64) + "…";
    }
}
