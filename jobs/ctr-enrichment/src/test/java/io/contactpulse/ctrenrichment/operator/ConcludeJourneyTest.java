package io.contactpulse.ctrenrichment.operator;

import static io.contactpulse.ctrenrichment.recorded.Ctr.at;
import static io.contactpulse.ctrenrichment.recorded.Facts.failed;
import static io.contactpulse.ctrenrichment.recorded.Facts.journey;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.ctrenrichment.domain.Fence;
import io.contactpulse.ctrenrichment.domain.JourneyConcluder;
import io.contactpulse.schema.Escalation;
import io.contactpulse.schema.EscalationEvent;
import io.contactpulse.schema.EscalationPriority;
import io.contactpulse.schema.EscalationStatus;
import io.contactpulse.schema.FailureCode;
import io.contactpulse.schema.Journey;
import io.contactpulse.schema.JourneyFacts;
import io.contactpulse.schema.JourneyOutcome;
import io.contactpulse.schema.Publication;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.Test;

class ConcludeJourneyTest {
    private static final long DAY = 24 * 3600;

    @Test
    void makesAFailureOfARepeatThatWouldBeNoneByItself() throws Exception {
        try (var harness = opened(100)) {
            JourneyFacts repeat = JourneyFacts.newBuilder(journey("b", 0))
                    .setRepeatOf("a")
                    .setRepeats(2)
                    .build();
            process(harness, repeat);

            Journey row = harness.extractOutputValues().get(0);
            assertThat(row.getOutcome()).isEqualTo(JourneyOutcome.FAILED);
            assertThat(row.getFailureCodes()).containsExactly(FailureCode.REPEAT_CONTACT);
            assertThat(row.getEvidence()).containsExactly("try number 3, after journey a, for booking");
            assertThat(row.getEffort().getRepeats()).isEqualTo(2);
            assertThat(side(harness, ConcludeJourney.ESCALATIONS))
                    .extracting(Escalation::getPriority)
                    .containsExactly(EscalationPriority.HIGH);
        }
    }

    @Test
    void neitherLosesNorRepeatsAnEscalationOverARestart() throws Exception {
        JourneyFacts failure = failed(journey("a", 0), FailureCode.STEP_ERROR);
        OperatorSubtaskState state;
        try (var before = opened(100)) {
            process(before, failure);
            assertThat(side(before, ConcludeJourney.NOTIFICATIONS)).hasSize(1);
            state = before.snapshot(1, 1);
        }

        try (var after = harness()) {
            after.initializeState(state);
            after.open();
            after.setProcessingTime(at(200).toEpochMilli());
            process(after, failure, revised(journey("a", 0, 150), 2));

            assertThat(side(after, ConcludeJourney.NOTIFICATIONS))
                    .singleElement()
                    .satisfies(message -> assertThat(message.getMessageId()).endsWith("#2"));
            assertThat(side(after, ConcludeJourney.ESCALATION_EVENTS))
                    .extracting(EscalationEvent::getStatus)
                    .containsExactly(EscalationStatus.RETRACTED);
        }
    }

    @Test
    void ignoresFactsThatNewerOnesHaveOvertaken() throws Exception {
        try (var harness = opened(100)) {
            process(harness, revised(journey("a", 0), 2), failed(journey("a", 0), FailureCode.STEP_ERROR));

            assertThat(harness.extractOutputValues()).hasSize(1);
            assertThat(side(harness, ConcludeJourney.ESCALATIONS)).isEmpty();
        }
    }

    @Test
    void sendsNobodyAfterAFailureOfLongAgo() throws Exception {
        try (var harness = opened(100 + 601)) {
            process(harness, failed(journey("a", 0), FailureCode.STEP_ERROR));

            assertThat(side(harness, ConcludeJourney.ESCALATIONS)).hasSize(1);
            assertThat(side(harness, ConcludeJourney.ESCALATION_EVENTS))
                    .extracting(EscalationEvent::getPublication)
                    .containsExactly(Publication.HELD_BACK);
            assertThat(side(harness, ConcludeJourney.NOTIFICATIONS)).isEmpty();
        }
    }

    @Test
    void writesNothingWhenNothingIsNew() throws Exception {
        try (var harness = opened(100)) {
            process(harness, journey("a", 0), revised(journey("a", 0, 900), 2));

            assertThat(harness.extractOutputValues()).hasSize(1);
        }
    }

    @Test
    void forgetsAJourneyThatCannotChangeAnyMore() throws Exception {
        try (var harness = opened(100)) {
            process(harness, failed(journey("a", 0), FailureCode.STEP_ERROR));

            harness.processWatermark(at(9 * DAY).toEpochMilli());

            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    private static JourneyFacts revised(JourneyFacts facts, long revision) {
        return JourneyFacts.newBuilder(facts).setRevision(revision).build();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, JourneyFacts, Journey> harness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(
                        new ConcludeJourney(JourneyConcluder.of(Fence.of(Duration.ofMinutes(10))), Pace.live())),
                JourneyFacts::getJourneyId,
                Types.STRING);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, JourneyFacts, Journey> opened(long now)
            throws Exception {
        var harness = harness();
        harness.open();
        harness.setProcessingTime(at(now).toEpochMilli());
        return harness;
    }

    private static void process(
            KeyedOneInputStreamOperatorTestHarness<String, JourneyFacts, Journey> harness, JourneyFacts... told)
            throws Exception {
        for (JourneyFacts facts : told) {
            harness.processElement(facts, facts.getAt().toEpochMilli());
        }
    }

    private static <T> List<T> side(
            KeyedOneInputStreamOperatorTestHarness<String, JourneyFacts, Journey> harness, OutputTag<T> tag) {
        Queue<StreamRecord<T>> records = harness.getSideOutput(tag);
        List<T> values = new ArrayList<>();
        if (records != null) {
            records.forEach(record -> values.add(record.getValue()));
        }
        return values;
    }
}
