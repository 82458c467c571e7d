package io.contactpulse.agentstatesla.domain.rules;

import io.contactpulse.agentstatesla.domain.Hashes;
import io.contactpulse.schema.AlertLevel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Hash of all that a rule says. Rows and state carry it, so what a rule leaves out may not count: a key that is invented
 * later changes no rule that does not use it.
 */
final class RuleVersion {
    private static final int LENGTH = 12;

    private RuleVersion() {}

    static String of(Rule rule, SortedMap<Condition, Set<String>> when, SortedMap<AlertLevel, Long> thresholds) {
        List<String> parts = new ArrayList<>();
        parts.add(rule.id());
        parts.add(when.toString());
        parts.add(written(rule.measure(), thresholds));
        parts.add(rule.suggestedAction().orElse("null"));
        if (rule.measure() != Measure.STATE_SECONDS) {
            parts.add("measure=" + rule.measure().key());
        }
        addLimits(rule, parts);
        addTelling(rule, parts);
        return Hashes.sha256(parts.toArray(new String[0])).substring(0, LENGTH);
    }

    /** Durations in ISO-8601, as the first release wrote them. */
    private static String written(Measure measure, SortedMap<AlertLevel, Long> thresholds) {
        if (measure.unit() != Measure.Unit.DURATION) {
            return thresholds.toString();
        }
        Map<AlertLevel, Duration> durations = new TreeMap<>();
        thresholds.forEach((level, millis) -> durations.put(level, Duration.ofMillis(millis)));
        return durations.toString();
    }

    private static void addLimits(Rule rule, List<String> parts) {
        rule.recoverLimit().ifPresent(limit -> parts.add("recoverLimit=" + limit));
        if (rule.minVolume() > 0) {
            parts.add("minVolume=" + rule.minVolume());
        }
        if (!rule.keepFiring().isZero()) {
            parts.add("keepFiring=" + rule.keepFiring());
        }
        rule.flapDamping().ifPresent(damping -> parts.add("flapDamping=" + damping.alerts() + "/" + damping.within()));
    }

    private static void addTelling(Rule rule, List<String> parts) {
        rule.renotifyEvery().ifPresent(interval -> parts.add("renotifyEvery=" + interval));
        rule.escalation().forEach(step -> parts.add("escalate=" + step.after() + "/" + step.to()));
        rule.quietHours().ifPresent(hours -> parts.add("quietHours=" + hours));
        rule.attributes().forEach((name, value) -> parts.add("attribute=" + name + "/" + value));
    }
}
