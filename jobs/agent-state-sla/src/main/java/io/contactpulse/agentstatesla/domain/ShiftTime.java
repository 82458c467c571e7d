package io.contactpulse.agentstatesla.domain;

import io.contactpulse.schema.AgentInterval;
import io.contactpulse.schema.TrackedAgent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Accounts for every moment of a shift: turns the states an agent passes through into intervals that touch, never overlap
 * and never cross a quarter hour. A finished quarter hour is written although the state goes on; when an event then tells
 * that the state had ended before, what was written too far is withdrawn or rewritten under a higher version.
 */
final class ShiftTime {
    private final String agentId;
    private final List<AgentInterval> written = new ArrayList<>();
    private EffectiveState state;
    private Instant stateStart;
    private Instant writtenUntil;
    private long version;
    private int connected;
    private int contactsAtMost;

    private ShiftTime(
            String agentId,
            EffectiveState state,
            Instant stateStart,
            Instant writtenUntil,
            long version,
            int connected,
            int contactsAtMost) {
        this.agentId = agentId;
        this.state = state;
        this.stateStart = stateStart;
        this.writtenUntil = writtenUntil;
        this.version = version;
        this.connected = connected;
        this.contactsAtMost = contactsAtMost;
    }

    static ShiftTime notStarted(String agentId, Instant now) {
        return new ShiftTime(agentId, EffectiveState.OFFLINE, now, now, 0, 0, 0);
    }

    static ShiftTime of(TrackedAgent agent, int connected) {
        return new ShiftTime(
                agent.getAgentId(),
                EffectiveState.of(agent.getState(), agent.getOptionalCustomStatus()),
                agent.getStateStart(),
                agent.getWrittenUntil(),
                agent.getIntervalVersion(),
                connected,
                agent.getContactsAtMost());
    }

    /** Writes the quarter hours of the running state that are over by then. */
    void settle(Instant until, Instant lastEventAt) {
        if (!state.isOffline()) {
            write(QuarterHours.floor(until), lastEventAt);
        }
    }

    /** Takes in what an event tells: the state from then on, and how many contacts are connected. */
    void moveTo(EffectiveState next, int nextConnected, Instant at, Instant lastEventAt) {
        if (next.equals(state)) {
            stay(nextConnected, at, lastEventAt);
        } else {
            close(at, lastEventAt);
            state = next;
            stateStart = at;
            writtenUntil = at;
            contactsAtMost = nextConnected;
        }
        connected = nextConnected;
    }

    private void stay(int nextConnected, Instant at, Instant lastEventAt) {
        int atMostInThisQuarter = sameQuarter(at, lastEventAt) ? contactsAtMost : connectedSinceQuarter(at);
        if (nextConnected != connected) {
            withdraw(at);
        }
        settle(at, lastEventAt);
        contactsAtMost = Math.max(atMostInThisQuarter, nextConnected);
    }

    /** What was connected until now is part of this quarter hour, unless it begins only now. */
    private int connectedSinceQuarter(Instant at) {
        return QuarterHours.floor(at).equals(at) ? 0 : connected;
    }

    private void close(Instant at, Instant lastEventAt) {
        if (!state.isOffline()) {
            withdraw(at);
            write(at, lastEventAt);
        }
    }

    private void withdraw(Instant at) {
        while (!state.isOffline() && writtenUntil.isAfter(at) && writtenUntil.isAfter(stateStart)) {
            Instant quarter = QuarterHours.floor(writtenUntil.minusMillis(1));
            Instant start = quarter.isBefore(stateStart) ? stateStart : quarter;
            if (!start.isBefore(at)) {
                add(start, writtenUntil, connected, true);
            }
            writtenUntil = start;
        }
    }

    private void write(Instant until, Instant lastEventAt) {
        while (writtenUntil.isBefore(until)) {
            Instant quarterEnd = QuarterHours.next(writtenUntil);
            Instant end = quarterEnd.isBefore(until) ? quarterEnd : until;
            add(writtenUntil, end, sameQuarter(writtenUntil, lastEventAt) ? contactsAtMost : connected, false);
            writtenUntil = end;
        }
    }

    private void add(Instant start, Instant end, int contacts, boolean deleted) {
        version = Math.max(version + 1, end.toEpochMilli());
        written.add(AgentInterval.newBuilder()
                .setAgentId(agentId)
                .setStart(start)
                .setEnd(end)
                .setState(state.state())
                .setCustomStatus(state.customStatus().orElse(null))
                .setContacts(contacts)
                .setVersion(version)
                .setDeleted(deleted)
                .build());
    }

    private static boolean sameQuarter(Instant one, Instant other) {
        return QuarterHours.floor(one).equals(QuarterHours.floor(other));
    }

    List<AgentInterval> written() {
        return written;
    }

    boolean onShift() {
        return !state.isOffline();
    }

    /** When the next quarter hour is over. */
    Instant nextDue() {
        return QuarterHours.next(writtenUntil);
    }

    EffectiveState state() {
        return state;
    }

    Instant stateStart() {
        return stateStart;
    }

    /** Saves what {@link #of} reads. */
    void saveTo(TrackedAgent.Builder agent) {
        agent.setState(state.state())
                .setCustomStatus(state.customStatus().orElse(null))
                .setStateStart(stateStart)
                .setWrittenUntil(writtenUntil)
                .setIntervalVersion(version)
                .setContactsAtMost(contactsAtMost);
    }
}
