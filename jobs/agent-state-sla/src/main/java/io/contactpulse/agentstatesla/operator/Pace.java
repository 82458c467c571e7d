package io.contactpulse.agentstatesla.operator;

import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What makes time pass for a silent agent: the wall clock when live, the events' own time in a replay. A replay ends at a
 * given instant: nothing that is due later happens.
 */
public final class Pace implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Clock clock;
    private final @Nullable Instant end;

    private Pace(Clock clock, @Nullable Instant end) {
        this.clock = clock;
        this.end = end;
    }

    public static Pace wallClock() {
        return wallClock(Clock.systemUTC());
    }

    /** The clock must go with the timers' time; it only tells when an operator opens, before there are timers. */
    public static Pace wallClock(Clock clock) {
        return new Pace(clock, null);
    }

    /** A replay up to and including that instant. */
    public static Pace eventTime(Instant end) {
        return new Pace(Clock.fixed(end, ZoneOffset.UTC), end);
    }

    Instant now() {
        return clock.instant();
    }

    public boolean isLive() {
        return end == null;
    }

    /** Whether what is due then will happen at all. */
    boolean reaches(Instant due) {
        return Optional.ofNullable(end).map(last -> !due.isAfter(last)).orElse(true);
    }
}
