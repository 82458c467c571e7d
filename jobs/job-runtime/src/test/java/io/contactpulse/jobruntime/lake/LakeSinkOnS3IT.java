package io.contactpulse.jobruntime.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.schema.AgentInterval;
import io.contactpulse.schema.DeadLetter;
import io.contactpulse.schema.RejectedRecord;
import io.contactpulse.standins.S3StandIn;
import io.contactpulse.standins.StandInClients;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.plugin.DefaultPluginManager;
import org.apache.flink.core.plugin.DirectoryBasedPluginFinder;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

class LakeSinkOnS3IT {
    private static final String BUCKET = "lake-bucket";

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(2)
            .setConfiguration(new Configuration().set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, Integer.MAX_VALUE))
            .build());

    @TempDir
    private static Path directory;

    private static S3StandIn s3;

    @BeforeAll
    static void startS3() throws IOException {
        s3 = S3StandIn.start(directory);
        try (S3Client client = StandInClients.s3(s3.endpoint())) {
            client.createBucket(request -> request.bucket(BUCKET));
        }
        // The build puts Flink's S3 plugin there.
        Path plugins = Path.of("target", "flink-plugins");
        FileSystem.initialize(
                s3Configuration(),
                new DefaultPluginManager(
                        new DirectoryBasedPluginFinder(plugins).findPlugins(),
                        CoreOptions.getPluginParentFirstLoaderPatterns(new Configuration())));
    }

    @AfterAll
    static void stopS3() {
        FileSystem.initialize(new Configuration(), null);
        s3.close();
    }

    @Test
    void writesEveryRowOnceWhenTheJobFailsAndRestarts() throws Exception {
        // when
        IntervalsJob.runFailingHalfWay(lake("failing"));

        // then
        assertThat(written("failing")).isEqualTo(Intervals.upTo(IntervalsJob.ROWS));
    }

    @Test
    void losesNothingWhenStartedFromAnOlderCheckpoint(@TempDir Path checkpoints) throws Exception {
        // when
        IntervalsJob.runAgainFromTheOldestCheckpoint(lake("restored"), checkpoints);

        // then
        assertThat(written("restored").stream().distinct().toList()).isEqualTo(Intervals.upTo(IntervalsJob.ROWS));
    }

    @Test
    void keepsARefusedWriteOnce() {
        // given
        RejectedRecord refused = DeadLetters.rejected("too-large", DeadLetters.NINE_OCLOCK);
        LakeRejectedWrites writes = new LakeRejectedWrites(lake("refused"));

        // when
        writes.keep(refused);
        writes.keep(refused);

        // then
        assertThat(WrittenFiles.rowsBelow(bucket().resolve("refused/dead-letters"), DeadLetter.class))
                .containsExactly(refused.getLetter());
        assertThat(WrittenFiles.lines(
                        bucket().resolve("dead-letters-raw/dt=2026-03-01/refused-hash-of-too-large.jsonl")))
                .containsExactly(DeadLetters.rawLine("too-large", DeadLetters.NINE_OCLOCK));
    }

    private static LakeSettings lake(String name) {
        return LakeSettingsTest.read(Map.of(
                "path", "s3://" + BUCKET + "/" + name,
                "dead-letters-raw-path", "s3://" + BUCKET + "/dead-letters-raw",
                "file-interval", "PT0.3S"));
    }

    private static List<AgentInterval> written(String name) {
        return Intervals.sorted(WrittenFiles.rowsBelow(bucket().resolve(name), AgentInterval.class));
    }

    private static Path bucket() {
        return s3.directory().resolve(BUCKET);
    }

    private static Configuration s3Configuration() {
        Configuration configuration = new Configuration();
        configuration.setString("s3.endpoint", s3.endpoint().toString());
        configuration.setString("s3.path.style.access", "true");
        configuration.setString("s3.access-key", StandInClients.ACCESS_KEY_ID);
        configuration.setString("s3.secret-key", StandInClients.SECRET_ACCESS_KEY);
        return configuration;
    }
}
