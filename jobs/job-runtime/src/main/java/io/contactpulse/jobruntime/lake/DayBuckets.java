package io.contactpulse.jobruntime.lake;

import io.contactpulse.jobruntime.table.Table;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.functions.sink.filesystem.BucketAssigner;
import org.apache.flink.streaming.api.functions.sink.filesystem.bucketassigners.SimpleVersionedStringSerializer;

/** One folder per event day, named as Hive partitions are, so that Athena and DuckDB prune by {@code dt}. */
final class DayBuckets<T extends SpecificRecord> implements BucketAssigner<T, String> {
    private static final long serialVersionUID = 1L;

    private final Table<T> table;

    DayBuckets(Table<T> table) {
        this.table = table;
    }

    static <T extends SpecificRecord> String folderOf(Table<T> table, T row) {
        return "dt=" + table.dayOf(row);
    }

    @Override
    public String getBucketId(T row, Context context) {
        return folderOf(table, row);
    }

    @Override
    public SimpleVersionedSerializer<String> getSerializer() {
        return SimpleVersionedStringSerializer.INSTANCE;
    }
}
