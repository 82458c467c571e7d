package io.contactpulse.standins;

/** Counts one shard's traffic per calendar second and says whether more fits. Not thread-safe: its shard locks. */
final class ShardMeter {

    private final ShardLimits limits;

    private long second = Long.MIN_VALUE;
    private long records;
    private long bytes;
    private long reads;

    ShardMeter(ShardLimits limits) {
        this.limits = limits;
    }

    boolean takesWrite(long nowMillis, int size) {
        turnTo(nowMillis);
        if (records + 1 > limits.recordsWritten() || bytes + size > limits.bytesWritten()) {
            return false;
        }
        records++;
        bytes += size;
        return true;
    }

    boolean takesRead(long nowMillis) {
        turnTo(nowMillis);
        if (reads + 1 > limits.reads()) {
            return false;
        }
        reads++;
        return true;
    }

    private void turnTo(long nowMillis) {
        long current = Math.floorDiv(nowMillis, 1_000L);
        if (current == second) {
            return;
        }
        second = current;
        records = 0;
        bytes = 0;
        reads = 0;
    }
}
