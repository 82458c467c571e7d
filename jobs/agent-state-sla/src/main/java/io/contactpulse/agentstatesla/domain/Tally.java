package io.contactpulse.agentstatesla.domain;

import io.contactpulse.schema.TrackedTally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How often something happened since some instant. Remembers when the newest of them happened, so that a threshold that is
 * lowered is found to have been reached when it was.
 */
final class Tally implements Gauge {
    private static final int MOST = 32;

    private final Instant start;
    private final int count;
    private final List<Instant> newestAt;

    private Tally(Instant start, int count, List<Instant> newestAt) {
        this.start = start;
        this.count = count;
        this.newestAt = newestAt;
    }

    static Tally startingAt(Instant start) {
        return new Tally(start, 0, List.of());
    }

    static Tally of(TrackedTally tally) {
        return new Tally(tally.getStart(), tally.getCount(), tally.getNewestAt());
    }

    Tally plusOne(Instant at) {
        List<Instant> newest = new ArrayList<>(newestAt);
        if (newest.size() == MOST) {
            newest.remove(0);
        }
        newest.add(at);
        return new Tally(start, count + 1, newest);
    }

    @Override
    public Instant start() {
        return start;
    }

    /** Of what is too long ago to be remembered, the oldest that is remembered stands in. */
    @Override
    public Optional<Instant> reaches(long threshold) {
        if (count < threshold) {
            return Optional.empty();
        }
        long index = newestAt.size() - 1 - (count - threshold);
        return Optional.of(newestAt.get((int) Math.max(0, index)));
    }

    @Override
    public long valueAt(Instant at) {
        return count - newestAt.stream().filter(each -> each.isAfter(at)).count();
    }

    @Override
    public List<String> evidence(Instant at) {
        return List.of();
    }

    TrackedTally tracked() {
        return TrackedTally.newBuilder()
                .setStart(start)
                .setCount(count)
                .setNewestAt(newestAt)
                .build();
    }
}
