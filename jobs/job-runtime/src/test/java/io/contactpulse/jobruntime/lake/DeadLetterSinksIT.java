package io.contactpulse.jobruntime.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.jobruntime.JobEnvironment;
import io.contactpulse.schema.DeadLetter;
import io.contactpulse.schema.RejectedRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class DeadLetterSinksIT {
    private static final Instant NEXT_DAY = DeadLetters.NINE_OCLOCK.plus(Duration.ofDays(1));

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension();

    @TempDir
    private Path folder;

    @Test
    void writesTheRowsForEverybodyAndTheBytesApart() throws Exception {
        // given
        List<RejectedRecord> rejected = List.of(
                DeadLetters.rejected("first", DeadLetters.NINE_OCLOCK),
                DeadLetters.rejected("second", NEXT_DAY),
                DeadLetters.rejected("third", NEXT_DAY));

        // when
        job(rejected).execute();

        // then
        var rows = WrittenFiles.rowsByFolder(folder.resolve("lake/dead-letters"), DeadLetter.class);
        assertThat(rows).containsOnlyKeys("dt=2026-03-01", "dt=2026-03-02");
        assertThat(rows.values().stream().flatMap(Collection::stream))
                .containsExactlyInAnyOrderElementsOf(
                        rejected.stream().map(RejectedRecord::getLetter).toList());
        assertThat(rawLines("dt=2026-03-01")).containsExactly(DeadLetters.rawLine("first", DeadLetters.NINE_OCLOCK));
        assertThat(rawLines("dt=2026-03-02"))
                .containsExactlyInAnyOrder(
                        DeadLetters.rawLine("second", NEXT_DAY), DeadLetters.rawLine("third", NEXT_DAY));
    }

    @Test
    void keepsALetterOfUnknownArrival() throws Exception {
        // when
        job(List.of(DeadLetters.rejected("timeless", null))).execute();

        // then
        assertThat(rawLines("dt=1970-01-01")).containsExactly(DeadLetters.rawLine("timeless", null));
    }

    @Test
    void givesEveryStepAnUidThatTheCallerChose() {
        // when
        Collection<StreamNode> nodes = job(List.of(DeadLetters.rejected("first", null)))
                .getStreamGraph(false)
                .getStreamNodes();

        // then
        assertThat(nodes)
                .extracting(StreamNode::getTransformationUID)
                .containsExactlyInAnyOrder(
                        "rejected-records",
                        "dead-letters-row",
                        "dead-letters-to-lake-gather",
                        "dead-letters-to-lake",
                        "Sink Committer: dead-letters-to-lake",
                        "dead-letters-raw",
                        "Sink Committer: dead-letters-raw");
    }

    private StreamExecutionEnvironment job(List<RejectedRecord> rejected) {
        StreamExecutionEnvironment environment =
                JobEnvironment.configure(StreamExecutionEnvironment.getExecutionEnvironment());
        DeadLetterSinks.attach(
                environment
                        .fromData(rejected, TypeInformation.of(RejectedRecord.class))
                        .uid("rejected-records"),
                LakeSettingsTest.read(
                        Map.of("path", "file:" + folder + "/lake", "dead-letters-raw-path", "file:" + folder + "/raw")),
                "dead-letters");
        return environment;
    }

    private List<String> rawLines(String day) {
        return WrittenFiles.below(folder.resolve("raw").resolve(day), ".jsonl").stream()
                .flatMap(file -> WrittenFiles.lines(file).stream())
                .toList();
    }
}
