package io.contactpulse.simulator;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Turns the simulator's seconds into Connect's time stamps. Connect often repeats the seconds as milliseconds
 * (09:16:02.002Z), so nothing finer than a second can be relied on; an agent has at most one event in a second.
 */
record WireClock(OptionalInt offset) {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    static WireClock repeatingSeconds() {
        return new WireClock(OptionalInt.empty());
    }

    static WireClock exact(int offset) {
        return new WireClock(OptionalInt.of(offset));
    }

    Instant at(long second) {
        long milliseconds = offset.isPresent() ? (second * 617 + offset.getAsInt()) % 1000 : second % 60;
        return Instant.ofEpochMilli(second * 1000 + milliseconds);
    }

    String stamp(long second) {
        return stamp(at(second));
    }

    static String stamp(Instant time) {
        return STAMP.format(time);
    }
}
