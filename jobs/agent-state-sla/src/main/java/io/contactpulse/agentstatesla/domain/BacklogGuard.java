package io.contactpulse.agentstatesla.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * Knows whether a stream is read at its tip. While a backlog is read (after a restart, say) the wall clock is ahead of the
 * events: a state that looks endless may have ended long ago, in an event not yet read. Only a stream that has shown no old
 * record for a while is trusted.
 */
public final class BacklogGuard {
    /** A record that waited this long in the stream: the reader is behind. */
    static final Duration WAITED = Duration.ofSeconds(5);

    /** A record that tells of something this long ago: somebody pours old records into the stream. */
    static final Duration OLD = Duration.ofMinutes(1);

    static final Duration QUIET = Duration.ofSeconds(10);

    private Instant lastBehind;

    /** A start counts as being behind: nobody knows yet what waits in the stream. */
    public BacklogGuard(Instant startedAt) {
        this.lastBehind = startedAt;
    }

    /** Takes note of a record; who does not know when it arrived gives the time it tells of. */
    public void saw(Instant happenedAt, Instant arrivedAt, Instant now) {
        boolean waited = Duration.between(arrivedAt, now).compareTo(WAITED) > 0;
        boolean old = Duration.between(happenedAt, now).compareTo(OLD) > 0;
        if (waited || old) {
            lastBehind = now;
        }
    }

    public boolean caughtUp(Instant now) {
        return !now.isBefore(trustedFrom());
    }

    /** From when on the wall clock may be believed, unless another old record shows up. */
    public Instant trustedFrom() {
        return lastBehind.plus(QUIET);
    }
}
