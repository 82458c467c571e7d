package io.contactpulse.agentstatesla.domain;

import io.contactpulse.agentstatesla.domain.rules.Measure;
import io.contactpulse.schema.AgentSnapshot;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.TrackedAgent;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The status an agent has chosen for after the contact, and when. */
final class NextStatus {
    static final NextStatus NONE = new NextStatus(null, null);

    private final @Nullable String name;
    private final @Nullable Instant since;

    private NextStatus(@Nullable String name, @Nullable Instant since) {
        this.name = name;
        this.since = since;
    }

    static NextStatus of(TrackedAgent agent) {
        return new NextStatus(agent.getNextStatusName(), agent.getNextStatusSince());
    }

    NextStatus after(AgentSnapshot snapshot, Instant at) {
        Optional<String> next = snapshot.getOptionalNextStatusName();
        if (next.isEmpty()) {
            return NONE;
        }
        if (next.get().equals(name)) {
            return this;
        }
        Instant said = snapshot.getOptionalNextStatusSince()
                .filter(chosen -> !chosen.isAfter(at))
                .orElse(at);
        return new NextStatus(next.get(), said);
    }

    Optional<Clock> clock(String agentId) {
        if (name == null || since == null) {
            return Optional.empty();
        }
        EffectiveState status = EffectiveState.of(AgentState.CUSTOM, Optional.of(name));
        return Optional.of(Clock.ofAgent(Measure.NEXT_STATUS_SECONDS, agentId, status, ElapsedTime.since(since)));
    }

    /** Saves what {@link #of} reads. */
    void saveTo(TrackedAgent.Builder agent) {
        agent.setNextStatusName(name).setNextStatusSince(since);
    }
}
