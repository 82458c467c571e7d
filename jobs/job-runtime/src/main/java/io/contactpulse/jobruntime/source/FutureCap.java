package io.contactpulse.jobruntime.source;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far ahead of its arrival a record's own time may be. One cap serves the source, which must not let such a time move
 * a watermark, and the decoder, which makes the record a dead letter.
 */
public final class FutureCap implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Duration tolerance;
    private final @Nullable Instant now;

    private FutureCap(Duration tolerance, @Nullable Instant now) {
        this.tolerance = tolerance;
        this.now = now;
    }

    public static FutureCap of(Duration tolerance) {
        if (tolerance.isNegative()) {
            throw new IllegalArgumentException("the tolerance for future timestamps cannot be negative: " + tolerance);
        }
        return new FutureCap(tolerance, null);
    }

    /** The same cap with a clock for records whose arrival is not known, as in a replay; without one they all pass. */
    public FutureCap withClock(Instant fixedNow) {
        return new FutureCap(tolerance, fixedNow);
    }

    public boolean isExceededBy(Instant time, Optional<Instant> arrivedAt) {
        Optional<Instant> clock = arrivedAt.or(() -> Optional.ofNullable(now));
        return clock.isPresent() && time.isAfter(clock.get().plus(tolerance));
    }
}
