package io.contactpulse.ctrenrichment.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.ctrenrichment.recorded.RandomRecording;
import io.contactpulse.schema.EscalationEvent;
import io.contactpulse.schema.Notification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The job and the oracle read the same recording and must end with the same tables, row by row. */
class JobEqualsOracleIT {
    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(2)
            .build());

    private static final int CONTACTS = 2_000;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 10);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void endsAReplayWithWhatTheOracleSays(long seed) throws Exception {
        List<String> recording = RandomRecording.of(seed, CONTACTS);
        Tables expected = Oracle.tables(recording);

        JobRows rows = ReplayedJob.run(recording, 1);

        assertThat(expected.escalations()).as("escalations of seed %d", seed).isNotEmpty();
        assertThat(expected.without(rows.tables())).as("missing, seed %d", seed).isEmpty();
        assertThat(rows.tables().without(expected))
                .as("too much, seed %d", seed)
                .isEmpty();
        assertThat(rows.messages()).extracting(Notification::getMessageId).doesNotHaveDuplicates();
        assertThat(rows.messages()).hasSameSizeAs(rows.events());
        assertThat(rows.events())
                .extracting(event -> event.getEscalationId() + "#" + event.getSeq())
                .containsExactlyInAnyOrderElementsOf(
                        rows.messages().stream().map(Notification::getMessageId).toList());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void writesTheVeryRowsAgainInAnotherOrderAndOnTwoThreads(long seed) throws Exception {
        List<String> recording = RandomRecording.of(seed, CONTACTS);
        List<String> other = new ArrayList<>(recording);
        other.addAll(recording.subList(0, recording.size() / 3));
        Collections.shuffle(other, new Random(seed + 1));

        JobRows rows = ReplayedJob.run(recording, 1);
        JobRows again = ReplayedJob.run(other, 2);

        assertThat(left(rows, again)).as("missing, seed %d", seed).isEmpty();
        assertThat(left(again, rows)).as("too much, seed %d", seed).isEmpty();
        assertThat(rows.events()).extracting(EscalationEvent::getSeq).contains(1, 2);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void endsALiveRunInAnyOrderWithWhatTheOracleSays(long seed) throws Exception {
        List<String> recording = RandomRecording.of(seed, CONTACTS);
        Tables expected = Oracle.tablesInTheEnd(recording).timeless();

        Tables live = ReplayedJob.runLive(recording).tables().timeless();

        assertThat(expected.without(live)).as("missing, seed %d", seed).isEmpty();
        assertThat(live.without(expected)).as("too much, seed %d", seed).isEmpty();
    }

    private static List<String> left(JobRows some, JobRows others) {
        Set<String> left = new TreeSet<>(some.everything());
        left.removeAll(others.everything());
        return List.copyOf(left);
    }
}
