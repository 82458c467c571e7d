package io.contactpulse.jobruntime.config;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One property group while it is being read. A value that is missing or wrong is reported and replaced by a harmless one. */
public final class SettingsGroup {
    private final String name;
    private final Properties properties;
    private final List<String> problems;
    private final TreeSet<String> known = new TreeSet<>();
    private final TreeSet<String> families = new TreeSet<>();

    SettingsGroup(String name, Properties properties, List<String> problems) {
        this.name = name;
        this.properties = properties;
        this.problems = problems;
    }

    public String text(String key) {
        return optionalText(key).orElseGet(() -> {
            problems.add(at(key) + " is required");
            return "";
        });
    }

    public String text(String key, String fallback) {
        return optionalText(key).orElse(fallback);
    }

    public Optional<String> optionalText(String key) {
        known.add(key);
        return Optional.ofNullable(properties.getProperty(key))
                .map(String::trim)
                .filter(value -> !value.isEmpty());
    }

    /** The keys that begin so, each for one thing of many: what follows the beginning names the thing. */
    public SortedSet<String> namesAfter(String beginning) {
        families.add(beginning + "<name>");
        return properties.stringPropertyNames().stream()
                .filter(key -> key.startsWith(beginning) && key.length() > beginning.length())
                .map(key -> key.substring(beginning.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** An ISO-8601 duration such as PT5M; zero and less are refused. */
    public Duration duration(String key, Duration fallback) {
        return parsed(key, fallback, "a positive ISO-8601 duration such as PT5M", text -> {
            Duration parsed = Duration.parse(text);
            return parsed.isZero() || parsed.isNegative() ? Optional.empty() : Optional.of(parsed);
        });
    }

    public int integer(String key, int fallback, int least, int most) {
        return parsed(key, fallback, "a whole number from " + least + " to " + most, text -> {
            int parsed = Integer.parseInt(text);
            return parsed < least || parsed > most ? Optional.empty() : Optional.of(parsed);
        });
    }

    /** An http(s) address; only set to reach something other than AWS itself. */
    public Optional<URI> endpoint(String key) {
        return parsed(key, Optional.empty(), "an http or https address", text -> {
            URI parsed = URI.create(text);
            boolean isWeb = "http".equals(parsed.getScheme()) || "https".equals(parsed.getScheme());
            return isWeb && parsed.getHost() != null ? Optional.of(Optional.of(parsed)) : Optional.empty();
        });
    }

    /** One of an enum's constants, written in lower case with hyphens. */
    public <E extends Enum<E>> E choice(String key, E fallback) {
        E[] choices = fallback.getDeclaringClass().getEnumConstants();
        String names = Arrays.stream(choices).map(SettingsGroup::kebab).collect(Collectors.joining(", "));
        return parsed(
                key,
                fallback,
                "one of " + names,
                text -> Arrays.stream(choices)
                        .filter(choice -> kebab(choice).equals(text))
                        .findFirst());
    }

    /** Any other kind of value; {@code parse} answers empty, or throws as java.time does, when the text is none. */
    public <T> T parsed(String key, T fallback, String expected, Function<String, Optional<T>> parse) {
        Optional<String> text = optionalText(key);
        if (text.isEmpty()) {
            return fallback;
        }
        Optional<T> value;
        try {
            value = parse.apply(text.get());
        } catch (DateTimeException | IllegalArgumentException e) {
            value = Optional.empty();
        }
        return value.orElseGet(() -> {
            problems.add(at(key) + " must be " + expected + ", not '" + text.get() + "'");
            return fallback;
        });
    }

    void reportUnknownKeys() {
        for (String key : new TreeSet<>(properties.stringPropertyNames())) {
            if (!known.contains(key)) {
                problems.add("unknown property " + at(key) + "; known in this group are " + knownKeys());
            }
        }
    }

    /** A key of a family was asked for by its full name; the family says it shorter. */
    private String knownKeys() {
        return Stream.concat(
                        known.stream()
                                .filter(key -> families.stream()
                                        .noneMatch(family -> key.startsWith(family.substring(0, family.indexOf('<'))))),
                        families.stream())
                .collect(Collectors.joining(", "));
    }

    private String at(String key) {
        return name + "/" + key;
    }

    private static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
