package io.contactpulse.launcher.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The values given with {@code --set}. What is wrong with them, or with the rules, is added to a list of problems. */
final class ReplaySettings {
    private final Map<String, String> values;
    private final List<String> problems;

    ReplaySettings(Map<String, String> values, List<String> problems) {
        this.values = values;
        this.problems = problems;
    }

    Optional<Instant> instant(String key) {
        return value(key, Instant::parse, "a time like 2026-03-02T08:00:00Z");
    }

    /** A length of time that is not negative. */
    Optional<Duration> duration(String key) {
        Optional<Duration> duration = value(key, Duration::parse, "a duration like PT10M");
        if (duration.filter(Duration::isNegative).isPresent()) {
            complain("--set " + key + ": '" + values.get(key) + "' is negative; give PT0S or more");
            return Optional.empty();
        }
        return duration;
    }

    /** A job that is prepared twice finds the same problem twice. */
    void complain(String problem) {
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    private <T> Optional<T> value(String key, Function<String, T> parser, String form) {
        String value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(value));
        } catch (DateTimeParseException unreadable) {
            complain("--set " + key + ": '" + value + "' is not " + form);
            return Optional.empty();
        }
    }
}
