package io.contactpulse.ctrenrichment.domain;

import static io.contactpulse.ctrenrichment.recorded.Ctr.at;
import static io.contactpulse.ctrenrichment.recorded.Ctr.contact;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.ctrenrichment.recorded.Ctr;
import io.contactpulse.schema.ContactOutcome;
import io.contactpulse.schema.ContactRow;
import io.contactpulse.schema.TransferKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What single contacts of all channels come to, and how legs show how the one before went on. */
class ContactTest {

    @Test
    void measuresAHandledCallByTheAgentsOwnDurations() {
        ContactRow row =
                Story.of(handled("c-1").with("AgentConnectionAttempts", "2")).contact("c-1");

        assertThat(row.getOutcome()).isEqualTo(ContactOutcome.HANDLED);
        assertThat(row.getVersion()).isEqualTo(at(300).toEpochMilli());
        assertThat(row.getLastUpdatedAt()).isEqualTo(at(300));
        assertThat(row.getIvrSeconds()).isEqualTo(10);
        assertThat(row.getQueueSeconds()).isEqualTo(20);
        assertThat(row.getTalkSeconds()).isEqualTo(100);
        assertThat(row.getHoldSeconds()).isEqualTo(15);
        assertThat(row.getLongestHoldSeconds()).isEqualTo(15);
        assertThat(row.getHolds()).isEqualTo(1);
        assertThat(row.getAcwSeconds()).isEqualTo(30);
        assertThat(row.getHandleSeconds()).isEqualTo(145);
        assertThat(row.getOffers()).isEqualTo(2);
        assertThat(row.getAnsweredAt()).isEqualTo(at(30));
        assertThat(row.getEndedAt()).isEqualTo(at(2000));
        assertThat(row.getQueueId()).isEqualTo("q-1");
        assertThat(row.getAgentId()).isEqualTo("a-1");
        assertThat(row.getTeam()).isEqualTo("North");
        assertThat(row.getTransferKind()).isEqualTo(TransferKind.NONE);
    }

    @Test
    void knowsNoAgentDurationsWithoutAnAgent() {
        ContactRow row = Story.of(contact("c-1")).contact("c-1");

        assertThat(row.getOutcome()).isEqualTo(ContactOutcome.ENDED_IN_FLOW);
        assertThat(row.getIvrSeconds()).isEqualTo(60);
        assertThat(row.getOptionalQueueSeconds()).isEmpty();
        assertThat(row.getOptionalTalkSeconds()).isEmpty();
        assertThat(row.getOptionalHandleSeconds()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"VOICE", "CHAT", "TASK", "EMAIL"})
    void treatsAllChannelsAlike(String channel) {
        Story story = Story.of(handled("c-1").by("API").channel(channel));

        assertThat(story.contact("c-1").getOutcome()).isEqualTo(ContactOutcome.HANDLED);
        assertThat(story.contact("c-1").getChannel()).isEqualTo(channel);
        assertThat(story.journey().getChannels()).containsExactly(channel);
    }

    @ParameterizedTest(name = "{0} with {1} s of talk: {2}")
    @CsvSource({
        "TELECOM_UNANSWERED, 0, OUTBOUND_UNANSWERED",
        "CUSTOMER_NEVER_ARRIVED, 0, OUTBOUND_UNANSWERED",
        "CUSTOMER_DISCONNECT, 50, HANDLED",
        "TELECOM_PROBLEM, 50, HANDLED",
    })
    void tellsWhetherAnOutboundCallWasAnswered(String reason, long talk, ContactOutcome outcome) {
        Ctr call = contact("c-1").by("OUTBOUND").handled("a-1", 0, talk, 0, 5).ended(60, reason);

        ContactRow row = Story.of(call).contact("c-1");

        assertThat(row.getOutcome()).isEqualTo(outcome);
        assertThat(row.getIvrSeconds()).isZero();
    }

    @Test
    void restatesALegWhenItsNextShowsACallback() {
        Ctr call = contact("c-1")
                .queued("q-1", 10, 70)
                .ended(70, "CONTACT_FLOW_DISCONNECT")
                .before("c-2")
                .updated(130);
        Story story = Story.of(call);
        ContactRow before = story.contact("c-1");

        story.add(contact("c-2")
                .by("CALLBACK")
                .after("c-1", "c-1")
                .queued("q-1", 200, 210)
                .updated(500));

        assertThat(before.getOutcome()).isEqualTo(ContactOutcome.TRANSFERRED_BY_FLOW);
        assertThat(story.contact("c-1").getOutcome()).isEqualTo(ContactOutcome.CALLBACK_REQUESTED);
        assertThat(story.contact("c-1").getVersion()).isEqualTo(at(500).toEpochMilli());
        assertThat(story.queue("c-1").getCallback()).isTrue();
        assertThat(story.queue("c-1").getAbandoned()).isFalse();
    }

    @Test
    void knowsACallbackAlsoWhenItComesFirstAndIsNotAnnounced() {
        Story story = Story.of(
                contact("c-2")
                        .by("CALLBACK")
                        .began(100)
                        .after("c-1", "c-1")
                        .queued("q-1", 200, 210)
                        .updated(110),
                contact("c-1")
                        .queued("q-1", 10, 70)
                        .ended(70, "CUSTOMER_DISCONNECT")
                        .updated(130));

        assertThat(story.contact("c-1").getOutcome()).isEqualTo(ContactOutcome.CALLBACK_REQUESTED);
        assertThat(story.journey().getLegs()).containsExactly("c-1", "c-2");
    }

    @Test
    void countsLeavingTheQueueBeforeASurveyAsAbandoned() {
        Story story = Story.of(
                contact("c-1").queued("q-1", 10, 70).before("c-2").updated(130),
                contact("c-2").by("DISCONNECT").began(70).after("c-1", "c-1").updated(140));

        assertThat(story.contact("c-1").getOutcome()).isEqualTo(ContactOutcome.ABANDONED_IN_QUEUE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "child leaves later, COLD, 200, 100, true",
        "child leaves later, WARM, 200, 100, false",
        "short word aside, CONSULT, 20, 2, false",
        "taking part, CONFERENCE, 20, 30, false",
    })
    void tellsTransfersFromConsultations(
            String what, TransferKind kind, long childFrom, long childTalk, boolean completed) {
        Ctr parent = handled("c-1").before("c-2");
        if (completed) {
            parent.transferCompleted(145);
        }
        Ctr child = contact("c-2")
                .by("TRANSFER")
                .after("c-1", "c-1")
                .began(15)
                .handled("a-2", childFrom, childTalk, 0, 5)
                .ended(childFrom + childTalk, "AGENT_DISCONNECT")
                .updated(400);

        Story story = Story.of(parent, child);

        assertThat(story.contact("c-1").getTransferKind()).as(what).isEqualTo(kind);
        assertThat(story.contact("c-2").getTransferKind()).isEqualTo(TransferKind.NONE);
    }

    @ParameterizedTest(name = "held {0} s, with the third party {1} s, left at {2}: {3}")
    @CsvSource({"15, 10, 100, CONSULT", "15, 20, 100, CONFERENCE", "15, 10, 200, EXTERNAL"})
    void tellsWhatAThirdPartyWasCalledFor(long hold, long external, long childEnd, TransferKind kind) {
        Ctr parent = handled("c-1").before("c-2").transferCompleted(145);
        Ctr child = contact("c-2")
                .by("EXTERNAL_OUTBOUND")
                .after("c-1", "c-1")
                .external(external)
                .ended(childEnd, "THIRD_PARTY_DISCONNECT")
                .updated(400);
        if (kind != TransferKind.EXTERNAL) {
            parent.without("TransferCompletedTimestamp");
        }

        Story story = Story.of(parent, child);

        assertThat(story.contact("c-1").getHoldSeconds()).isEqualTo(hold);
        assertThat(story.contact("c-1").getTransferKind()).isEqualTo(kind);
        assertThat(story.contact("c-2").getOutcome()).isEqualTo(ContactOutcome.OTHER);
    }

    @Test
    void letsTheTransferOutOfConnectWin() {
        Story story = Story.of(handled("c-1").transferCompleted(145).transferredTo("+4930555"));

        assertThat(story.contact("c-1").getTransferKind()).isEqualTo(TransferKind.EXTERNAL);
    }

    @Test
    void callsAFlowsOwnTransferOneByQueue() {
        Story story = Story.of(
                contact("c-1")
                        .queued("q-1", 10, 40)
                        .ended(40, "CONTACT_FLOW_DISCONNECT")
                        .before("c-2"),
                contact("c-2")
                        .by("QUEUE_TRANSFER")
                        .began(40)
                        .after("c-1", "c-1")
                        .queued("q-2", 41, 50)
                        .updated(200));

        assertThat(story.contact("c-1").getTransferKind()).isEqualTo(TransferKind.QUEUE);
        assertThat(story.contact("c-1").getOutcome()).isEqualTo(ContactOutcome.TRANSFERRED_BY_FLOW);
        assertThat(story.contact("c-2").getOutcome()).isEqualTo(ContactOutcome.ABANDONED_IN_QUEUE);
    }

    /** The customer stayed on the line long after the agent. */
    private static Ctr handled(String contactId) {
        return contact(contactId)
                .queued("q-1", 10, 30)
                .handled("a-1", 30, 100, 15, 30)
                .ended(2000, "CUSTOMER_DISCONNECT")
                .updated(300);
    }
}
