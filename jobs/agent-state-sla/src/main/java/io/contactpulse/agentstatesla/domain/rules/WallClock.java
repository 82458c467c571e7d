package io.contactpulse.agentstatesla.domain.rules;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.function.Function;

/**
 * The clock on the wall of a place. Where it is put forward, a time that it jumps over is passed at the moment of the
 * jump. Where it is put back, a time is passed twice.
 */
final class WallClock implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ZoneId zone;

    WallClock(ZoneId zone) {
        this.zone = zone;
    }

    LocalDate dateAt(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    Instant firstPassed(LocalDateTime time) {
        return passed(time, ZoneOffsetTransition::getOffsetBefore);
    }

    Instant lastPassed(LocalDateTime time) {
        return passed(time, ZoneOffsetTransition::getOffsetAfter);
    }

    private Instant passed(LocalDateTime time, Function<ZoneOffsetTransition, ZoneOffset> whenPutBack) {
        ZoneOffsetTransition change = zone.getRules().getTransition(time);
        if (change == null) {
            return time.atZone(zone).toInstant();
        }
        return change.isGap() ? change.getInstant() : time.toInstant(whenPutBack.apply(change));
    }

    @Override
    public String toString() {
        return zone.getId();
    }
}
