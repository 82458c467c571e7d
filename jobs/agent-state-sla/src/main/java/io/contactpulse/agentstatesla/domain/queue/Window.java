package io.contactpulse.agentstatesla.domain.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The trailing window over which a queue is judged: thirty slices of one minute, the running one included. */
final class Window {
    static final Duration LENGTH = Duration.ofMinutes(30);

    private static final Duration SLICE = Duration.ofMinutes(1);

    private final Instant start;
    private final Instant now;

    private Window(Instant start, Instant now) {
        this.start = start;
        this.now = now;
    }

    static Window upTo(Instant now) {
        return new Window(slice(now).plus(SLICE).minus(LENGTH), now);
    }

    static Instant slice(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MINUTES);
    }

    Instant start() {
        return start;
    }

    boolean contains(Instant instant) {
        return !isPast(instant) && !instant.isAfter(now);
    }

    boolean firstHalfContains(Instant instant) {
        return contains(instant) && instant.isBefore(middle());
    }

    boolean secondHalfContains(Instant instant) {
        return contains(instant) && !instant.isBefore(middle());
    }

    private Instant middle() {
        return start.plus(LENGTH.dividedBy(2));
    }

    Instant now() {
        return now;
    }

    boolean isPast(Instant instant) {
        return instant.isBefore(start);
    }

    /** When the running slice ends and the oldest falls out. */
    Instant nextSlice() {
        return slice(now).plus(SLICE);
    }
}
