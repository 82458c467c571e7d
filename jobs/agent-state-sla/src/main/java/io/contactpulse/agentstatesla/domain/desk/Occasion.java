package io.contactpulse.agentstatesla.domain.desk;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When and why an alert changes, who caused it, and why nobody shall be told if that is settled before. */
final class Occasion {
    private final Instant at;
    private final @Nullable String reason;
    private final @Nullable String by;
    private final @Nullable String heldBack;

    private Occasion(Instant at, @Nullable String reason, @Nullable String by, @Nullable String heldBack) {
        this.at = at;
        this.reason = reason;
        this.by = by;
        this.heldBack = heldBack;
    }

    static Occasion at(Instant at) {
        return new Occasion(at, null, null, null);
    }

    Occasion because(Optional<String> why) {
        return new Occasion(at, why.orElse(null), by, heldBack);
    }

    Occasion because(String why) {
        return because(Optional.of(why));
    }

    Occasion by(String person) {
        return new Occasion(at, reason, person, heldBack);
    }

    Occasion heldBack(Optional<String> why) {
        return new Occasion(at, reason, by, why.orElse(null));
    }

    Occasion heldBack(String why) {
        return heldBack(Optional.of(why));
    }

    Instant at() {
        return at;
    }

    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    Optional<String> by() {
        return Optional.ofNullable(by);
    }

    Optional<String> heldBack() {
        return Optional.ofNullable(heldBack);
    }
}
