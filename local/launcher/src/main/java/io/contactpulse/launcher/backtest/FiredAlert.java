package io.contactpulse.launcher.backtest;

import io.contactpulse.schema.AlertLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One alert, from first to last.
 *
 * @param entity the contact, else the agent, the queue, the cause of an incident, or the instance
 * @param level the highest it reached
 * @param firedAt when it fired first, at whatever level
 * @param resolvedAt empty while it is open
 */
record FiredAlert(
        String ruleId,
        String entity,
        AlertLevel level,
        Instant stateStart,
        Instant firedAt,
        Optional<Instant> resolvedAt) {

    /** What makes it the same alert whichever thresholds the rule has. */
    record Breach(String ruleId, String entity, Instant stateStart) {}

    Breach breach() {
        return new Breach(ruleId, entity, stateStart);
    }

    boolean isOpen() {
        return resolvedAt.isEmpty();
    }

    /** How long the state behind it lasted; an open one is counted up to {@code end}. */
    Duration duration(Instant end) {
        return Duration.between(stateStart, resolvedAt.orElse(end));
    }
}
