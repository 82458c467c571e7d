package io.contactpulse.ctrenrichment.domain;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/** Keeps people from being sent after what happened long ago; rows are written all the same. */
public final class Fence implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Duration width;

    private Fence(Duration width) {
        this.width = width;
    }

    public static Fence of(Duration width) {
        return new Fence(width);
    }

    boolean holdsBack(Instant at, Instant now) {
        return at.plus(width).isBefore(now);
    }
}
