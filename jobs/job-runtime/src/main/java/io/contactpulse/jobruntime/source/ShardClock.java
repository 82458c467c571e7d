package io.contactpulse.jobruntime.source;

import io.contactpulse.schema.RawRecord;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Event time of one shard: bounded out-of-orderness over the times of its records. A record without one moves nothing;
 * when a shard has delivered only such records for longer than its idle interval, it no longer holds the other shards
 * back.
 */
final class ShardClock implements Serializable {
    private static final long serialVersionUID = 1L;

    private final long outOfOrderness;
    private final long idleInterval;
    private long newest = Long.MIN_VALUE;
    private long newestArrival;
    private boolean idle = true;

    ShardClock(Duration outOfOrderness, Duration idleInterval) {
        this.outOfOrderness = outOfOrderness.toMillis();
        this.idleInterval = idleInterval.toMillis();
    }

    /** Takes the record into account; its event time, or its arrival when it has none. */
    long timestampOf(RawRecord record) {
        long arrivedAt = record.getArrivedAt().toEpochMilli();
        Optional<Instant> eventTime = record.getOptionalEventTime();
        if (eventTime.isEmpty()) {
            idle = idle || arrivedAt - newestArrival > idleInterval;
            return arrivedAt;
        }
        idle = false;
        newestArrival = arrivedAt;
        newest = Math.max(newest, eventTime.get().toEpochMilli());
        return eventTime.get().toEpochMilli();
    }

    /** No earlier time is expected any more; empty while the shard has no say. */
    OptionalLong watermark() {
        return idle ? OptionalLong.empty() : OptionalLong.of(newest - outOfOrderness - 1);
    }
}
