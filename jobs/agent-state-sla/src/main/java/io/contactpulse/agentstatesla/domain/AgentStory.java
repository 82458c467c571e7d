package io.contactpulse.agentstatesla.domain;

import io.contactpulse.agentstatesla.domain.rules.Rules;
import io.contactpulse.schema.AgentEvent;
import io.contactpulse.schema.AgentEventType;
import io.contactpulse.schema.AgentRow;
import io.contactpulse.schema.AgentRowContact;
import io.contactpulse.schema.AgentSnapshot;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.TrackedAgent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One agent's story so far, while one event or the passing of time is worked into it: shift, contacts, clocks, alerts.
 * Lives within one call; between two calls the story is a {@link TrackedAgent}.
 */
final class AgentStory {
    private final boolean isNew;
    private final ShiftTime time;
    private final AlertBook alerts;
    private final RecentEvents recent;
    private AgentProfile agent;
    private Hands hands;
    private @Nullable Instant lastContactEndedAt;
    private @Nullable Instant statusStart;
    private boolean loggedOut;
    private Instant lastEventAt;
    private long version;

    /** The story of an agent never heard of before this event. */
    AgentStory(AgentEvent first, Rules rules, AlertWriter writer) {
        isNew = true;
        agent = AgentProfile.of(first);
        hands = Hands.EMPTY;
        time = ShiftTime.notStarted(first.getAgentId(), first.getAt());
        alerts = new AlertBook(rules, writer, List.of());
        recent = RecentEvents.of(List.of());
        lastEventAt = first.getAt();
    }

    AgentStory(TrackedAgent known, Rules rules, AlertWriter writer) {
        isNew = false;
        agent = AgentProfile.of(known);
        hands = Hands.of(known.getContacts());
        time = ShiftTime.of(known, hands.connected());
        alerts = new AlertBook(rules, writer, known.getAlerts());
        recent = RecentEvents.of(known.getRecentEventIds());
        lastContactEndedAt = known.getLastContactEndedAt();
        statusStart = known.getStatusStart();
        loggedOut = known.getLoggedOut();
        lastEventAt = known.getLastEventAt();
        version = known.getVersion();
    }

    Step apply(AgentEvent event, Instant now) {
        Instant at = event.getAt();
        List<Clock> before = clocks();
        alerts.settle(before, agent, at, now);
        take(event);
        List<Clock> after = clocks();
        before.stream().filter(clock -> !after.contains(clock)).forEach(clock -> alerts.end(clock, agent, at, now));
        agent = agent.updatedBy(event);
        alerts.settle(after, agent, at, now);
        recent.add(event);
        lastEventAt = at;
        version = Math.max(version + 1, at.toEpochMilli());
        return new Step(tracked(), row(), time.written(), alerts.transitions());
    }

    Step settle(Instant until) {
        time.settle(until, lastEventAt);
        alerts.settle(clocks(), agent, until, until);
        return new Step(tracked(), null, time.written(), alerts.transitions());
    }

    private void take(AgentEvent event) {
        if (event.getEventType() == AgentEventType.LOGOUT) {
            loggedOut = true;
            become(EffectiveState.OFFLINE, Hands.EMPTY, Optional.empty(), event.getAt());
            return;
        }
        if (saysNothing(event)) {
            time.moveTo(time.state(), hands.connected(), event.getAt(), lastEventAt);
            return;
        }
        loggedOut = false;
        Optional<AgentSnapshot> snapshot = event.getOptionalSnapshot();
        if (snapshot.isEmpty()) {
            become(EffectiveState.UNKNOWN, Hands.EMPTY, Optional.empty(), event.getAt());
            return;
        }
        become(
                EffectiveState.ofStatus(snapshot.get()),
                hands.after(event, snapshot.get()),
                snapshot.get().getOptionalStatusStartedAt(),
                event.getAt());
    }

    /** After LOGOUT only LOGIN opens a shift; a heart-beat opens none; without a snapshot nothing changes. */
    private boolean saysNothing(AgentEvent event) {
        if (event.getEventType() == AgentEventType.LOGIN) {
            return false;
        }
        boolean heartBeat = event.getEventType() == AgentEventType.HEART_BEAT;
        if (isNew) {
            return heartBeat && event.getOptionalSnapshot().isEmpty();
        }
        return loggedOut
                || (heartBeat && !time.onShift())
                || event.getOptionalSnapshot().isEmpty();
    }

    private void become(EffectiveState status, Hands next, Optional<Instant> statusStartedAt, Instant at) {
        if (!hands.isEmpty() && next.isEmpty()) {
            lastContactEndedAt = at;
        }
        EffectiveState effective = next.effective(status);
        statusStart = statusClock(
                status,
                next,
                statusStartedAt.filter(start -> !start.isAfter(at)).orElse(at));
        hands = next;
        time.moveTo(effective, next.connected(), at, lastEventAt);
    }

    /** A status is on the clock while no contact keeps the agent busy; the status Error always is. */
    private @Nullable Instant statusClock(EffectiveState status, Hands next, Instant said) {
        boolean runs = !status.isOffline() && (next.isEmpty() || status.state() == AgentState.ERROR);
        if (!runs) {
            return null;
        }
        if (statusStart != null && time.state().equals(status)) {
            return statusStart;
        }
        return lastContactEndedAt != null && lastContactEndedAt.isAfter(said) ? lastContactEndedAt : said;
    }

    private List<Clock> clocks() {
        List<Clock> clocks = new ArrayList<>();
        if (time.onShift()) {
            hands.contacts().forEach(contact -> clocks.add(Clock.ofContact(contact)));
        }
        if (statusStart != null) {
            clocks.add(Clock.ofStatus(agent.agentId(), time.state(), statusStart));
        }
        return clocks;
    }

    private Optional<Instant> nextDue() {
        Optional<Instant> due = alerts.nextDue(clocks(), agent);
        if (!time.onShift()) {
            return due;
        }
        Instant quarter = time.nextDue();
        return Optional.of(due.filter(threshold -> threshold.isBefore(quarter)).orElse(quarter));
    }

    private AgentRow row() {
        return AgentRow.newBuilder()
                .setAgentId(agent.agentId())
                .setAgentArn(agent.agentArn())
                .setUsername(agent.username().orElse(null))
                .setInstanceId(agent.instanceId())
                .setAgentKind(agent.kind())
                .setVersion(version)
                .setState(time.state().state())
                .setCustomStatus(time.state().customStatus().orElse(null))
                .setStateStart(time.stateStart())
                .setContacts(hands.contacts().stream()
                        .map(contact -> AgentRowContact.newBuilder()
                                .setContactId(contact.getContactId())
                                .setChannel(contact.getChannel())
                                .setState(contact.getState())
                                .setStateStart(contact.getStateStart())
                                .build())
                        .collect(Collectors.toList()))
                .setRoutingProfile(agent.routingProfile().orElse(null))
                .setTeam(agent.team().orElse(null))
                .setLastEventAt(lastEventAt)
                .build();
    }

    private TrackedAgent tracked() {
        TrackedAgent.Builder tracked = TrackedAgent.newBuilder()
                .setAgentId(agent.agentId())
                .setAgentArn(agent.agentArn())
                .setInstanceId(agent.instanceId())
                .setAgentKind(agent.kind())
                .setUsername(agent.username().orElse(null))
                .setRoutingProfile(agent.routingProfile().orElse(null))
                .setTeam(agent.team().orElse(null))
                .setVersion(version)
                .setLastEventAt(lastEventAt)
                .setRecentEventIds(recent.ids())
                .setLoggedOut(loggedOut)
                .setContacts(hands.contacts())
                .setLastContactEndedAt(lastContactEndedAt)
                .setStatusStart(statusStart)
                .setAlerts(alerts.open())
                .setDueAt(nextDue().orElse(null));
        time.saveTo(tracked);
        return tracked.build();
    }
}
