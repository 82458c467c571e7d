package io.contactpulse.jobruntime.lake;

import io.contactpulse.jobruntime.table.Table;
import io.contactpulse.schema.DeadLetter;
import io.contactpulse.schema.RejectedRecord;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.filesystem.OutputFileConfig;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.OnCheckpointRollingPolicy;

/** rejected ──▶ rows of the dead-letters table, for everybody; and ──▶ their bytes in the restricted raw folder. */
public final class DeadLetterSinks {
    private static final OutputFileConfig RAW_FILES = OutputFileConfig.builder()
            .withPartPrefix("letters")
            .withPartSuffix(RawLetters.SUFFIX)
            .build();

    private DeadLetterSinks() {}

    /** The steps' uids are {@code <uidPrefix>-row}, {@code <uidPrefix>-to-lake} (see LakeSink) and {@code <uidPrefix>-raw}. */
    public static void attach(DataStream<RejectedRecord> rejected, LakeSettings settings, String uidPrefix) {
        DataStream<DeadLetter> rows = rejected.map(RejectedRecord::getLetter)
                .returns(TypeInformation.of(DeadLetter.class))
                .uid(uidPrefix + "-row")
                .name("Dead letter without its bytes");
        LakeSink.attach(rows, Table.of(DeadLetter.class), settings, uidPrefix + "-to-lake");

        rejected.rebalance()
                .sinkTo(rawSink(settings))
                .uid(uidPrefix + "-raw")
                .name("Bytes of dead letters")
                .setParallelism(settings.writers());
    }

    private static FileSink<RejectedRecord> rawSink(LakeSettings settings) {
        RawLetters letters = new RawLetters();
        return FileSink.forRowFormat(new Path(settings.deadLettersRawPath()), letters)
                .withBucketAssigner(letters)
                .withRollingPolicy(OnCheckpointRollingPolicy.build())
                .withOutputFileConfig(RAW_FILES)
                .build();
    }
}
