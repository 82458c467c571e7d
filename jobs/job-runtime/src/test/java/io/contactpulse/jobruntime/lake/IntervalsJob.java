package io.contactpulse.jobruntime.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactpulse.jobruntime.JobEnvironment;
import io.contactpulse.jobruntime.table.Table;
import io.contactpulse.schema.AgentInterval;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.runtime.client.JobExecutionException;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A job that writes {@link Intervals} to the lake, fifty rows for each checkpoint, and fails as it is told. */
final class IntervalsJob {
    static final int ROWS = 1000;

    private static final int ROWS_PER_CHECKPOINT = 50;
    private static final int PARALLELISM = 2;
    private static final long CHECKPOINT_MILLIS = 50;
    private static final int FEWEST_CHECKPOINTS = 5;

    /** Two splits are read side by side, so this row of the first one comes half-way through the job. */
    static final long HALF_WAY = ROWS / 4;

    private IntervalsJob() {}

    static void run(LakeSettings lake) throws Exception {
        with(lake, FailOnce.never(), new Configuration()).execute();
    }

    static void runFailingHalfWay(LakeSettings lake) throws Exception {
        Configuration restarting = new Configuration();
        restarting.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        restarting.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
        restarting.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ZERO);
        with(lake, FailOnce.at(HALF_WAY), restarting).execute();
        assertThat(FailOnce.hasFailed()).isTrue();
    }

    /** Fails, and is started again from the oldest checkpoint it had made; the cluster must keep them all. */
    static void runAgainFromTheOldestCheckpoint(LakeSettings lake, Path checkpoints) throws Exception {
        Configuration failing = new Configuration();
        failing.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        failing.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, "file:" + checkpoints);
        failing.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        assertThatThrownBy(() -> with(lake, FailOnce.at(HALF_WAY), failing).execute())
                .isInstanceOf(JobExecutionException.class);
        assertThat(FailOnce.hasFailed()).isTrue();

        List<Path> made = WrittenFiles.below(checkpoints, "/_metadata");
        assertThat(made).hasSizeGreaterThan(FEWEST_CHECKPOINTS);
        Path oldest = Collections.min(made, Comparator.comparing(IntervalsJob::checkpointNumber));
        Configuration restored = new Configuration();
        restored.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        restored.set(StateRecoveryOptions.SAVEPOINT_PATH, oldest.toUri().toString());
        with(lake, FailOnce.never(), restored).execute();
    }

    static StreamExecutionEnvironment with(LakeSettings lake, FailOnce failure, Configuration configuration) {
        StreamExecutionEnvironment environment =
                JobEnvironment.configure(StreamExecutionEnvironment.getExecutionEnvironment(configuration));
        environment.setParallelism(PARALLELISM);
        environment.enableCheckpointing(CHECKPOINT_MILLIS);
        TypeInformation<AgentInterval> rowType = TypeInformation.of(AgentInterval.class);
        LakeSink.attach(
                environment
                        .fromSource(
                                new DataGeneratorSource<>(
                                        Intervals::number,
                                        ROWS,
                                        RateLimiterStrategy.perCheckpoint(ROWS_PER_CHECKPOINT),
                                        rowType),
                                WatermarkStrategy.noWatermarks(),
                                "Numbered intervals")
                        .uid("numbered-intervals")
                        .map(failure)
                        .returns(rowType)
                        .uid("fail-once"),
                Table.of(AgentInterval.class),
                lake,
                "intervals-to-lake");
        return environment;
    }

    private static int checkpointNumber(Path metadata) {
        String folder = metadata.getName(metadata.getNameCount() - 2).toString();
        return Integer.parseInt(folder.substring("chk-".length()));
    }
}
