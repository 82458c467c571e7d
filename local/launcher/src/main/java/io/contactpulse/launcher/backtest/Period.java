package io.contactpulse.launcher.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The time of a recording.
 *
 * @param clock what the clock showed in the end
 */
record Period(Instant first, Instant newest, Instant clock) {
    private static final double MILLIS_OF_HOUR = Duration.ofHours(1).toMillis();

    Duration span() {
        return Duration.between(first, newest);
    }

    /** Until when open alerts have lasted. A given clock may be behind the newest event. */
    Instant end() {
        return clock.isAfter(newest) ? clock : newest;
    }

    /** Nothing can be said of a recording without any length. */
    Optional<Double> perHour(long count) {
        return span().isZero() ? Optional.empty() : Optional.of(count * MILLIS_OF_HOUR / span().toMillis());
    }
}
