package io.contactpulse.testkit;

import java.time.Instant;

/** Instants with names, so that a test reads like a story. */
public final class Moments {
    public static final Instant NINE_OCLOCK = Instant.parse("2026-03-02T09:00:00Z");

    private Moments() {}

    public static Instant at(String timeOfDay) {
        return Instant.parse("2026-03-02T" + timeOfDay + "Z");
    }
}
