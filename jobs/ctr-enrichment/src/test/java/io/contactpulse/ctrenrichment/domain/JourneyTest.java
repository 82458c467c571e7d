package io.contactpulse.ctrenrichment.domain;

import static io.contactpulse.ctrenrichment.recorded.Ctr.at;
import static io.contactpulse.ctrenrichment.recorded.Ctr.contact;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.ctrenrichment.recorded.Ctr;
import io.contactpulse.schema.EscalationPriority;
import io.contactpulse.schema.EscalationStatus;
import io.contactpulse.schema.FailureCode;
import io.contactpulse.schema.Journey;
import io.contactpulse.schema.JourneyEffort;
import io.contactpulse.schema.JourneyOutcome;
import io.contactpulse.schema.JourneyStep;
import io.contactpulse.schema.Notification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Journeys over several legs, and what becomes of their escalations. */
class JourneyTest {
    private static final long HOURS = 3600;

    @Test
    void putsTheLegsOfATransferTogether() {
        Journey journey = Story.of(transferred()).journey();

        assertThat(journey.getOutcome()).isEqualTo(JourneyOutcome.HANDLED);
        assertThat(journey.getLegs()).containsExactly("c-1", "c-2", "c-3");
        assertThat(journey.getStartedAt()).isEqualTo(at(0));
        assertThat(journey.getEndedAt()).isEqualTo(at(400));
        assertThat(journey.getQueues()).containsExactly("q-1", "q-2");
        assertThat(journey.getSteps()).extracting(JourneyStep::getCode).containsExactly("menu", "agent");
        assertThat(journey.getHandleSeconds()).isEqualTo(60 + 10 + 100 + 20);
        assertThat(journey.getEffort())
                .isEqualTo(JourneyEffort.newBuilder()
                        .setContacts(3)
                        .setTransfers(1)
                        .setRepeats(0)
                        .setMinutes(7)
                        .build());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void saysTheSameWhateverOrderTheyComeIn(long seed) {
        List<Ctr> records = new ArrayList<>(List.of(transferred()));
        records.add(records.get(1));
        Collections.shuffle(records, new Random(seed));

        Story story = Story.of(records.toArray(new Ctr[0]));

        Journey expected = Story.of(transferred()).journey();
        assertThat(Journey.newBuilder(story.journey())
                        .setVersion(expected.getVersion())
                        .build())
                .as("seed %d", seed)
                .isEqualTo(expected);
    }

    @Test
    void staysOpenUntilTheAnnouncedLegComes() {
        Story story = Story.of(transferred()[0]);
        JourneyOutcome before = story.journey().getOutcome();

        story.add(transferred()[1]);

        assertThat(before).isEqualTo(JourneyOutcome.OPEN);
        assertThat(story.journey().getOutcome()).isEqualTo(JourneyOutcome.HANDLED);
    }

    @Test
    void givesUpWaitingFourHoursAfterTheLegThatAnnouncedIt() {
        Ctr call = contact("c-1").steps("vin@10:ERROR").before("lost").ended(60, "CONTACT_FLOW_DISCONNECT");
        Story story = Story.of(call).until(at(60 + 4 * HOURS - 1));
        JourneyOutcome before = story.journey().getOutcome();

        story.until(at(60 + 4 * HOURS));

        assertThat(before).isEqualTo(JourneyOutcome.OPEN);
        assertThat(story.journey().getOutcome()).isEqualTo(JourneyOutcome.FAILED);
        assertThat(story.journey().getVersion()).isEqualTo(at(60 + 4 * HOURS).toEpochMilli());
    }

    @Test
    void isNotOpenedAgainByACorrectionDaysLater() {
        Ctr call = contact("c-1").before("lost").ended(60, "CONTACT_FLOW_DISCONNECT");
        Story story = Story.of(call).until(at(5 * HOURS));

        story.add(call.copy().updated(48 * HOURS).attribute("csat", "5"));

        assertThat(story.journey().getOutcome()).isEqualTo(JourneyOutcome.ENDED_IN_FLOW);
        assertThat(story.contact("c-1").getCsat()).isEqualTo(5);
    }

    @Test
    void callsServedCustomersServed() {
        Story story = Story.of(contact("c-1").steps("menu@10:OK", "booking@20:SELF_SERVED"));

        assertThat(story.journey().getOutcome()).isEqualTo(JourneyOutcome.RESOLVED_SELF_SERVICE);
        assertThat(story.escalations).isEmpty();
    }

    @Test
    void takesNoSurveyOrSupervisorForTheEndOfTheJourney() {
        Story story = Story.of(
                handled("c-1", 0).before("c-2"),
                contact("c-2").by("DISCONNECT").began(200).after("c-1", "c-1").updated(300),
                contact("c-3").by("MONITOR").began(300).after("c-1", "c-1").updated(310));

        assertThat(story.journey().getOutcome()).isEqualTo(JourneyOutcome.HANDLED);
    }

    @Test
    void escalatesAFailureOnceWhateverIsDelivered() {
        Ctr failed = contact("c-1").queued("q-1", 10, 70).caller("+49 89 1001");

        Story story = Story.of(failed, failed, failed.copy().updated(900).attribute("csat", "1"), failed);

        assertThat(story.messages).hasSize(1);
        assertThat(story.escalation().getCodes()).containsExactly(FailureCode.QUEUE_ABANDONED);
        assertThat(story.escalation().getPriority()).isEqualTo(EscalationPriority.MEDIUM);
        assertThat(story.escalation().getOpenedAt()).isEqualTo(at(60));
        assertThat(story.escalation().getDueAt()).isEqualTo(at(60 + 4 * HOURS));
        assertThat(story.escalation().getCustomerKey()).startsWith("k1_");
        assertThat(story.messages.get(0).getBody())
                .contains("\"customerKey\":\"" + story.escalation().getCustomerKey() + "\"")
                .contains("was abandoned in queue Queue q-1 after 60 s")
                .doesNotContain("1001");
    }

    @Test
    void retractsAnEscalationWhenALateLegShowsThatSomebodyHelped() {
        Story story = Story.of(contact("c-1").queued("q-1", 10, 70));

        story.add(handled("c-2", 300).by("CALLBACK").after("c-1", "c-1"));

        assertThat(story.escalation().getStatus()).isEqualTo(EscalationStatus.RETRACTED);
        assertThat(story.escalation().getRetractedReason())
                .isEqualTo("a later record shows that the journey is HANDLED");
        assertThat(story.escalation().getCodes()).isEmpty();
        assertThat(story.messages)
                .extracting(Notification::getMessageId)
                .containsExactly(
                        story.escalation().getEscalationId() + "#1",
                        story.escalation().getEscalationId() + "#2");
    }

    @Test
    void letsARedactionWinOverWhatOtherLegsStillSay() {
        Ctr first = contact("c-1").steps("vin@10:ERROR").caller("+49891001").before("c-2");
        Ctr second = contact("c-2")
                .by("QUEUE_TRANSFER")
                .began(60)
                .after("c-1", "c-1")
                .caller("+49891001")
                .updated(150);
        Story story = Story.of(first, second);
        String before = story.journey().getCustomerKey();

        story.add(first.copy().redacted().updated(24 * HOURS));

        assertThat(before).startsWith("k1_");
        assertThat(story.contact("c-1").getOptionalCustomerKey()).isEmpty();
        assertThat(story.journey().getOptionalCustomerKey()).isEmpty();
        assertThat(story.escalation().getOptionalCustomerKey()).isEmpty();
    }

    @Test
    void doesNotUndoARedactionByAnOlderRecord() {
        Ctr call = contact("c-1").caller("+49891001");

        Story story = Story.of(call.copy().redacted().updated(24 * HOURS), call);

        assertThat(story.contact("c-1").getOptionalCustomerKey()).isEmpty();
    }

    @Test
    void replacesARowAndNothingElseByACorrectionAfterTheRetention() {
        Ctr call = contact("c-1").queued("q-1", 10, 70);
        Story story = Story.of(call);

        story.add(call.copy().handled("a-1", 70, 10, 0, 0).updated(9 * 24 * HOURS));

        assertThat(story.contact("c-1").getAgentId()).isEqualTo("a-1");
        assertThat(story.journey().getOutcome()).isEqualTo(JourneyOutcome.FAILED);
        assertThat(story.queue("c-1").getAnswered()).isFalse();
    }

    @Test
    void movesAContributionWhenTheQueueIsCorrected() {
        Ctr call = contact("c-1").queued("q-1", 10, 70);

        Story story = Story.of(call, call.copy().inQueue("q-2").updated(900));

        assertThat(story.queues.values())
                .singleElement()
                .satisfies(contribution -> assertThat(contribution.getQueueId()).isEqualTo("q-2"));
    }

    private static Ctr[] transferred() {
        return new Ctr[] {
            handled("c-1", 0)
                    .steps("menu@1:OK", "agent@5:TRANSFER")
                    .before("c-2")
                    .transferCompleted(90),
            contact("c-2")
                    .by("TRANSFER")
                    .began(90)
                    .after("c-1", "c-1")
                    .steps("menu@1:OK", "agent@5:TRANSFER")
                    .queued("q-2", 91, 100)
                    .handled("a-2", 100, 100, 0, 20)
                    .ended(200, "AGENT_DISCONNECT")
                    .updated(290),
            contact("c-3")
                    .by("DISCONNECT")
                    .began(200)
                    .after("c-1", "c-2")
                    .ended(400, "CUSTOMER_DISCONNECT")
                    .updated(470)
        };
    }

    private static Ctr handled(String contactId, long from) {
        return contact(contactId)
                .began(from)
                .queued("q-1", from + 10, from + 20)
                .handled("a-1", from + 20, 60, 0, 10)
                .ended(from + 80, "CUSTOMER_DISCONNECT")
                .updated(from + 160);
    }
}
