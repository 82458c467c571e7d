package io.contactpulse.agentstatesla.operator;

import static io.contactpulse.agentstatesla.domain.desk.Entries.heard;
import static io.contactpulse.testkit.Moments.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.schema.DeskEntry;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InEventOrderTest {
    private KeyedOneInputStreamOperatorTestHarness<String, DeskEntry, DeskEntry> harness;

    @BeforeEach
    void open() throws Exception {
        harness = newHarness();
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void sortsByTimeAndThenByOrder() throws Exception {
        arrives(heard("c", true, at("09:00:01")));
        arrives(heard("b", true, at("09:00:00")));
        arrives(heard("d", true, at("09:00:01")));
        arrives(heard("a", true, at("09:00:01")));
        harness.processWatermark(Long.MAX_VALUE);

        assertThat(harness.extractOutputValues())
                .extracting(DeskEntry::getOrder)
                .containsExactly("0b", "0a", "0c", "0d");
    }

    @Test
    void waitsForTheWatermark() throws Exception {
        arrives(heard("a", true, at("09:00:01")));
        harness.processWatermark(at("09:00:00.999").toEpochMilli());
        assertThat(harness.extractOutputValues()).isEmpty();
        harness.processWatermark(at("09:00:01").toEpochMilli());

        assertThat(harness.extractOutputValues()).hasSize(1);
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void letsTheLateThroughWithTheNextWatermark() throws Exception {
        harness.processWatermark(at("09:00:01").toEpochMilli());
        arrives(heard("a", true, at("09:00:00")));
        harness.processWatermark(at("09:00:02").toEpochMilli());

        assertThat(harness.extractOutputValues()).hasSize(1);
    }

    @Test
    void goesOnAfterARestart() throws Exception {
        arrives(heard("b", true, at("09:00:01")));
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();
        harness = newHarness();
        harness.initializeState(snapshot);
        harness.open();
        arrives(heard("a", true, at("09:00:01")));
        harness.processWatermark(Long.MAX_VALUE);

        assertThat(harness.extractOutputValues())
                .extracting(DeskEntry::getOrder)
                .containsExactly("0a", "0b");
    }

    private void arrives(DeskEntry entry) throws Exception {
        harness.processElement(entry, entry.getAt().toEpochMilli());
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, DeskEntry, DeskEntry> newHarness() throws Exception {
        InEventOrder<DeskEntry> inOrder = new InEventOrder<>(DeskEntry.class, DeskEntry::getAt, DeskEntry::getOrder);
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(inOrder), DeskEntry::getInstanceId, Types.STRING);
    }
}
