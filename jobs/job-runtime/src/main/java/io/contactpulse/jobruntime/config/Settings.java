package io.contactpulse.jobruntime.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The property groups of one application while they are being read. Problems are collected, not thrown, so that an
 * operator sees all of them at once; a group or a key that nobody asked for is a problem too.
 */
public final class Settings {
    private final Map<String, Properties> source;
    private final Map<String, SettingsGroup> read = new LinkedHashMap<>();
    private final Set<String> optional = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();

    private Settings(Map<String, Properties> source) {
        this.source = source;
    }

    public static Settings of(Map<String, Properties> groups) {
        return new Settings(groups);
    }

    /** The group of that name; an absent one reads as empty, so that its required keys are reported. */
    public SettingsGroup group(String name) {
        return read.computeIfAbsent(
                name, key -> new SettingsGroup(key, source.getOrDefault(key, new Properties()), problems));
    }

    /** A group that may be left out whole. */
    public Optional<SettingsGroup> optionalGroup(String name) {
        if (source.containsKey(name)) {
            return Optional.of(group(name));
        }
        optional.add(name);
        return Optional.empty();
    }

    /** Reports what is wrong between values that are fine one by one. */
    public void problem(String message) {
        problems.add(message);
    }

    private String known() {
        return Stream.concat(read.keySet().stream(), optional.stream()).collect(Collectors.joining(", "));
    }

    /** Call when everything is read. */
    public void complete() {
        for (String name : new TreeSet<>(source.keySet())) {
            if (!read.containsKey(name)) {
                problems.add("unknown property group '" + name + "'; known are " + known());
            }
        }
        read.values().forEach(SettingsGroup::reportUnknownKeys);
        if (!problems.isEmpty()) {
            throw new InvalidSettings(problems);
        }
    }
}
