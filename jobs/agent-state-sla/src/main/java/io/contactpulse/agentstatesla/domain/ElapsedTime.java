package io.contactpulse.agentstatesla.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The milliseconds since some instant. */
final class ElapsedTime implements Gauge {
    private final Instant start;

    private ElapsedTime(Instant start) {
        this.start = start;
    }

    static ElapsedTime since(Instant start) {
        return new ElapsedTime(start);
    }

    @Override
    public Instant start() {
        return start;
    }

    @Override
    public Optional<Instant> reaches(long threshold) {
        return Optional.of(start.plusMillis(threshold));
    }

    @Override
    public long valueAt(Instant at) {
        return Duration.between(start, at).toMillis();
    }

    @Override
    public List<String> evidence(Instant at) {
        return List.of();
    }
}
