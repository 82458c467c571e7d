package io.contactpulse.ctrenrichment.operator;

import static io.contactpulse.ctrenrichment.recorded.Ctr.at;
import static io.contactpulse.ctrenrichment.recorded.Ctr.contact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.contactpulse.ctrenrichment.domain.CtrRules;
import io.contactpulse.ctrenrichment.domain.JourneyTracker;
import io.contactpulse.ctrenrichment.recorded.Ctr;
import io.contactpulse.ctrenrichment.wire.Decoded;
import io.contactpulse.schema.ContactRecord;
import io.contactpulse.schema.ContactRow;
import io.contactpulse.schema.JourneyFacts;
import io.contactpulse.schema.JourneyOutcome;
import io.contactpulse.schema.QueueContribution;
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

class StitchJourneyTest {
    private static final long HOUR = 3600;
    private static final long DAY = 24 * HOUR;

    @Test
    void tellsAContactOnceHoweverOftenItIsDelivered() throws Exception {
        try (var harness = opened(Pace.live())) {
            process(harness, contact("c-1"), contact("c-1"), contact("c-1").updated(90));

            assertThat(rows(harness)).extracting(ContactRow::getVersion).containsExactly(millis(120));
            assertThat(side(harness, StitchJourney.FACTS)).hasSize(1);
        }
    }

    @Test
    void takesTheGreaterOfTwoThatClaimOneVersionInEitherOrder() throws Exception {
        Ctr lesser = contact("c-1").ended(60, "CUSTOMER_DISCONNECT");
        Ctr greater = contact("c-1").ended(60, "OTHER");
        try (var one = opened(Pace.live());
                var other = opened(Pace.live())) {
            process(one, lesser, greater);
            process(other, greater, lesser);

            assertThat(last(rows(one)).getDisconnectReason()).isEqualTo("OTHER");
            assertThat(last(rows(one)).getVersion()).isEqualTo(millis(120) + 1);
            assertThat(last(rows(other)).getDisconnectReason()).isEqualTo("OTHER");
        }
    }

    @Test
    void goesOnAfterARestartWhereItWas() throws Exception {
        OperatorSubtaskState state;
        try (var before = opened(Pace.live())) {
            process(before, contact("c-1").before("c-2").ended(60, "CONTACT_FLOW_DISCONNECT"));
            state = before.snapshot(1, 1);
        }

        try (var after = restored(state)) {
            process(after, contact("c-1").before("c-2").ended(60, "CONTACT_FLOW_DISCONNECT"));
            assertThat(rows(after)).isEmpty();
            after.processWatermark(millis(60 + 4 * HOUR));

            assertThat(side(after, StitchJourney.FACTS))
                    .extracting(JourneyFacts::getOutcome)
                    .containsExactly(JourneyOutcome.ENDED_IN_FLOW);
        }
    }

    @Test
    void forgetsAJourneyAfterTheRetention() throws Exception {
        try (var harness = opened(Pace.live())) {
            process(harness, contact("c-1").before("c-2"), contact("c-9"));
            harness.processWatermark(millis(60 + 8 * DAY));
            assertThat(harness.numKeyedStateEntries()).isEqualTo(2);

            harness.processWatermark(millis(61 + 8 * DAY));

            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    @Test
    void replacesOnlyTheRowWhenTheJourneyIsForgotten() throws Exception {
        try (var harness = opened(Pace.live())) {
            process(harness, contact("c-1").queued("q-1", 10, 60));
            harness.processWatermark(millis(9 * DAY));
            process(
                    harness,
                    contact("c-1").queued("q-1", 10, 60).updated(8 * DAY).attribute("csat", "3"));

            assertThat(last(rows(harness)).getCsat()).isEqualTo(3);
            assertThat(side(harness, StitchJourney.FACTS)).hasSize(1);
            assertThat(side(harness, StitchJourney.CONTRIBUTIONS)).hasSize(1);
            assertThat(harness.numKeyedStateEntries()).isZero();
        }
    }

    @Test
    void inAReplayTakesRecordsOfOneInstantTogether() throws Exception {
        try (var harness = opened(Pace.replay(at(500)))) {
            process(
                    harness,
                    contact("c-2").by("TRANSFER").after("c-1", "c-1"),
                    contact("c-1").before("c-2"));
            assertThat(rows(harness)).isEmpty();

            harness.processWatermark(millis(120));

            assertThat(rows(harness)).extracting(ContactRow::getContactId).containsExactly("c-1", "c-2");
            assertThat(side(harness, StitchJourney.FACTS))
                    .singleElement()
                    .satisfies(facts -> assertThat(facts.getLegs()).containsExactly("c-1", "c-2"));
        }
    }

    @Test
    void inAReplayEndsNothingThatIsDueAfterItsEnd() throws Exception {
        try (var harness = opened(Pace.replay(at(500)))) {
            process(harness, contact("c-1").before("c-2").ended(60, "CONTACT_FLOW_DISCONNECT"));
            harness.processWatermark(Long.MAX_VALUE);

            assertThat(side(harness, StitchJourney.FACTS))
                    .extracting(JourneyFacts::getOutcome)
                    .containsExactly(JourneyOutcome.OPEN);
        }
    }

    @Test
    void takesTheOldContributionOutWhenTheQueueIsCorrected() throws Exception {
        try (var harness = opened(Pace.live())) {
            Ctr call = contact("c-1").queued("q-1", 10, 60);
            process(harness, call, call.copy().inQueue("q-2").updated(900));

            assertThat(side(harness, StitchJourney.CONTRIBUTIONS))
                    .extracting(QueueContribution::getQueueId, QueueContribution::getRemoved)
                    .containsExactly(tuple("q-1", false), tuple("q-1", true), tuple("q-2", false));
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, ContactRecord, ContactRow> harness(Pace pace)
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new StitchJourney(JourneyTracker.of(CtrRules.defaults()), pace)),
                new JourneyKey(),
                Types.STRING);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, ContactRecord, ContactRow> opened(Pace pace)
            throws Exception {
        var harness = harness(pace);
        harness.open();
        return harness;
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, ContactRecord, ContactRow> restored(
            OperatorSubtaskState state) throws Exception {
        var harness = harness(Pace.live());
        harness.initializeState(state);
        harness.open();
        return harness;
    }

    private static void process(
            KeyedOneInputStreamOperatorTestHarness<String, ContactRecord, ContactRow> harness, Ctr... records)
            throws Exception {
        for (Ctr record : records) {
            ContactRecord read = Decoded.one(record.json());
            harness.processElement(read, read.getLastUpdatedAt().toEpochMilli());
        }
    }

    private static List<ContactRow> rows(
            KeyedOneInputStreamOperatorTestHarness<String, ContactRecord, ContactRow> harness) {
        return harness.extractOutputValues();
    }

    private static <T> List<T> side(
            KeyedOneInputStreamOperatorTestHarness<String, ContactRecord, ContactRow> harness, OutputTag<T> tag) {
        Queue<StreamRecord<T>> records = harness.getSideOutput(tag);
        List<T> values = new ArrayList<>();
        if (records != null) {
            records.forEach(record -> values.add(record.getValue()));
        }
        return values;
    }

    private static <T> T last(List<T> values) {
        return values.get(values.size() - 1);
    }

    private static long millis(long second) {
        return at(second).toEpochMilli();
    }
}
