package io.contactpulse.agentstatesla.domain;

import io.contactpulse.schema.AgentEvent;
import io.contactpulse.schema.AgentEventType;
import io.contactpulse.schema.AgentSnapshot;
import io.contactpulse.schema.TrackedAgent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where an agent stands: on shift or not, in which status, with which contacts; and every clock that runs with it. */
final class Whereabouts {
    private final boolean isNew;
    private final ShiftTime time;
    private final StatusClock status;
    private Hands hands;
    private NextStatus nextStatus;
    private @Nullable Shift shift;
    private boolean loggedOut;
    private Instant lastEventAt;

    /** Of an agent never heard of before this event. */
    Whereabouts(AgentEvent first) {
        isNew = true;
        time = ShiftTime.notStarted(first.getAgentId(), first.getAt());
        status = StatusClock.notStarted();
        hands = Hands.EMPTY;
        nextStatus = NextStatus.NONE;
        lastEventAt = first.getAt();
    }

    Whereabouts(TrackedAgent known) {
        isNew = false;
        hands = Hands.of(known.getContacts());
        time = ShiftTime.of(known, hands.connected());
        status = StatusClock.of(known, time.state());
        nextStatus = NextStatus.of(known);
        shift = time.onShift() ? Shift.of(known) : null;
        loggedOut = known.getLoggedOut();
        lastEventAt = known.getLastEventAt();
    }

    void take(AgentEvent event) {
        change(event);
        lastEventAt = event.getAt();
    }

    private void change(AgentEvent event) {
        if (event.getEventType() == AgentEventType.LOGOUT) {
            loggedOut = true;
            become(event, EffectiveState.OFFLINE, Hands.EMPTY, Optional.empty());
            return;
        }
        if (saysNothing(event)) {
            time.moveTo(time.state(), hands.connected(), event.getAt(), lastEventAt);
            shift = shiftAfter(event, hands);
            return;
        }
        loggedOut = false;
        Optional<AgentSnapshot> snapshot = event.getOptionalSnapshot();
        if (snapshot.isEmpty()) {
            become(event, EffectiveState.UNKNOWN, Hands.EMPTY, snapshot);
            return;
        }
        become(event, EffectiveState.ofStatus(snapshot.get()), hands.after(event, snapshot.get()), snapshot);
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

    private void become(AgentEvent event, EffectiveState chosen, Hands next, Optional<AgentSnapshot> snapshot) {
        Instant at = event.getAt();
        Instant said = snapshot.flatMap(AgentSnapshot::getOptionalStatusStartedAt)
                .filter(start -> !start.isAfter(at))
                .orElse(at);
        status.become(chosen, hands, next, said, at);
        nextStatus = snapshot.map(each -> nextStatus.after(each, at)).orElse(NextStatus.NONE);
        time.moveTo(next.effective(chosen), next.connected(), at, lastEventAt);
        shift = shiftAfter(event, next);
        hands = next;
    }

    private @Nullable Shift shiftAfter(AgentEvent event, Hands next) {
        if (!time.onShift()) {
            return null;
        }
        Shift current = shift == null ? Shift.startedAt(event.getAt()) : shift;
        current.takeIn(event, hands, next, time.state());
        return current;
    }

    /** Writes the quarter hours that are over by then. */
    void settle(Instant until) {
        time.settle(until, lastEventAt);
    }

    /** None while the agent is off. */
    List<Clock> clocks(String agentId) {
        List<Clock> clocks = new ArrayList<>();
        if (shift == null) {
            return clocks;
        }
        clocks.addAll(hands.clocks());
        status.clock(agentId).ifPresent(clocks::add);
        nextStatus.clock(agentId).ifPresent(clocks::add);
        clocks.addAll(shift.clocks(agentId, time.state(), lastEventAt));
        return clocks;
    }

    Situation situation(AgentProfile agent) {
        return Situation.of(time.onShift(), status.status().state(), hands, agent.slots());
    }

    ShiftTime time() {
        return time;
    }

    Hands hands() {
        return hands;
    }

    /** Since when the status is Error; empty if it is not. */
    Optional<Instant> errorSince() {
        return status.errorSince();
    }

    Instant lastEventAt() {
        return lastEventAt;
    }

    /** Saves what {@link #Whereabouts(TrackedAgent)} reads. */
    void saveTo(TrackedAgent.Builder agent) {
        agent.setLastEventAt(lastEventAt)
                .setLoggedOut(loggedOut)
                .setContacts(hands.contacts())
                .setShift(shift == null ? null : shift.tracked());
        time.saveTo(agent);
        status.saveTo(agent);
        nextStatus.saveTo(agent);
    }
}
