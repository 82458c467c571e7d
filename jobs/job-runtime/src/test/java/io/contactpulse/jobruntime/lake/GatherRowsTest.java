package io.contactpulse.jobruntime.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class GatherRowsTest {
    private static final Duration INTERVAL = Duration.ofMinutes(10);
    private static final int MOST_ROWS = 3;
    private static final long START = 1_000_000;
    private static final long DUE = START + INTERVAL.toMillis();

    @Test
    void holdsRowsOverCheckpointsUntilTheIntervalIsOver() throws Exception {
        try (var rows = opened()) {
            // given
            rows.processElement("a", 0);
            rows.setProcessingTime(DUE - 1);
            checkpoint(rows, 1);
            rows.processElement("b", 0);

            // when
            rows.setProcessingTime(DUE);

            // then
            assertThat(rows.extractOutputValues()).isEmpty();
            checkpoint(rows, 2);
            assertThat(rows.extractOutputValues()).containsExactly("a", "b");
        }
    }

    @Test
    void startsTheNextIntervalWithTheCheckpointThatReleased() throws Exception {
        try (var rows = opened()) {
            // given
            rows.setProcessingTime(DUE);
            checkpoint(rows, 1);
            rows.processElement("a", 0);

            // when
            rows.setProcessingTime(DUE + INTERVAL.toMillis() - 1);
            checkpoint(rows, 2);

            // then
            assertThat(rows.extractOutputValues()).isEmpty();
            rows.setProcessingTime(DUE + INTERVAL.toMillis());
            checkpoint(rows, 3);
            assertThat(rows.extractOutputValues()).containsExactly("a");
        }
    }

    @Test
    void releasesEarlyWhenTooManyWaitAndAddsTheRestToTheSameFile() throws Exception {
        try (var rows = opened()) {
            // when
            for (String row : List.of("a", "b", "c", "d")) {
                rows.processElement(row, 0);
            }

            // then
            assertThat(rows.extractOutputValues()).containsExactly("a", "b", "c");
            checkpoint(rows, 1);
            assertThat(rows.extractOutputValues()).containsExactly("a", "b", "c", "d");
        }
    }

    @Test
    void bringsRestoredRowsOutAtTheFirstCheckpointSoThatFrequentFailuresCannotHoldThemForEver() throws Exception {
        // given
        OperatorSubtaskState state;
        try (var rows = opened()) {
            rows.processElement("a", 0);
            rows.processElement("b", 0);
            state = checkpoint(rows, 1);
        }

        // when
        try (var restored = harness()) {
            restored.setProcessingTime(START);
            restored.initializeState(state);
            restored.open();
            restored.processElement("c", 0);

            // then
            assertThat(restored.extractOutputValues()).containsExactly("a", "b", "c");
        }
    }

    @Test
    void keepsNothingAfterARelease() throws Exception {
        // given
        OperatorSubtaskState state;
        try (var rows = opened()) {
            rows.processElement("a", 0);
            rows.setProcessingTime(DUE);
            state = checkpoint(rows, 1);
        }

        // when
        try (var restored = harness()) {
            restored.initializeState(state);
            restored.open();
            restored.endInput();

            // then
            assertThat(restored.extractOutputValues()).isEmpty();
        }
    }

    @Test
    void releasesEverythingAtTheEndOfTheInput() throws Exception {
        try (var rows = opened()) {
            // given
            rows.processElement("a", 0);

            // when
            rows.endInput();

            // then
            assertThat(rows.extractOutputValues()).containsExactly("a");
        }
    }

    private static OneInputStreamOperatorTestHarness<String, String> opened() throws Exception {
        OneInputStreamOperatorTestHarness<String, String> harness = harness();
        harness.setProcessingTime(START);
        harness.open();
        return harness;
    }

    private static OneInputStreamOperatorTestHarness<String, String> harness() throws Exception {
        GatherRows<String> gather = new GatherRows<>(Types.STRING, INTERVAL, MOST_ROWS);
        OneInputStreamOperatorTestHarness<String, String> harness =
                new OneInputStreamOperatorTestHarness<>(gather, StringSerializer.INSTANCE);
        harness.setup(StringSerializer.INSTANCE);
        return harness;
    }

    private static OperatorSubtaskState checkpoint(OneInputStreamOperatorTestHarness<String, String> rows, long id)
            throws Exception {
        rows.prepareSnapshotPreBarrier(id);
        return rows.snapshot(id, 0);
    }
}
