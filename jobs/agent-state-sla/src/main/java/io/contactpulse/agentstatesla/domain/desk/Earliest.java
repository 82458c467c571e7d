package io.contactpulse.agentstatesla.domain.desk;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The earliest of the times that there are. */
final class Earliest {
    private Earliest() {}

    @SafeVarargs
    static Optional<Instant> of(Optional<Instant>... times) {
        return Stream.of(times).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }
}
