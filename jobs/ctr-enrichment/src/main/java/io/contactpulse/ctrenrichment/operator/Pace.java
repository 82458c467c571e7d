package io.contactpulse.ctrenrichment.operator;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an operator takes what comes: live at once, in a replay in the order of event time, so that neither the parallelism
 * nor the order of a recording shows. A replay ends at a given instant: nothing that is due later happens.
 */
public final class Pace implements Serializable {
    private static final long serialVersionUID = 1L;

    private final @Nullable Instant end;

    private Pace(@Nullable Instant end) {
        this.end = end;
    }

    public static Pace live() {
        return new Pace(null);
    }

    /** A replay up to and including that instant. */
    public static Pace replay(Instant end) {
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
