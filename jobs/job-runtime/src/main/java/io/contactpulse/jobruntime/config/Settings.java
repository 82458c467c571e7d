package io.contactpulse.jobruntime.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

/**
 * The property groups of one application while they are being read. Problems are collected, not thrown, so that an
 * operator sees all of them at once; a group or a key that nobody asked for is a problem too.
 */
public final class Settings {
    private final Map<String, Properties> source;
    private final Map<String, SettingsGroup> read = new LinkedHashMap<>();
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

    /** Reports what is wrong between values that are fine one by one. */
    public void problem(String message) {
        problems.add(message);
    }

    /** Call when everything is read. */
    public void complete() {
        for (String name : new TreeSet<>(source.keySet())) {
            if (!read.containsKey(name)) {
                problems.add("unknown property group '" + name + "'; known are " + String.join(", ", read.keySet()));
            }
        }
        read.values().forEach(SettingsGroup::reportUnknownKeys);
        if (!problems.isEmpty()) {
            throw new InvalidSettings(problems);
        }
    }
}
