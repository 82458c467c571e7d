package io.contactpulse.jobruntime.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.jobruntime.table.Table;
import io.contactpulse.schema.AgentInterval;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class LakeSinkIT {
    private static final String EVERY_CHECKPOINT = "PT0.001S";
    private static final String A_FEW_CHECKPOINTS = "PT0.3S";
    private static final String END_OF_JOB = "PT1H";

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(2)
            .setConfiguration(new Configuration().set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, Integer.MAX_VALUE))
            .build());

    @TempDir
    private Path folder;

    @Test
    void writesEveryRowOnceIntoTheFolderOfItsDay() throws Exception {
        // given
        Table<AgentInterval> table = Table.of(AgentInterval.class);

        // when
        IntervalsJob.run(lake("lake", A_FEW_CHECKPOINTS));

        // then
        var byFolder = WrittenFiles.rowsByFolder(folder.resolve("lake/agent-intervals"), AgentInterval.class);
        assertThat(byFolder)
                .containsOnlyKeys(
                        "dt=" + Intervals.LATE_DAY, "dt=" + Intervals.FIRST_DAY, "dt=" + Intervals.SECOND_DAY);
        byFolder.forEach((name, rows) ->
                assertThat(rows).extracting(row -> "dt=" + table.dayOf(row)).containsOnly(name));
        assertThat(written("lake")).isEqualTo(Intervals.upTo(IntervalsJob.ROWS));
    }

    @Test
    void writesEveryRowOnceWhenTheJobFailsAndRestarts() throws Exception {
        // when
        IntervalsJob.runFailingHalfWay(lake("lake", A_FEW_CHECKPOINTS));

        // then
        assertThat(written("lake")).isEqualTo(Intervals.upTo(IntervalsJob.ROWS));
    }

    @Test
    void writesOneFileADayHoweverManyCheckpointsThereAre() throws Exception {
        // given
        IntervalsJob.run(lake("ungathered", EVERY_CHECKPOINT));

        // when
        IntervalsJob.run(lake("gathered", END_OF_JOB));

        // then
        int ungathered = files("ungathered").size();
        int gathered = files("gathered").size();
        System.out.println(
                "lake files: " + ungathered + " when written at every checkpoint, " + gathered + " gathered");
        assertThat(ungathered).isGreaterThan(20);
        assertThat(gathered).isEqualTo(3);
        assertThat(written("gathered")).isEqualTo(Intervals.upTo(IntervalsJob.ROWS));
    }

    @Test
    void losesNothingWhenStartedFromAnOlderCheckpoint() throws Exception {
        // when
        IntervalsJob.runAgainFromTheOldestCheckpoint(lake("lake", A_FEW_CHECKPOINTS), folder.resolve("checkpoints"));

        // then
        // What came after that checkpoint was committed before and is there again, but equal: views show it once.
        assertThat(written("lake").stream().distinct().toList()).isEqualTo(Intervals.upTo(IntervalsJob.ROWS));
    }

    @Test
    void givesEveryStepAUidThatTheCallerChose() {
        // when
        var nodes = IntervalsJob.with(lake("lake", END_OF_JOB), FailOnce.never(), new Configuration())
                .getStreamGraph(false)
                .getStreamNodes();

        // then
        assertThat(nodes)
                .extracting(StreamNode::getTransformationUID)
                .containsExactlyInAnyOrder(
                        "numbered-intervals",
                        "fail-once",
                        "intervals-to-lake-gather",
                        "intervals-to-lake",
                        "Sink Committer: intervals-to-lake");
    }

    private LakeSettings lake(String name, String interval) {
        return LakeSettingsTest.read(Map.of(
                "path", "file:" + folder.resolve(name),
                "dead-letters-raw-path", "file:" + folder.resolve("raw"),
                "file-interval", interval));
    }

    private List<Path> files(String name) {
        return WrittenFiles.below(folder.resolve(name), ".parquet");
    }

    private List<AgentInterval> written(String name) {
        return Intervals.sorted(WrittenFiles.rowsBelow(folder.resolve(name), AgentInterval.class));
    }
}
