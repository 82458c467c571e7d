package io.contactpulse.launcher.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Alerts that came back soon after they had gone: the same rule on the same entity. */
final class Flaps {
    private static final Duration SOON = Duration.ofMinutes(5);

    private record Subject(String ruleId, String entity) {}

    private Flaps() {}

    static long count(List<FiredAlert> alerts) {
        Map<Subject, Instant> resolved = new HashMap<>();
        long flaps = 0;
        for (FiredAlert alert : inOrder(alerts)) {
            Subject subject = new Subject(alert.ruleId(), alert.entity());
            Instant before = resolved.get(subject);
            if (before != null && isSoonAfter(before, alert.firedAt())) {
                flaps++;
            }
            alert.resolvedAt().ifPresent(at -> resolved.merge(subject, at, Flaps::later));
        }
        return flaps;
    }

    private static List<FiredAlert> inOrder(List<FiredAlert> alerts) {
        return alerts.stream().sorted(Comparator.comparing(FiredAlert::firedAt)).toList();
    }

    private static boolean isSoonAfter(Instant resolvedAt, Instant firedAt) {
        return !firedAt.isBefore(resolvedAt) && !firedAt.isAfter(resolvedAt.plus(SOON));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
