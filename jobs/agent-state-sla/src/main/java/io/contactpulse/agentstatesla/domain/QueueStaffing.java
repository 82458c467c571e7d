package io.contactpulse.agentstatesla.domain;

import io.contactpulse.schema.AgentAvailability;
import io.contactpulse.schema.AgentQueue;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.QueueStaff;
import io.contactpulse.schema.TrackedAgent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the queues of an agent's routing profile know of the agent: they are told whatever changes, and only that. */
final class QueueStaffing {
    private final QueueEntries entries;
    private AgentAvailability availability;
    private @Nullable Instant since;
    private boolean ghost;

    private QueueStaffing(QueueEntries entries, AgentAvailability availability) {
        this.entries = entries;
        this.availability = availability;
    }

    static QueueStaffing untold(QueueEntries entries) {
        return new QueueStaffing(entries, AgentAvailability.OFF);
    }

    /** The first release told queues nothing: for them everybody was off. */
    static QueueStaffing of(TrackedAgent agent, QueueEntries entries) {
        QueueStaffing staffing =
                new QueueStaffing(entries, agent.getOptionalAvailability().orElse(AgentAvailability.OFF));
        staffing.since = agent.getAvailabilitySince();
        staffing.ghost = agent.getGhost();
        return staffing;
    }

    private static AgentAvailability availability(AgentState state) {
        switch (state) {
            case AVAILABLE:
                return AgentAvailability.AVAILABLE;
            case OFFLINE:
                return AgentAvailability.OFF;
            case CUSTOM:
            case MISSED:
            case REJECTED:
            case ERROR:
            case UNKNOWN:
                return AgentAvailability.AWAY;
            case RINGING:
            case ON_HOLD:
            case ON_CONTACT:
            case PAUSED:
            case ACW:
                return AgentAvailability.BUSY;
        }
        throw new IllegalStateException("unhandled " + state);
    }

    /** The agent is in this state now, and may serve other queues than {@code before}. */
    void become(AgentState state, boolean nowGhost, AgentProfile before, Stamp stamp) {
        AgentAvailability next = availability(state);
        boolean changed = next != availability || nowGhost != ghost;
        boolean wasOff = availability == AgentAvailability.OFF;
        if (next != availability) {
            since = stamp.at();
        }
        availability = next;
        ghost = nowGhost;
        for (AgentQueue queue : before.queues()) {
            if (!wasOff
                    && (next == AgentAvailability.OFF || !contains(stamp.agent().queues(), queue))) {
                tell(queue, AgentAvailability.OFF, stamp);
            }
        }
        for (AgentQueue queue : stamp.agent().queues()) {
            if (next != AgentAvailability.OFF && (changed || !contains(before.queues(), queue))) {
                tell(queue, next, stamp);
            }
        }
    }

    private static boolean contains(List<AgentQueue> queues, AgentQueue queue) {
        return queues.stream().anyMatch(each -> each.getQueueId().equals(queue.getQueueId()));
    }

    private void tell(AgentQueue queue, AgentAvailability told, Stamp stamp) {
        Instant start = told == availability ? Optional.ofNullable(since).orElse(stamp.at()) : stamp.at();
        entries.staff(
                queue,
                QueueStaff.newBuilder()
                        .setAgentId(stamp.agent().agentId())
                        .setAgentKind(stamp.agent().kind())
                        .setAvailability(told)
                        .setSince(start)
                        .setGhost(ghost)
                        .setSubject(stamp.agent().subject().build())
                        .build(),
                stamp);
    }

    boolean isGhost() {
        return ghost;
    }

    /** Saves what {@link #of} reads. */
    void saveTo(TrackedAgent.Builder agent) {
        agent.setAvailability(availability).setAvailabilitySince(since).setGhost(ghost);
    }
}
