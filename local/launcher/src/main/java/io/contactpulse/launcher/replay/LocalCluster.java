package io.contactpulse.launcher.replay;

import io.contactpulse.jobruntime.JobEnvironment;
import io.contactpulse.schema.RawRecord;
import java.nio.file.Path;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.ClusterOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A cluster within this JVM that does one thing at a time, so that records stay in order. */
final class LocalCluster {
    private static final String LOOPBACK = "127.0.0.1";

    private final StreamExecutionEnvironment environment;

    /** Whatever the cluster writes besides its outputs, it writes to {@code scratch}. */
    LocalCluster(Path scratch) {
        Configuration settings = new Configuration();
        settings.set(ClusterOptions.PROCESS_WORKING_DIR_BASE, scratch.toString());
        settings.set(CoreOptions.TMP_DIRS, scratch.toString());
        settings.set(RestOptions.ADDRESS, LOOPBACK);
        settings.set(RestOptions.BIND_ADDRESS, LOOPBACK);
        environment = JobEnvironment.configure(StreamExecutionEnvironment.createLocalEnvironment(1, settings));
    }

    StreamExecutionEnvironment environment() {
        return environment;
    }

    DataStream<RawRecord> records(Path file, RecordFile.Numbers numbers, WatermarkStrategy<RawRecord> times) {
        org.apache.flink.core.fs.Path location = new org.apache.flink.core.fs.Path(file.toUri());
        FileSource<RawRecord> source = FileSource.forRecordStreamFormat(RecordFile.format(numbers), location)
                .build();
        return environment.fromSource(source, times, "Recorded records").uid("recorded-records");
    }
}
