package io.contactpulse.agentstatesla.domain;

import static io.contactpulse.testkit.AgentEvents.anAgentEvent;
import static io.contactpulse.testkit.Moments.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.agentstatesla.domain.rules.Measure;
import io.contactpulse.agentstatesla.domain.rules.Rules;
import io.contactpulse.schema.AgentContact;
import io.contactpulse.schema.AgentEvent;
import io.contactpulse.schema.AgentEventType;
import io.contactpulse.schema.AgentQueue;
import io.contactpulse.schema.AgentStatusType;
import io.contactpulse.schema.ContactState;
import io.contactpulse.schema.QueueContact;
import io.contactpulse.schema.QueueEntry;
import io.contactpulse.schema.QueueStaff;
import io.contactpulse.schema.TrackedAgent;
import io.contactpulse.schema.TrackedContact;
import io.contactpulse.testkit.AgentEvents;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueueEntriesTest {

    @ParameterizedTest
    @CsvSource({
        "INCOMING,BUSY",
        "CONNECTED,BUSY",
        "CONNECTED_ONHOLD,BUSY",
        "PAUSED,BUSY",
        "ENDED,BUSY",
        "MISSED,AWAY",
        "REJECTED,AWAY",
        "ERROR,AWAY"
    })
    void tellsEveryQueueWhetherItCanCountOnAnAgentWithAContact(ContactState contact, String availability) {
        Life life = new Life().happens(serving(anAgentEvent().holding("c1", contact), "q1", "q2"));

        assertThat(staff(life)).containsExactly("09:00:00 q1 " + availability, "09:00:00 q2 " + availability);
    }

    @Test
    void tellsQueuesWhenAnAgentComesChangesAndGoes() {
        Life life = new Life()
                .happens(serving(anAgentEvent().at(at("09:00:00")), "q1"))
                .happens(serving(anAgentEvent().at(at("09:01:00")).ofType(AgentEventType.HEART_BEAT), "q1"))
                .happens(serving(anAgentEvent().at(at("09:02:00")).inStatus("Lunch", AgentStatusType.CUSTOM), "q1"))
                .happens(serving(anAgentEvent().at(at("09:03:00")).inStatus("Break", AgentStatusType.CUSTOM), "q1"))
                .happens(anAgentEvent()
                        .at(at("09:04:00"))
                        .ofType(AgentEventType.LOGOUT)
                        .withoutSnapshot())
                .happens(anAgentEvent()
                        .at(at("10:00:00"))
                        .ofType(AgentEventType.LOGIN)
                        .withoutSnapshot());

        assertThat(staff(life))
                .containsExactly("09:00:00 q1 AVAILABLE", "09:02:00 q1 AWAY", "09:04:00 q1 OFF", "10:00:00 q1 AWAY");
        assertThat(staffRecords(life))
                .extracting(QueueStaff::getSince)
                .containsExactly(at("09:00:00"), at("09:02:00"), at("09:04:00"), at("10:00:00"));
        assertThat(staffRecords(life).get(0).getSubject().getUsername()).isEqualTo("user-of-agent-1");
        assertThat(life.queues.get(0).getQueueName()).isEqualTo("name of q1");
    }

    @Test
    void saysNothingOfAnAgentWhoIsFirstHeardOfWhenOff() {
        Life life = new Life().happens(serving(anAgentEvent().offline(), "q1"));

        assertThat(life.queues).isEmpty();
    }

    @Test
    void takesAnAgentOffTheQueuesThatTheRoutingProfileLost() {
        Life life = new Life()
                .happens(serving(anAgentEvent().at(at("09:00:00")), "q1", "q2"))
                .happens(serving(anAgentEvent().at(at("09:05:00")), "q2", "q3"));

        assertThat(staff(life))
                .containsExactly(
                        "09:00:00 q1 AVAILABLE", "09:00:00 q2 AVAILABLE", "09:05:00 q1 OFF", "09:05:00 q3 AVAILABLE");
        assertThat(staffRecords(life).get(3).getSince()).isEqualTo(at("09:00:00"));
    }

    @Test
    void takesAnAgentWhoLeavesOffTheQueuesOfBeforeOnly() {
        Life life = new Life()
                .happens(serving(anAgentEvent().at(at("09:00:00")), "q1"))
                .happens(serving(anAgentEvent().at(at("09:05:00")).offline(), "q2"));

        assertThat(staff(life)).containsExactly("09:00:00 q1 AVAILABLE", "09:05:00 q1 OFF");
    }

    @Test
    void tellsQueuesOfAGhostSinceTheSilenceIsTooLong() {
        Life timed = new Life(Life.rule("silent", Measure.SILENT_SECONDS, 300_000, 600_000))
                .happens(serving(anAgentEvent().at(at("09:00:00")), "q1"))
                .happens(serving(heartBeat("09:02:00"), "q1"))
                .timePassesUntil(at("09:07:00"))
                .happens(serving(heartBeat("09:08:00"), "q1"));
        Life settledLate = new Life(Life.rule("silent", Measure.SILENT_SECONDS, 300_000, 600_000))
                .happens(serving(anAgentEvent().at(at("09:00:00")), "q1"))
                .happens(serving(heartBeat("09:02:00"), "q1"))
                .happens(serving(heartBeat("09:08:00"), "q1"));

        assertThat(staff(timed))
                .isEqualTo(staff(settledLate))
                .containsExactly("09:00:00 q1 AVAILABLE", "09:07:00 q1 AVAILABLE ghost", "09:08:00 q1 AVAILABLE");
        assertThat(staffRecords(timed)).extracting(QueueStaff::getSince).containsOnly(at("09:00:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MISSED_IN_A_ROW", "MISSED_COUNT"})
    void takesForAGhostWhoMissesInARowButNotWhoMissesOften(String measure) {
        Life life = new Life(Life.rule("missed", Measure.valueOf(measure), 1, 2))
                .happens(serving(anAgentEvent().holding("c1", ContactState.MISSED), "q1"));

        assertThat(staff(life))
                .containsExactly("09:00:00 q1 AWAY" + (measure.equals("MISSED_IN_A_ROW") ? " ghost" : ""));
    }

    @Test
    void tellsWhatBecomesOfAContact() {
        Life life = new Life()
                .happens(contact("09:00:00", ContactState.INCOMING))
                .happens(contact("09:00:05", ContactState.CONNECTING))
                .happens(contact("09:00:20", ContactState.MISSED))
                .happens(anAgentEvent().at(at("09:00:40")))
                .happens(contact("09:01:00", ContactState.CONNECTING))
                .happens(contact("09:01:10", ContactState.CONNECTED))
                .happens(contact("09:02:00", ContactState.CONNECTED_ONHOLD))
                .happens(contact("09:03:00", ContactState.ERROR))
                .happens(contact("09:04:00", ContactState.ENDED))
                .happens(anAgentEvent().at(at("09:05:00")));

        assertThat(contacts(life))
                .containsExactly(
                        "09:00:00 OFFERED",
                        "09:00:20 RETURNED",
                        "09:01:00 OFFERED",
                        "09:01:10 ANSWERED",
                        "09:05:00 GONE 230000");
        QueueContact gone = life.queues.get(life.queues.size() - 1).getContact();
        assertThat(gone.getQueuedAt()).isEqualTo(at("08:58:00"));
        assertThat(gone.getConnectedAt()).isEqualTo(at("09:01:10"));
        assertThat(gone.getAgentId()).isEqualTo("agent-1");
    }

    @Test
    void takesTheSendersWordForWhenAContactWasAnswered() {
        Life life = new Life()
                .happens(contact("09:01:10", ContactState.CONNECTED, "INBOUND", at("09:01:08")))
                .happens(anAgentEvent().at(at("09:02:08")).ofType(AgentEventType.LOGOUT));

        assertThat(contacts(life)).containsExactly("09:01:10 ANSWERED", "09:02:08 GONE 60000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OUTBOUND", "EXTERNAL_OUTBOUND", "MONITOR"})
    void leavesOutContactsThatNeverWaited(String initiation) {
        Life life = new Life()
                .happens(contact("09:00:00", ContactState.CONNECTED, initiation, null))
                .happens(anAgentEvent().at(at("09:05:00")));

        assertThat(life.queues).isEmpty();
    }

    @Test
    void tellsOfAContactThatTheFirstReleaseHadInHand() {
        Life life = new Life().happens(contact("09:00:00", ContactState.CONNECTED));
        TrackedAgent now = life.agent();
        TrackedAgent byFirstRelease = TrackedAgent.newBuilder(now)
                .setContacts(now.getContacts().stream()
                        .map(contact -> TrackedContact.newBuilder(contact)
                                .setAnsweredAt(null)
                                .build())
                        .toList())
                .build();

        Step step = AgentTracker.of(Schedule.none())
                .apply(
                        Optional.of(byFirstRelease),
                        contact("09:01:00", ContactState.CONNECTED, "INBOUND", at("08:59:30")),
                        Rules.none());

        assertThat(step.queues())
                .extracting(entry ->
                        entry.getContact().getState() + " " + entry.getContact().getConnectedAt())
                .containsExactly("ANSWERED " + at("08:59:30"));
    }

    private static AgentEvent serving(AgentEvents event, String... queues) {
        return Snapshots.with(
                event,
                snapshot -> snapshot.setContacts(List.copyOf(snapshot.getContacts().stream()
                                .map(contact -> AgentContact.newBuilder(contact)
                                        .setQueueId(null)
                                        .build())
                                .toList()))
                        .setQueues(Stream.of(queues)
                                .map(queue -> AgentQueue.newBuilder()
                                        .setQueueId(queue)
                                        .setQueueName("name of " + queue)
                                        .build())
                                .toList()));
    }

    private static AgentEvents heartBeat(String time) {
        return anAgentEvent().at(at(time)).ofType(AgentEventType.HEART_BEAT);
    }

    private static AgentEvent contact(String time, ContactState state) {
        return contact(time, state, "INBOUND", null);
    }

    private static AgentEvent contact(
            String time, ContactState state, String initiation, @Nullable Instant connectedAt) {
        return Snapshots.with(
                anAgentEvent().at(at(time)).holding("c1", state),
                snapshot -> snapshot.setContacts(snapshot.getContacts().stream()
                        .map(contact -> AgentContact.newBuilder(contact)
                                .setInitiationMethod(initiation)
                                .setQueuedAt(at("08:58:00"))
                                .setConnectedAt(connectedAt)
                                .build())
                        .toList()));
    }

    private static List<String> staff(Life life) {
        return life.queues.stream()
                .filter(entry -> entry.getOptionalStaff().isPresent())
                .map(entry -> Life.time(entry.getAt()) + " " + entry.getQueueId() + " "
                        + entry.getStaff().getAvailability()
                        + (entry.getStaff().getGhost() ? " ghost" : ""))
                .toList();
    }

    private static List<QueueStaff> staffRecords(Life life) {
        return life.queues.stream()
                .flatMap(entry -> entry.getOptionalStaff().stream())
                .toList();
    }

    private static List<String> contacts(Life life) {
        return life.queues.stream()
                .filter(entry -> entry.getOptionalContact().isPresent())
                .map(QueueEntriesTest::contactLine)
                .toList();
    }

    private static String contactLine(QueueEntry entry) {
        return Life.time(entry.getAt()) + " " + entry.getContact().getState()
                + entry.getContact()
                        .getOptionalHandledMillis()
                        .map(millis -> " " + millis)
                        .orElse("");
    }
}
