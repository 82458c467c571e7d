package io.contactpulse.agentstatesla.operator;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What makes time pass for a silent agent: the wall clock when live, the events' own time in a replay. A replay ends at a
 * given instant: nothing that is due later happens.
 */
public final class Pace implements Serializable {
    private static final long serialVersionUID = 1L;

    private final @Nullable Instant end;

    private Pace(@Nullable Instant end) {
        this.end = end;
    }

    public static Pace wallClock() {
        return new Pace(null);
    }

    /** A replay up to and including that instant. */
    public static Pace eventTime(Instant end) {
        return new Pace(end);
    }

    boolean isLive() {
        return end == null;
    }

    /** Whether what is due then will happen at all. */
    boolean reaches(Instant due) {
        return Optional.ofNullable(end).map(last -> !due.isAfter(last)).orElse(true);
    }
}
