package io.contactpulse.launcher.replay;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The values given with {@code --set}. What is wrong with them, or with the rules, is added to a list of problems. */
final class ReplaySettings {
    /** Ends the name of a setting that may be given for single queues, too. */
    static final String OF_A_QUEUE = ".<queueId>";

    private final Map<String, String> values;
    private final List<String> problems;

    ReplaySettings(Map<String, String> values, List<String> problems) {
        this.values = values;
        this.problems = problems;
    }

    Optional<Instant> instant(String key) {
        return value(key, Instant::parse, "a time like 2026-03-02T08:00:00Z");
    }

    /** A length of time that is longer than nothing. */
    Optional<Duration> duration(String key) {
        Optional<Duration> duration = value(key, Duration::parse, "a duration like PT10M");
        if (duration.filter(given -> given.isNegative() || given.isZero()).isPresent()) {
            complain(named(key) + "is not longer than nothing; give PT1S or more");
            return Optional.empty();
        }
        return duration;
    }

    Optional<Integer> integer(String key, int least, int most) {
        String form = "a whole number from " + least + " to " + most;
        Optional<Integer> integer = value(key, Integer::valueOf, form);
        if (integer.filter(given -> given < least || given > most).isPresent()) {
            complain(named(key) + "is not " + form);
            return Optional.empty();
        }
        return integer;
    }

    Optional<Path> path(String key) {
        return value(key, Path::of, "a path");
    }

    /** A whole number that is not negative. */
    Optional<Long> wholeNumber(String key) {
        return value(key, ReplaySettings::notNegative, "a whole number of 0 or more");
    }

    /** Names with commas between; none when it is not given. */
    Set<String> names(String key) {
        return Arrays.stream(values.getOrDefault(key, "").split(","))
                .map(String::trim)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    /** The queues for which the setting is given. */
    List<String> queuesWith(String key) {
        String prefix = key + ".";
        return values.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .toList();
    }

    /** Whether a job that takes the settings of these names takes this one. */
    static boolean isTaken(String key, Set<String> names) {
        return names.contains(key)
                || names.stream()
                        .filter(name -> name.endsWith(OF_A_QUEUE))
                        .map(name -> name.substring(0, name.length() - OF_A_QUEUE.length() + 1))
                        .anyMatch(prefix -> key.startsWith(prefix) && key.length() > prefix.length());
    }

    private static Long notNegative(String text) {
        long number = Long.parseLong(text);
        if (number < 0) {
            throw new NumberFormatException();
        }
        return number;
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
        } catch (DateTimeParseException | IllegalArgumentException unreadable) {
            complain(named(key) + "is not " + form);
            return Optional.empty();
        }
    }

    private String named(String key) {
        return "--set " + key + ": '" + values.get(key) + "' ";
    }
}
