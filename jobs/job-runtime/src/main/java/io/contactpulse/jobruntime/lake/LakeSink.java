package io.contactpulse.jobruntime.lake;

import io.contactpulse.jobruntime.table.Table;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.filesystem.OutputFileConfig;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.OnCheckpointRollingPolicy;

/**
 * rows ──▶ gather ──▶ {@code <path>/<table>/dt=YYYY-MM-DD/rows-*.parquet}, exactly once. Rows are gathered before a file
 * is written and not compacted afterwards, for {@code FileSink.enableCompact} keeps rows in files that begin with a dot
 * and end in .parquet, which DuckDB's globs read as well; and it deletes them, so that a job restored from any but its
 * newest checkpoint misses them and never starts (Flink 1.20.1).
 */
public final class LakeSink {
    private static final OutputFileConfig FILES = OutputFileConfig.builder()
            .withPartPrefix("rows")
            .withPartSuffix(".parquet")
            .build();

    private LakeSink() {}

    /** Appends the rows to their table. The steps' uids are {@code <uid>-gather} and those that Flink derives from {@code uid}. */
    public static <T extends SpecificRecord> void attach(
            DataStream<T> rows, Table<T> table, LakeSettings settings, String uid) {
        GatherRows<T> gather = new GatherRows<>(rows.getType(), settings.fileInterval(), settings.fileRows());
        rows.rebalance()
                .transform("Gather rows of " + table.name(), rows.getType(), gather)
                .uid(uid + "-gather")
                .setParallelism(settings.writers())
                .sinkTo(fileSink(table, settings))
                .uid(uid)
                .name("Lake table " + table.name())
                .setParallelism(settings.writers());
    }

    private static <T extends SpecificRecord> FileSink<T> fileSink(Table<T> table, LakeSettings settings) {
        return FileSink.forBulkFormat(new Path(settings.pathOf(table.name())), ParquetRows.writerFactory(table))
                .withBucketAssigner(new DayBuckets<>(table))
                .withRollingPolicy(OnCheckpointRollingPolicy.build())
                .withOutputFileConfig(FILES)
                .build();
    }
}
