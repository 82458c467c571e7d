package io.contactpulse.agentstatesla.domain.queue;

import java.time.Instant;
import java.util.Optional;

/** Compares instants, also such as there may be none. */
final class Moments {
    private Moments() {}

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().isBefore(other.get()) ? one : other;
    }
}
