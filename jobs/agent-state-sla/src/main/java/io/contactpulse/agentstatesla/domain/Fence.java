package io.contactpulse.agentstatesla.domain;

import io.contactpulse.schema.AlertStatus;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides whether a transition is still news. Nobody is paged for a breach of long ago (a backlog is being read), and
 * nobody is told that something is over of which nobody was told that it began.
 */
public final class Fence implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Duration age;

    private Fence(Duration age) {
        this.age = age;
    }

    public static Fence of(Duration age) {
        return new Fence(age);
    }

    /** Why no message goes out; empty if one does. */
    Optional<String> holdsBack(AlertStatus status, Instant at, Instant now, boolean announced) {
        if (status != AlertStatus.FIRING) {
            return announced ? Optional.empty() : Optional.of("its beginning was not announced either");
        }
        return Duration.between(at, now).compareTo(age) > 0
                ? Optional.of("older than " + age.toMinutes() + " minutes")
                : Optional.empty();
    }
}
