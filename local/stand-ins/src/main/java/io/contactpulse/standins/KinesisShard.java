package io.contactpulse.standins;

import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One shard: an append-only list of records behind its limits. */
final class KinesisShard {

    private final String id;
    private final BigInteger firstHash;
    private final BigInteger lastHash;
    private final Clock clock;
    private final ShardMeter meter;
    private final List<StoredRecord> records = new ArrayList<>();

    KinesisShard(String id, BigInteger firstHash, BigInteger lastHash, ShardLimits limits, Clock clock) {
        this.id = id;
        this.firstHash = firstHash;
        this.lastHash = lastHash;
        this.clock = clock;
        this.meter = new ShardMeter(limits);
    }

    /** A stretch of records, where the next begins, and how old the first one after it is. */
    record Batch(List<StoredRecord> records, int next, long millisBehindLatest) {}

    String id() {
        return id;
    }

    BigInteger firstHash() {
        return firstHash;
    }

    BigInteger lastHash() {
        return lastHash;
    }

    boolean owns(BigInteger hash) {
        return hash.compareTo(firstHash) >= 0 && hash.compareTo(lastHash) <= 0;
    }

    /** Empty when the shard's limits are reached. */
    synchronized Optional<StoredRecord> append(String partitionKey, byte[] data) {
        Instant now = clock.instant();
        if (!meter.takesWrite(now.toEpochMilli(), data.length)) {
            return Optional.empty();
        }
        StoredRecord stored = new StoredRecord(records.size(), partitionKey, data, now);
        records.add(stored);
        return Optional.of(stored);
    }

    /** Empty when the shard's limits are reached; stops at the first of the two bounds. */
    synchronized Optional<Batch> read(int from, int mostRecords, long mostBytes) {
        if (!meter.takesRead(clock.millis())) {
            return Optional.empty();
        }
        List<StoredRecord> batch = new ArrayList<>();
        long bytes = 0;
        int next = from;
        while (next < records.size() && batch.size() < mostRecords && bytes < mostBytes) {
            StoredRecord stored = records.get(next);
            batch.add(stored);
            bytes += stored.data().length;
            next++;
        }
        return Optional.of(new Batch(batch, next, millisBehindLatest(next)));
    }

    synchronized int size() {
        return records.size();
    }

    synchronized int firstAt(Instant timestamp) {
        int position = 0;
        while (position < records.size() && records.get(position).arrival().isBefore(timestamp)) {
            position++;
        }
        return position;
    }

    synchronized List<StoredRecord> all() {
        return List.copyOf(records);
    }

    private long millisBehindLatest(int next) {
        if (next >= records.size()) {
            return 0;
        }
        return Math.max(0, clock.millis() - records.get(next).arrival().toEpochMilli());
    }
}
