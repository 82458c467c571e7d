package io.contactpulse.agentstatesla.domain.queue;

import static io.contactpulse.testkit.Moments.at;

import io.contactpulse.schema.AgentAvailability;
import io.contactpulse.schema.AgentKind;
import io.contactpulse.schema.AlertSubject;
import io.contactpulse.schema.QueueContact;
import io.contactpulse.schema.QueueContactState;
import io.contactpulse.schema.QueueEnd;
import io.contactpulse.schema.QueueEntry;
import io.contactpulse.schema.QueueExit;
import io.contactpulse.schema.QueueStaff;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a queue hears, said in one line each. Times are times of day. */
public final class QueueEntries {
    private QueueEntries() {}

    public static QueueEntry staff(String time, String agent, AgentAvailability availability) {
        return staff(at(time), agent, availability, false);
    }

    public static QueueEntry ghost(String time, String agent) {
        return staff(at(time), agent, AgentAvailability.AVAILABLE, true);
    }

    static QueueEntry staff(Instant at, String agent, AgentAvailability availability, boolean ghost) {
        return entry(at)
                .setStaff(QueueStaff.newBuilder()
                        .setAgentId(agent)
                        .setAgentKind(AgentKind.HUMAN)
                        .setAvailability(availability)
                        .setSince(at)
                        .setGhost(ghost)
                        .setSubject(AlertSubject.newBuilder()
                                .setAgentId(agent)
                                .setAgentKind(AgentKind.HUMAN)
                                .setTeam("North")
                                .setGroups(List.of("Europe", "Berlin", "North"))
                                .setRoutingProfile("Service")
                                .build())
                        .build())
                .build();
    }

    public static QueueEntry offered(String time, String contact, String queuedAt) {
        return contact(at(time), contact, QueueContactState.OFFERED, at(queuedAt));
    }

    public static QueueEntry returned(String time, String contact, String queuedAt) {
        return contact(at(time), contact, QueueContactState.RETURNED, at(queuedAt));
    }

    /** Answered at the moment of the entry. */
    public static QueueEntry answered(String time, String contact, String queuedAt) {
        return answered(at(time), contact, at(queuedAt));
    }

    static QueueEntry answered(Instant at, String contact, Instant queuedAt) {
        QueueEntry entry = contact(at, contact, QueueContactState.ANSWERED, queuedAt);
        return QueueEntry.newBuilder(entry)
                .setContact(QueueContact.newBuilder(entry.getContact())
                        .setConnectedAt(at)
                        .build())
                .build();
    }

    public static QueueEntry gone(String time, String contact, String queuedAt, Duration handled) {
        return gone(at(time), contact, at(queuedAt), handled);
    }

    static QueueEntry gone(Instant at, String contact, Instant queuedAt, Duration handled) {
        QueueEntry entry = contact(at, contact, QueueContactState.GONE, queuedAt);
        return QueueEntry.newBuilder(entry)
                .setContact(QueueContact.newBuilder(entry.getContact())
                        .setHandledMillis(handled.toMillis())
                        .build())
                .build();
    }

    static QueueEntry contact(Instant at, String contact, QueueContactState state, Instant queuedAt) {
        return entry(at)
                .setContact(QueueContact.newBuilder()
                        .setContactId(contact)
                        .setChannel("VOICE")
                        .setQueuedAt(queuedAt)
                        .setState(state)
                        .setAgentId("agent-001")
                        .build())
                .build();
    }

    /** A contact record, at the time the contact left. */
    public static QueueEntry record(String contact, String enqueuedAt, String dequeuedAt, QueueExit exit) {
        return record(contact, at(enqueuedAt), at(dequeuedAt), exit, null);
    }

    static QueueEntry record(
            String contact, Instant enqueuedAt, Instant dequeuedAt, QueueExit exit, @Nullable Duration handled) {
        return entry(dequeuedAt)
                .setEnd(QueueEnd.newBuilder()
                        .setContactId(contact)
                        .setChannel("VOICE")
                        .setEnqueuedAt(enqueuedAt)
                        .setDequeuedAt(dequeuedAt)
                        .setExit(exit)
                        .setHandledMillis(handled == null ? null : handled.toMillis())
                        .build())
                .build();
    }

    private static QueueEntry.Builder entry(Instant at) {
        return QueueEntry.newBuilder()
                .setInstanceId("i-1")
                .setQueueId("q-1")
                .setQueueName("Roadside")
                .setAt(at)
                .setOrder("");
    }
}
