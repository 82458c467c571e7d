package io.contactpulse.jobruntime.source;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** The event time a payload tells, unless it is from the future: such a time must not reach any watermark. */
final class CappedEventTime implements Serializable {
    private static final long serialVersionUID = 1L;

    private final EventTimeScanner scanner;
    private final FutureCap futureCap;

    CappedEventTime(EventTimeScanner scanner, FutureCap futureCap) {
        this.scanner = scanner;
        this.futureCap = futureCap;
    }

    Optional<Instant> of(byte[] payload, Instant arrivedAt) {
        OptionalLong told = scanner.eventTime(payload);
        if (told.isEmpty()) {
            return Optional.empty();
        }
        Instant time = Instant.ofEpochMilli(told.getAsLong());
        return futureCap.isExceededBy(time, Optional.of(arrivedAt)) ? Optional.empty() : Optional.of(time);
    }
}
