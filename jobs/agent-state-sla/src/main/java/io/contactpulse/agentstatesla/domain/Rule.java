package io.contactpulse.agentstatesla.domain;

import io.contactpulse.schema.AlertLevel;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One rule: which clocks it watches, and for how long each may run. */
final class Rule implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int VERSION_LENGTH = 12;

    private final String id;
    private final TreeMap<Condition, Set<String>> when;
    private final TreeMap<AlertLevel, Duration> thresholds;
    private final @Nullable String suggestedAction;
    private final String version;

    private Rule(
            String id,
            TreeMap<Condition, Set<String>> when,
            TreeMap<AlertLevel, Duration> thresholds,
            @Nullable String suggestedAction) {
        this.id = id;
        this.when = when;
        this.thresholds = thresholds;
        this.suggestedAction = suggestedAction;
        this.version = Hashes.sha256(id, when.toString(), thresholds.toString(), String.valueOf(suggestedAction))
                .substring(0, VERSION_LENGTH);
    }

    /** The sets must iterate in sorted order: the version is a hash of the content. */
    static Rule of(
            String id,
            Map<Condition, Set<String>> when,
            Map<AlertLevel, Duration> thresholds,
            Optional<String> suggestedAction) {
        if (!when.containsKey(Condition.STATE) || thresholds.isEmpty()) {
            throw new IllegalArgumentException("rule " + id + " needs a state and a threshold");
        }
        return new Rule(id, new TreeMap<>(when), new TreeMap<>(thresholds), suggestedAction.orElse(null));
    }

    boolean watches(Clock clock, AgentProfile agent) {
        return when.entrySet().stream()
                .allMatch(condition -> condition.getKey().holds(condition.getValue(), clock, agent));
    }

    /** When a state that began then is too old, per level, warning first. */
    SortedMap<AlertLevel, Instant> due(Instant start) {
        SortedMap<AlertLevel, Instant> due = new TreeMap<>();
        thresholds.forEach((level, threshold) -> due.put(level, start.plus(threshold)));
        return due;
    }

    Optional<Duration> threshold(AlertLevel level) {
        return Optional.ofNullable(thresholds.get(level));
    }

    String id() {
        return id;
    }

    String version() {
        return version;
    }

    Optional<String> suggestedAction() {
        return Optional.ofNullable(suggestedAction);
    }
}
