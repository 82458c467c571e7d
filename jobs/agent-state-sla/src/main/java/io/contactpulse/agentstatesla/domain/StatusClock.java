package io.contactpulse.agentstatesla.domain;

import io.contactpulse.agentstatesla.domain.rules.Measure;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.TrackedAgent;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The status an agent has chosen, and since when rules measure it: while no contact keeps the agent busy, and no earlier
 * than the last contact's end. The status Error is always measured.
 */
final class StatusClock {
    private EffectiveState status;
    private @Nullable Instant lastContactEndedAt;
    private @Nullable Instant start;

    private StatusClock(EffectiveState status, @Nullable Instant lastContactEndedAt, @Nullable Instant start) {
        this.status = status;
        this.lastContactEndedAt = lastContactEndedAt;
        this.start = start;
    }

    static StatusClock notStarted() {
        return new StatusClock(EffectiveState.OFFLINE, null, null);
    }

    static StatusClock of(TrackedAgent agent, EffectiveState effective) {
        return new StatusClock(status(agent, effective), agent.getLastContactEndedAt(), agent.getStatusStart());
    }

    /** The first release kept no status beside a contact: whoever has one is taken for available. */
    private static EffectiveState status(TrackedAgent agent, EffectiveState effective) {
        AgentState state = agent.getOptionalStatus()
                .orElseGet(() -> agent.getContacts().isEmpty() ? effective.state() : AgentState.AVAILABLE);
        return state == effective.state() ? effective : EffectiveState.of(state, Optional.empty());
    }

    /** Takes in what an event says; {@code said} is the start of the status by the sender's account. */
    void become(EffectiveState next, Hands before, Hands after, Instant said, Instant at) {
        if (!before.isEmpty() && after.isEmpty()) {
            lastContactEndedAt = at;
        }
        boolean goesOn = start != null && status.equals(next);
        boolean runs = !next.isOffline() && (after.isEmpty() || next.state() == AgentState.ERROR);
        if (!runs) {
            start = null;
        } else if (!goesOn) {
            start = lastContactEndedAt != null && lastContactEndedAt.isAfter(said) ? lastContactEndedAt : said;
        }
        status = next;
    }

    Optional<Clock> clock(String agentId) {
        return Optional.ofNullable(start)
                .map(since -> Clock.ofAgent(Measure.STATE_SECONDS, agentId, status, ElapsedTime.since(since)));
    }

    /** Since when the status is Error; empty if it is not. */
    Optional<Instant> errorSince() {
        return status.state() == AgentState.ERROR ? Optional.ofNullable(start) : Optional.empty();
    }

    EffectiveState status() {
        return status;
    }

    /** Saves what {@link #of} reads. */
    void saveTo(TrackedAgent.Builder agent) {
        agent.setStatus(status.state())
                .setLastContactEndedAt(lastContactEndedAt)
                .setStatusStart(start);
    }
}
