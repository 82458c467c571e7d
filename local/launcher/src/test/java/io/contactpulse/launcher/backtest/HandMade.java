package io.contactpulse.launcher.backtest;

import static java.time.Duration.ofHours;

import io.contactpulse.schema.AlertLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Alerts and pages of a recording from nine to eleven, made by hand. */
final class HandMade {
    static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    static final Period TWO_HOURS = new Period(NINE, NINE.plus(ofHours(2)), NINE.plus(ofHours(2)));

    private HandMade() {}

    /** An alert that fired a minute after its state began. */
    static FiredAlert alert(String ruleId, String entity, AlertLevel level, int startMinute, int endMinute) {
        return alert(ruleId, entity, level, startMinute, Optional.of(minute(endMinute)));
    }

    static FiredAlert openAlert(String ruleId, String entity, AlertLevel level, int startMinute) {
        return alert(ruleId, entity, level, startMinute, Optional.empty());
    }

    static FiredAlert firedAfter(Duration time, FiredAlert alert) {
        return new FiredAlert(
                alert.ruleId(),
                alert.entity(),
                alert.level(),
                alert.stateStart(),
                alert.stateStart().plus(time),
                alert.resolvedAt());
    }

    static Instant minute(int minute) {
        return NINE.plus(Duration.ofMinutes(minute));
    }

    private static FiredAlert alert(
            String ruleId, String entity, AlertLevel level, int startMinute, Optional<Instant> resolvedAt) {
        return new FiredAlert(ruleId, entity, level, minute(startMinute), minute(startMinute + 1), resolvedAt);
    }
}
