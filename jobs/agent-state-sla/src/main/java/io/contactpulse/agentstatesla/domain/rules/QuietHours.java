package io.contactpulse.agentstatesla.domain.rules;

import io.contactpulse.schema.AlertLevel;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

/** When a rule does not page: periods of the day and holidays, by the wall clock of a place. */
public final class QuietHours implements Serializable {
    private static final long serialVersionUID = 1L;

    /** When the quiet time that holds at that instant ends; empty if it is not quiet. */
    public Optional<Instant> endOf(Instant at) {
        return Optional.empty();
    }

    /** Whether an alert of that level pages all the same. */
    public boolean letsThrough(AlertLevel level) {
        return level == AlertLevel.CRITICAL;
    }
}
