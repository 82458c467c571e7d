package io.contactpulse.ctrenrichment.domain;

import static io.contactpulse.ctrenrichment.recorded.Ctr.contact;
import static io.contactpulse.schema.FailureCode.DEAD_END;
import static io.contactpulse.schema.FailureCode.INPUT_FAILED;
import static io.contactpulse.schema.FailureCode.IVR_ABANDONED;
import static io.contactpulse.schema.FailureCode.QUEUE_ABANDONED;
import static io.contactpulse.schema.FailureCode.SELF_SERVICE_FAILED;
import static io.contactpulse.schema.FailureCode.STEP_ERROR;
import static io.contactpulse.schema.FailureCode.STEP_LOOP;
import static io.contactpulse.schema.FailureCode.SYSTEM_FAILURE;
import static io.contactpulse.schema.FailureCode.TRANSFER_LOOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.ctrenrichment.recorded.Ctr;
import io.contactpulse.schema.FailureCode;
import io.contactpulse.schema.JourneyOutcome;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One hand-written journey per failure code, with the evidence, and its harmless neighbour. */
class FailureCodesTest {

    @Test
    void callsLeavingTheIvrAbandoned() {
        Story story = Story.of(contact("c-1").steps("menu@10:OK", "vin@20:RETRY"));

        assertFailed(story, IVR_ABANDONED, "customer left after step vin was RETRY at 2026-03-02T09:00:20Z");
    }

    @Test
    void takesAnAbsentReasonForTheCustomer() {
        assertFailed(
                Story.of(contact("c-1").steps("menu@10:OK").without("DisconnectReason")),
                IVR_ABANDONED,
                "customer left after step menu was OK at 2026-03-02T09:00:10Z");
    }

    @Test
    void doesNotCallItAbandonedWithoutAStep() {
        assertHarmless(Story.of(contact("c-1")), JourneyOutcome.ENDED_IN_FLOW);
    }

    @Test
    void doesNotCallItAbandonedWhenTheFlowEndedIt() {
        assertHarmless(
                Story.of(contact("c-1").steps("menu@10:OK").ended(60, "CONTACT_FLOW_DISCONNECT")),
                JourneyOutcome.ENDED_IN_FLOW);
    }

    @Test
    void findsALoopInThreeVisitsOfAnyOutcome() {
        assertFailed(
                Story.of(contact("c-1")
                        .steps("menu@10:OK", "vin@20:NOMATCH", "menu@30:RETRY", "menu@40:OK")
                        .ended(60, "CONTACT_FLOW_DISCONNECT")),
                STEP_LOOP,
                "step menu was taken 3 times");
    }

    @Test
    void findsNoLoopInTwoVisits() {
        assertHarmless(
                Story.of(contact("c-1").steps("menu@10:OK", "menu@30:OK").ended(60, "CONTACT_FLOW_DISCONNECT")),
                JourneyOutcome.ENDED_IN_FLOW);
    }

    @Test
    void findsInputThatWasNotUnderstoodTwiceInARow() {
        assertFailed(
                Story.of(contact("c-1")
                        .steps("vin@10:NOINPUT", "vin@20:NOMATCH", "vin@30:OK")
                        .ended(60, "CONTACT_FLOW_DISCONNECT")),
                INPUT_FAILED,
                "step vin was NOINPUT at 2026-03-02T09:00:10Z, then NOMATCH at 2026-03-02T09:00:20Z",
                STEP_LOOP,
                "step vin was taken 3 times");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"vin@10:NOINPUT,menu@20:NOMATCH,x@30:OK", "vin@10:NOINPUT,x@20:OK,vin@30:NOMATCH,y@40:OK"})
    void wantsThemOfOneStepAndNextToEachOther(String steps) {
        assertHarmless(
                Story.of(contact("c-1").steps(steps.split(",")).ended(60, "CONTACT_FLOW_DISCONNECT")),
                JourneyOutcome.ENDED_IN_FLOW);
    }

    @Test
    void findsAStepThatNeverRecoveredFromItsError() {
        assertFailed(
                Story.of(contact("c-1")
                        .steps("lookup@10:OK", "lookup@20:ERROR", "menu@30:OK")
                        .ended(60, "CONTACT_FLOW_DISCONNECT")),
                STEP_ERROR,
                "step lookup was ERROR at 2026-03-02T09:00:20Z and was never OK afterwards");
    }

    @Test
    void forgivesAnErrorThatWasOvercome() {
        assertHarmless(
                Story.of(contact("c-1").steps("lookup@20:ERROR", "lookup@30:OK").ended(60, "CONTACT_FLOW_DISCONNECT")),
                JourneyOutcome.ENDED_IN_FLOW);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"NOINPUT", "NOMATCH"})
    void findsADeadEndWhereTheFlowHangsUp(String outcome) {
        assertFailed(
                Story.of(contact("c-1").steps("vin@10:" + outcome).ended(60, "CONTACT_FLOW_DISCONNECT")),
                DEAD_END,
                "the flow hung up after step vin was " + outcome + " at 2026-03-02T09:00:10Z");
    }

    @Test
    void findsSelfServiceThatNeededAPersonInTheEnd() {
        Story story = Story.of(contact("c-1")
                .steps("vin@10:NOMATCH", "agent@20:TRANSFER")
                .queued("q-1", 30, 40)
                .handled("a-1", 40, 100, 0, 10)
                .ended(140, "CUSTOMER_DISCONNECT")
                .updated(200));

        assertThat(story.journey().getOutcome()).isEqualTo(JourneyOutcome.HANDLED);
        assertThat(story.codes()).containsExactly(SELF_SERVICE_FAILED);
        assertThat(story.journey().getEvidence())
                .containsExactly("step vin was NOMATCH at 2026-03-02T09:00:10Z,"
                        + " then step agent was TRANSFER at 2026-03-02T09:00:20Z and a person had to help");
        assertThat(story.escalations).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"vin@10:NOMATCH,vin@15:OK,agent@20:TRANSFER", "agent@20:TRANSFER,vin@30:NOMATCH"})
    void blamesSelfServiceForNothingElse(String steps) {
        Story story = Story.of(contact("c-1")
                .steps(steps.split(","))
                .queued("q-1", 30, 40)
                .handled("a-1", 40, 100, 0, 10)
                .updated(200));

        assertThat(story.codes()).isEmpty();
    }

    @Test
    void callsLeavingTheQueueAbandoned() {
        assertFailed(
                Story.of(contact("c-1").queued("q-1", 10, 15)),
                QUEUE_ABANDONED,
                "contact c-1 was abandoned in queue Queue q-1 after 5 s");
    }

    @Test
    void setsShortAbandonsApart() {
        Story story = Story.of(contact("c-1").queued("q-1", 10, 14));

        assertHarmless(story, JourneyOutcome.ABANDONED_SHORT);
        assertThat(story.contact("c-1").getShortAbandon()).isTrue();
    }

    @Test
    void findsALoopInTheSameQueueTwice() {
        Story story = Story.of(
                handled("c-1", "q-1", 0).before("c-2").transferCompleted(100),
                handled("c-2", "q-2", 100)
                        .by("TRANSFER")
                        .after("c-1", "c-1")
                        .before("c-3")
                        .transferCompleted(200),
                handled("c-3", "q-2", 200).by("TRANSFER").after("c-1", "c-2"));

        assertThat(story.journey().getOutcome()).isEqualTo(JourneyOutcome.HANDLED);
        assertThat(story.codes()).containsExactly(TRANSFER_LOOP);
        assertThat(story.journey().getEvidence()).containsExactly("transferred to queue q-2 twice");
    }

    @Test
    void findsALoopInThreeTransfers() {
        Story story = Story.of(
                handled("c-1", "q-1", 0).before("c-2"),
                handled("c-2", "q-2", 100).by("TRANSFER").after("c-1", "c-1").before("c-3"),
                handled("c-3", "q-3", 200)
                        .by("QUEUE_TRANSFER")
                        .after("c-1", "c-2")
                        .before("c-4"),
                handled("c-4", "q-4", 300).by("TRANSFER").after("c-1", "c-3"));

        assertThat(story.codes()).containsExactly(TRANSFER_LOOP);
        assertThat(story.journey().getEvidence()).containsExactly("transferred 3 times");
    }

    @Test
    void callsAPlainTransferNoFailure() {
        Story story = Story.of(
                handled("c-1", "q-1", 0).before("c-2").transferCompleted(100),
                handled("c-2", "q-2", 100).by("TRANSFER").after("c-1", "c-1"));

        assertHarmless(story, JourneyOutcome.HANDLED);
    }

    @Test
    void callsARequestedCallbackNoFailureEvenInTheSameQueue() {
        Story story = Story.of(
                contact("c-1")
                        .queued("q-1", 10, 70)
                        .ended(70, "CONTACT_FLOW_DISCONNECT")
                        .before("c-2")
                        .updated(130),
                handled("c-2", "q-1", 300).by("CALLBACK").after("c-1", "c-1"));

        assertHarmless(story, JourneyOutcome.HANDLED);
    }

    @ParameterizedTest(name = "{0} by {1}")
    @CsvSource({
        "TELECOM_PROBLEM, INBOUND",
        "SYSTEM_ERROR, API",
        "AGENT_NETWORK_DISCONNECT, API",
    })
    void findsFailuresOfTheSystem(String reason, String method) {
        assertFailed(
                Story.of(contact("c-1").by(method).ended(60, reason)),
                SYSTEM_FAILURE,
                "contact c-1 ended with " + reason);
    }

    @Test
    void doesNotBlameTheSystemForABusyCustomer() {
        assertThat(Story.of(contact("c-1").by("OUTBOUND").ended(60, "TELECOM_BUSY"))
                        .codes())
                .isEmpty();
    }

    @Test
    void listsAllThatHoldsInOneOrder() {
        Story story = Story.of(contact("c-1")
                .steps("vin@10:NOMATCH", "vin@20:NOMATCH", "vin@30:ERROR")
                .ended(60, "CONTACT_FLOW_DISCONNECT"));

        assertThat(story.codes()).containsExactly(STEP_LOOP, INPUT_FAILED, STEP_ERROR, DEAD_END);
        assertThat(story.journey().getEvidence()).hasSize(4);
    }

    private static Ctr handled(String contactId, String queue, long from) {
        return contact(contactId)
                .began(from)
                .queued(queue, from + 10, from + 20)
                .handled("a-" + queue, from + 20, 60, 0, 10)
                .ended(from + 80, "CUSTOMER_DISCONNECT")
                .updated(from + 150);
    }

    /** Codes, each followed by its evidence. */
    private static void assertFailed(Story story, Object... expected) {
        List<FailureCode> codes = Arrays.stream(expected)
                .filter(FailureCode.class::isInstance)
                .map(FailureCode.class::cast)
                .sorted()
                .toList();
        List<String> evidence = Arrays.stream(expected)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
        assertThat(story.codes()).isEqualTo(codes);
        assertThat(story.journey().getEvidence()).containsExactlyInAnyOrderElementsOf(evidence);
        assertThat(story.journey().getOutcome()).isEqualTo(JourneyOutcome.FAILED);
        assertThat(story.escalations).hasSize(1);
    }

    private static void assertHarmless(Story story, JourneyOutcome outcome) {
        assertThat(story.codes()).isEmpty();
        assertThat(story.journey().getOutcome()).isEqualTo(outcome);
        assertThat(story.escalations).isEmpty();
    }
}
