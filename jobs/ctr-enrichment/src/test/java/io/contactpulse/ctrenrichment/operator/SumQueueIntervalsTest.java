package io.contactpulse.ctrenrichment.operator;

import static io.contactpulse.ctrenrichment.recorded.Ctr.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.ctrenrichment.domain.CtrRules;
import io.contactpulse.ctrenrichment.domain.QueueSums;
import io.contactpulse.schema.QueueContribution;
import io.contactpulse.schema.QueueInterval;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class SumQueueIntervalsTest {
    private static final long DAY = 24 * 3600;
    private static final long CLOSED = 15 * 60 + 8 * DAY;

    @Test
    void addsUpBothServiceLevels() throws Exception {
        try (var harness = opened()) {
            process(
                    harness,
                    answered("c-1", 10, 20),
                    answered("c-2", 20, 40),
                    abandoned("c-3", 30, 4),
                    callback("c-4", 40, 90));

            assertThat(last(harness))
                    .isEqualTo(QueueInterval.newBuilder()
                            .setQueueChannel("q-1#VOICE")
                            .setIntervalStart(at(0))
                            .setQueueId("q-1")
                            .setChannel("VOICE")
                            .setVersion(at(40).toEpochMilli())
                            .setOffered(4)
                            .setAnswered(2)
                            .setAbandoned(1)
                            .setShortAbandoned(1)
                            .setCallbacks(1)
                            .setSlAnsweredWithin(1)
                            .setSlRemovedWithin(2)
                            .setAverageSpeedOfAnswer(30.0)
                            .setAverageHandle(100.0)
                            .setMaxQueue(90)
                            .setDeleted(false)
                            .build());
        }
    }

    @Test
    void takesTheOldPartOutBeforeTheNewOneGoesIn() throws Exception {
        try (var harness = opened()) {
            process(harness, answered("c-1", 10, 20), abandoned("c-2", 20, 90), answered("c-2", 30, 10));

            assertThat(last(harness).getOffered()).isEqualTo(2);
            assertThat(last(harness).getAbandoned()).isZero();
            assertThat(last(harness).getAnswered()).isEqualTo(2);
            assertThat(last(harness).getMaxQueue()).isEqualTo(20);
            assertThat(last(harness).getAverageSpeedOfAnswer()).isEqualTo(15.0);
        }
    }

    @Test
    void deletesAnIntervalThatNobodyIsLeftIn() throws Exception {
        try (var harness = opened()) {
            QueueContribution gone = QueueContribution.newBuilder(answered("c-1", 30, 20))
                    .setRemoved(true)
                    .build();
            process(harness, answered("c-1", 10, 20), gone);

            assertThat(last(harness).getDeleted()).isTrue();
            assertThat(last(harness).getOffered()).isZero();
            assertThat(last(harness).getMaxQueue()).isZero();
            assertThat(last(harness).getOptionalAverageHandle()).isEmpty();
        }
    }

    @Test
    void raisesTheVersionAlsoWhenOlderNewsComesLater() throws Exception {
        try (var harness = opened()) {
            process(harness, answered("c-1", 100, 20), answered("c-2", 50, 20));

            assertThat(last(harness).getVersion()).isEqualTo(at(100).toEpochMilli() + 1);
        }
    }

    @Test
    void goesOnAfterARestartWhereItWas() throws Exception {
        OperatorSubtaskState state;
        try (var before = opened()) {
            process(before, abandoned("c-1", 10, 90));
            state = before.snapshot(1, 1);
        }

        try (var after = harness()) {
            after.initializeState(state);
            after.open();
            process(after, answered("c-1", 20, 5));

            assertThat(last(after).getOffered()).isEqualTo(1);
            assertThat(last(after).getMaxQueue()).isEqualTo(5);
        }
    }

    @Test
    void isNotTouchedByCorrectionsAfterItIsClosed() throws Exception {
        try (var harness = opened()) {
            process(harness, answered("c-1", 10, 20), answered("c-1", CLOSED, 30), answered("c-1", CLOSED + 1, 40));

            assertThat(harness.extractOutputValues())
                    .extracting(QueueInterval::getMaxQueue)
                    .containsExactly(20L, 30L);
        }
    }

    @Test
    void forgetsAnIntervalThatIsClosed() throws Exception {
        try (var harness = opened()) {
            process(harness, answered("c-1", 10, 20));

            harness.processWatermark(at(CLOSED + 1).toEpochMilli());
            process(harness, answered("c-2", 20, 20));

            assertThat(harness.extractOutputValues()).hasSize(1);
            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    private static QueueContribution answered(String contactId, long told, long queueSeconds) {
        return part(contactId, told, queueSeconds)
                .setAnswered(true)
                .setHandleSeconds(100)
                .build();
    }

    private static QueueContribution abandoned(String contactId, long told, long queueSeconds) {
        return part(contactId, told, queueSeconds)
                .setAbandoned(true)
                .setShortAbandoned(queueSeconds < 5)
                .build();
    }

    private static QueueContribution callback(String contactId, long told, long queueSeconds) {
        return part(contactId, told, queueSeconds).setCallback(true).build();
    }

    private static QueueContribution.Builder part(String contactId, long told, long queueSeconds) {
        return QueueContribution.newBuilder()
                .setQueueId("q-1")
                .setChannel("VOICE")
                .setIntervalStart(at(0))
                .setContactId(contactId)
                .setAt(at(told))
                .setRemoved(false)
                .setAnswered(false)
                .setAbandoned(false)
                .setShortAbandoned(false)
                .setCallback(false)
                .setWithin(queueSeconds <= 20)
                .setQueueSeconds(queueSeconds)
                .setHandleSeconds(0);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, QueueContribution, QueueInterval> harness()
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new SumQueueIntervals(CtrRules.defaults(), Pace.live())),
                QueueSums::keyOf,
                Types.STRING);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, QueueContribution, QueueInterval> opened()
            throws Exception {
        var harness = harness();
        harness.open();
        return harness;
    }

    private static void process(
            KeyedOneInputStreamOperatorTestHarness<String, QueueContribution, QueueInterval> harness,
            QueueContribution... contributions)
            throws Exception {
        for (QueueContribution contribution : contributions) {
            harness.processElement(contribution, contribution.getAt().toEpochMilli());
        }
    }

    private static QueueInterval last(
            KeyedOneInputStreamOperatorTestHarness<String, QueueContribution, QueueInterval> harness) {
        List<QueueInterval> rows = harness.extractOutputValues();
        return rows.get(rows.size() - 1);
    }
}
