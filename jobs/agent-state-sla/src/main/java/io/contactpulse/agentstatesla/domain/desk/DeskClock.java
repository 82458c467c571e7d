package io.contactpulse.agentstatesla.domain.desk;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What time it is at the desk: that of the wall, or in a replay that of what is worked in. */
public final class DeskClock {
    private final @Nullable Instant now;
    private final Instant openedAt;

    private DeskClock(@Nullable Instant now, Instant openedAt) {
        this.now = now;
        this.openedAt = openedAt;
    }

    /** Before {@code openedAt} nobody listened. */
    public static DeskClock wall(Instant now, Instant openedAt) {
        return new DeskClock(now, openedAt);
    }

    public static DeskClock replay() {
        return new DeskClock(null, Instant.MIN);
    }

    Moment at(Instant at) {
        return new Moment(at, Optional.ofNullable(now).orElse(at));
    }

    Instant openedAt() {
        return openedAt;
    }
}
