package io.contactpulse.agentstatesla.oracle;

import io.contactpulse.agentstatesla.oracle.Tables.Condition;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that a rule can measure, from its start until it is over; without end while it lasts.
 *
 * @param measure which rules it is for
 * @param seenAt when the first event told of it, which may say that it began before
 * @param contact the contact it is about; empty when it is about the agent
 */
record Episode(
        String measure,
        Optional<Seen.InHand> contact,
        Condition condition,
        Instant start,
        Instant seenAt,
        Optional<Instant> end,
        Growth growth) {

    static Episode of(Clock clock) {
        return new Episode(
                "stateSeconds",
                clock.contact(),
                clock.condition(),
                clock.start(),
                clock.seenAt(),
                clock.end(),
                Growth.since(clock.start()));
    }

    Optional<Instant> reaches(long amount, Instant until) {
        return growth.reaches(amount).filter(due -> !due.isAfter(end.orElse(until)));
    }
}
