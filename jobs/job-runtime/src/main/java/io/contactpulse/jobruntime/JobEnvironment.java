package io.contactpulse.jobruntime;

import java.time.Duration;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * What every job's environment has in common, on a laptop and in the cloud. Parallelism, checkpoints and logging are
 * left alone: Managed Flink sets them itself.
 */
public final class JobEnvironment {
    /** Can never be changed for a running application: savepoints are laid out by it. */
    private static final int MAX_PARALLELISM = 128;

    /** An alert waits at most this long in each network buffer; the default of 100 ms alone would break its promise. */
    private static final Duration BUFFER_TIMEOUT = Duration.ofMillis(5);

    private JobEnvironment() {}

    public static StreamExecutionEnvironment create() {
        return configure(StreamExecutionEnvironment.getExecutionEnvironment());
    }

    public static StreamExecutionEnvironment configure(StreamExecutionEnvironment environment) {
        Configuration settings = new Configuration();
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        settings.set(PipelineOptions.OBJECT_REUSE, false);
        settings.set(PipelineOptions.MAX_PARALLELISM, MAX_PARALLELISM);
        settings.set(ExecutionOptions.BUFFER_TIMEOUT_ENABLED, true);
        settings.set(ExecutionOptions.BUFFER_TIMEOUT, BUFFER_TIMEOUT);
        environment.configure(settings);
        return environment;
    }
}
