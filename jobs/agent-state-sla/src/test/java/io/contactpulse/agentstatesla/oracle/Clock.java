package io.contactpulse.agentstatesla.oracle;

import io.contactpulse.agentstatesla.oracle.Tables.Condition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How long one contact, or the status of an agent, was in one condition; without end while it lasts.
 *
 * @param start when it began by the sender's account
 * @param seenAt the event that first showed it
 */
record Clock(Optional<Seen.InHand> contact, Condition condition, Instant start, Instant seenAt, Optional<Instant> end) {

    Clock endingAt(Instant at) {
        return new Clock(contact, condition, start, seenAt, Optional.of(at));
    }

    boolean isIn(String... states) {
        return List.of(states).contains(condition.state());
    }
}
