package io.contactpulse.ctrenrichment.operator;

import static io.contactpulse.ctrenrichment.recorded.Ctr.at;
import static io.contactpulse.ctrenrichment.recorded.Facts.journey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.contactpulse.schema.JourneyFacts;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class FindRepeatsTest {
    private static final long DAY = 24 * 3600;

    @Test
    void tellsTheLaterTryAnewWhenAnEarlierOneComesLate() throws Exception {
        try (var harness = opened()) {
            process(harness, journey("b", 100), journey("a", 0, 900));

            assertThat(harness.extractOutputValues())
                    .extracting(JourneyFacts::getJourneyId, JourneyFacts::getRepeatOf, JourneyFacts::getAt)
                    .containsExactly(tuple("b", null, at(200)), tuple("a", null, at(900)), tuple("b", "a", at(900)));
        }
    }

    @Test
    void knowsEarlierTriesAfterARestart() throws Exception {
        OperatorSubtaskState state;
        try (var before = opened()) {
            process(before, journey("a", 0));
            state = before.snapshot(1, 1);
        }

        try (var after = harness()) {
            after.initializeState(state);
            after.open();
            process(after, journey("b", 100));

            assertThat(after.extractOutputValues())
                    .extracting(JourneyFacts::getRepeatOf)
                    .containsExactly("a");
        }
    }

    @Test
    void forgetsEachTryWhenItCannotMatterAnyMore() throws Exception {
        try (var harness = opened()) {
            process(harness, journey("a", 0), journey("b", 2 * DAY));

            harness.processWatermark(at(9 * DAY).toEpochMilli());
            assertThat(harness.numEventTimeTimers()).isEqualTo(1);
            harness.processWatermark(at(11 * DAY).toEpochMilli());

            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, JourneyFacts, JourneyFacts> harness()
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new FindRepeats(Pace.live())), JourneyFacts::getGroupKey, Types.STRING);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, JourneyFacts, JourneyFacts> opened()
            throws Exception {
        var harness = harness();
        harness.open();
        return harness;
    }

    private static void process(
            KeyedOneInputStreamOperatorTestHarness<String, JourneyFacts, JourneyFacts> harness, JourneyFacts... told)
            throws Exception {
        for (JourneyFacts facts : told) {
            harness.processElement(facts, facts.getAt().toEpochMilli());
        }
    }
}
