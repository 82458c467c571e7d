package io.contactpulse.agentstatesla.domain;

import io.contactpulse.schema.AgentQueue;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.QueueContact;
import io.contactpulse.schema.QueueContactState;
import io.contactpulse.schema.QueueEntry;
import io.contactpulse.schema.QueueStaff;
import io.contactpulse.schema.TrackedContact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What queues are told of one agent: its presence, and what becomes of contacts. Who never waited in a queue is left out. */
final class QueueEntries {
    private static final Set<String> NEVER_WAITED = Set.of("OUTBOUND", "EXTERNAL_OUTBOUND", "MONITOR");

    private final List<QueueEntry> entries = new ArrayList<>();

    void staff(AgentQueue queue, QueueStaff staff, Stamp stamp) {
        if (isAgentsOwn(queue.getQueueId(), stamp)) {
            return;
        }
        entries.add(QueueEntry.newBuilder()
                .setInstanceId(stamp.agent().instanceId())
                .setQueueId(queue.getQueueId())
                .setQueueName(queue.getQueueName())
                .setAt(stamp.at())
                .setOrder(stamp.order() + " staff")
                .setStaff(staff)
                .build());
    }

    /** What an event did to the contacts in an agent's hands. */
    void contacts(Hands before, Hands after, Stamp stamp) {
        for (TrackedContact contact : before.contacts()) {
            if (after.find(contact.getContactId()).isEmpty()) {
                tellGone(contact, stamp);
            }
        }
        for (TrackedContact contact : after.contacts()) {
            Optional<QueueContactState> was =
                    before.find(contact.getContactId()).flatMap(QueueEntries::standing);
            standing(contact)
                    .filter(state -> was.filter(state::equals).isEmpty())
                    .ifPresent(state -> add(contact, state, Optional.empty(), stamp));
        }
    }

    private void tellGone(TrackedContact contact, Stamp stamp) {
        contact.getOptionalAnsweredAt()
                .map(answered -> Duration.between(answered, stamp.at()).toMillis())
                .ifPresent(handled -> add(contact, QueueContactState.GONE, Optional.of(handled), stamp));
    }

    /** Once answered a contact stays so, whatever becomes of it, until it has left the agent. */
    private static Optional<QueueContactState> standing(TrackedContact contact) {
        if (contact.getOptionalAnsweredAt().isPresent()) {
            return Optional.of(QueueContactState.ANSWERED);
        }
        if (contact.getState() == AgentState.RINGING) {
            return Optional.of(QueueContactState.OFFERED);
        }
        boolean returned = contact.getState() == AgentState.MISSED
                || contact.getState() == AgentState.REJECTED
                || contact.getState() == AgentState.ERROR;
        return returned ? Optional.of(QueueContactState.RETURNED) : Optional.empty();
    }

    private void add(TrackedContact contact, QueueContactState state, Optional<Long> handledMillis, Stamp stamp) {
        if (contact.getOptionalQueueId()
                        .filter(queueId -> !isAgentsOwn(queueId, stamp))
                        .isEmpty()
                || contact.getOptionalInitiationMethod()
                        .filter(NEVER_WAITED::contains)
                        .isPresent()) {
            return;
        }
        entries.add(QueueEntry.newBuilder()
                .setInstanceId(stamp.agent().instanceId())
                .setQueueId(contact.getQueueId())
                .setQueueName(contact.getQueueName())
                .setAt(stamp.at())
                .setOrder(stamp.order() + " contact " + contact.getContactId())
                .setContact(QueueContact.newBuilder()
                        .setContactId(contact.getContactId())
                        .setChannel(contact.getChannel())
                        .setQueuedAt(contact.getQueuedAt())
                        .setState(state)
                        .setConnectedAt(contact.getAnsweredAt())
                        .setAgentId(stamp.agent().agentId())
                        .setHandledMillis(handledMillis.orElse(null))
                        .build())
                .build());
    }

    List<QueueEntry> all() {
        return entries;
    }

    /** Every agent has a queue of one's own, with the agent's id: nobody else can serve it. */
    private static boolean isAgentsOwn(String queueId, Stamp stamp) {
        return queueId.equals(stamp.agent().agentId());
    }
}
