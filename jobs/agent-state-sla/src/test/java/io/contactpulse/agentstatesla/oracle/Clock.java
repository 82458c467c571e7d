package io.contactpulse.agentstatesla.oracle;

import io.contactpulse.agentstatesla.oracle.Tables.Condition;
import java.time.Instant;
import java.util.Optional;

/** How long one contact, or the status of an agent, was in one condition; without end while it lasts. */
record Clock(
        Optional<String> contactId,
        Optional<String> channel,
        Condition condition,
        Instant start,
        Optional<Instant> end) {

    Clock endingAt(Instant at) {
        return new Clock(contactId, channel, condition, start, Optional.of(at));
    }

    boolean reaches(Instant due, Instant until) {
        return !due.isAfter(end.orElse(until));
    }
}
