package io.contactpulse.agentstatesla.domain.desk;

import java.time.Instant;

/** The time of what is being worked in, and the time at which that is done; the same in a replay. */
final class Moment {
    private final Instant at;
    private final Instant now;

    Moment(Instant at, Instant now) {
        this.at = at;
        this.now = now;
    }

    Instant at() {
        return at;
    }

    Instant now() {
        return now;
    }

    /** What became true before that, but is worked in now. */
    Instant orLater(Instant due) {
        return due.isBefore(at) ? at : due;
    }
}
