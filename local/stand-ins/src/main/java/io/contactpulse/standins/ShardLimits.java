package io.contactpulse.standins;

/** What one shard of {@link InJvmKinesis} takes within a second before it throttles. */
public record ShardLimits(int recordsWritten, int bytesWritten, int reads) {

    public ShardLimits {
        if (recordsWritten < 1 || bytesWritten < 1 || reads < 1) {
            throw new IllegalArgumentException("a shard limit must be at least 1");
        }
    }

    public static ShardLimits none() {
        return new ShardLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** The limits of a provisioned shard, but for the 2 MB read per second. */
    public static ShardLimits published() {
        return new ShardLimits(1_000, 1024 * 1024, 5);
    }
}
