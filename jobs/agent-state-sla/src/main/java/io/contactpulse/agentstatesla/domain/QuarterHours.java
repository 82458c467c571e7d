package io.contactpulse.agentstatesla.domain;

import java.time.Instant;

/** UTC quarter hours: [10:00, 10:15), [10:15, 10:30) … */
final class QuarterHours {
    private static final long MILLIS = 15 * 60 * 1000L;

    private QuarterHours() {}

    /** The begin of the quarter hour that holds this instant. */
    static Instant floor(Instant instant) {
        long millis = instant.toEpochMilli();
        return Instant.ofEpochMilli(millis - Math.floorMod(millis, MILLIS));
    }

    /** The end of the quarter hour that holds this instant. */
    static Instant next(Instant instant) {
        return floor(instant).plusMillis(MILLIS);
    }
}
