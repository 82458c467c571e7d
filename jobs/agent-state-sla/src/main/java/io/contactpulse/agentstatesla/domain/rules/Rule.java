package io.contactpulse.agentstatesla.domain.rules;

import io.contactpulse.schema.AlertLevel;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One rule: what it watches, what it measures, how much is too much, and how to tell people. */
public final class Rule implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String id;
    private final Measure measure;
    private final TreeMap<Condition, Set<String>> when;
    private final TreeMap<AlertLevel, Long> thresholds;
    private final @Nullable Long recoverLimit;
    private final long minVolume;
    private final Duration keepFiring;
    private final @Nullable FlapDamping flapDamping;
    private final @Nullable Duration renotifyEvery;
    private final ArrayList<EscalationStep> escalation;
    private final @Nullable QuietHours quietHours;
    private final @Nullable String suggestedAction;
    private final TreeMap<String, String> attributes;
    private final String version;

    private Rule(Builder builder) {
        id = builder.id;
        measure = builder.measure;
        when = new TreeMap<>(builder.when);
        thresholds = new TreeMap<>(builder.thresholds);
        recoverLimit = builder.recoverLimit;
        minVolume = builder.minVolume;
        keepFiring = builder.keepFiring;
        flapDamping = builder.flapDamping;
        renotifyEvery = builder.renotifyEvery;
        escalation = new ArrayList<>(builder.escalation);
        quietHours = builder.quietHours;
        suggestedAction = builder.suggestedAction;
        attributes = new TreeMap<>(builder.attributes);
        version = RuleVersion.of(this, when, thresholds);
    }

    public static Builder newBuilder(String id, Measure measure) {
        return new Builder(id, measure);
    }

    public boolean watches(Facts facts) {
        return when.entrySet().stream()
                .allMatch(condition -> facts.values(condition.getKey()).anyMatch(condition.getValue()::contains));
    }

    /** When a duration that began then is too long, per level, warning first. */
    public SortedMap<AlertLevel, Instant> due(Instant start) {
        SortedMap<AlertLevel, Instant> due = new TreeMap<>();
        thresholds.forEach((level, threshold) -> due.put(level, start.plusMillis(threshold)));
        return due;
    }

    /** In the unit of the measure. */
    public Optional<Long> threshold(AlertLevel level) {
        return Optional.ofNullable(thresholds.get(level));
    }

    /** What the value must be back below (above, where too little is the breach) for the alert to be over. */
    public Optional<Long> recoverLimit() {
        return Optional.ofNullable(recoverLimit);
    }

    /** Of how many contacts at least a rate must be. */
    public long minVolume() {
        return minVolume;
    }

    /** For how long the breach must be gone before the alert is over. */
    public Duration keepFiring() {
        return keepFiring;
    }

    public Optional<FlapDamping> flapDamping() {
        return Optional.ofNullable(flapDamping);
    }

    public Optional<Duration> renotifyEvery() {
        return Optional.ofNullable(renotifyEvery);
    }

    /** In the order of their times. */
    public List<EscalationStep> escalation() {
        return List.copyOf(escalation);
    }

    public Optional<QuietHours> quietHours() {
        return Optional.ofNullable(quietHours);
    }

    public Optional<String> suggestedAction() {
        return Optional.ofNullable(suggestedAction);
    }

    /** Added to the attributes of every message, for filter policies. */
    public SortedMap<String, String> attributes() {
        return new TreeMap<>(attributes);
    }

    public String id() {
        return id;
    }

    public Measure measure() {
        return measure;
    }

    /** Hash of the content: a rule that was changed is told apart from what it was. */
    public String version() {
        return version;
    }

    /** Collects what a rule says; only id, measure and a threshold are needed. */
    public static final class Builder {
        private final String id;
        private final Measure measure;
        private final Map<Condition, Set<String>> when = new TreeMap<>();
        private final Map<AlertLevel, Long> thresholds = new TreeMap<>();
        private final List<EscalationStep> escalation = new ArrayList<>();
        private final Map<String, String> attributes = new TreeMap<>();
        private Duration keepFiring = Duration.ZERO;
        private long minVolume;
        private @Nullable Long recoverLimit;
        private @Nullable FlapDamping flapDamping;
        private @Nullable Duration renotifyEvery;
        private @Nullable QuietHours quietHours;
        private @Nullable String suggestedAction;

        private Builder(String id, Measure measure) {
            this.id = id;
            this.measure = measure;
        }

        /** The set must iterate in sorted order: the version is a hash of the content. */
        public Builder when(Condition condition, Set<String> values) {
            when.put(condition, values);
            return this;
        }

        public Builder threshold(AlertLevel level, long value) {
            thresholds.put(level, value);
            return this;
        }

        public Builder threshold(AlertLevel level, Duration value) {
            return threshold(level, value.toMillis());
        }

        public Builder recoverLimit(long value) {
            recoverLimit = value;
            return this;
        }

        public Builder minVolume(long contacts) {
            minVolume = contacts;
            return this;
        }

        public Builder keepFiring(Duration duration) {
            keepFiring = duration;
            return this;
        }

        public Builder flapDamping(FlapDamping damping) {
            flapDamping = damping;
            return this;
        }

        public Builder renotifyEvery(Duration duration) {
            renotifyEvery = duration;
            return this;
        }

        public Builder escalate(EscalationStep step) {
            escalation.add(step);
            return this;
        }

        public Builder quietHours(QuietHours hours) {
            quietHours = hours;
            return this;
        }

        public Builder suggestedAction(String action) {
            suggestedAction = action;
            return this;
        }

        public Builder attribute(String name, String value) {
            attributes.put(name, value);
            return this;
        }

        public Rule build() {
            if (thresholds.isEmpty()) {
                throw new IllegalArgumentException("rule " + id + " needs a threshold");
            }
            return new Rule(this);
        }
    }
}
