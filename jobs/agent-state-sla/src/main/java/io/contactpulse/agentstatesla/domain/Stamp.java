package io.contactpulse.agentstatesla.domain;

import java.time.Instant;

/** Of whom something is told, when it became true, and how it sorts among what became true at the same time. */
final class Stamp {
    private final AgentProfile agent;
    private final Instant at;
    private final long version;

    private Stamp(AgentProfile agent, Instant at, long version) {
        this.agent = agent;
        this.at = at;
        this.version = version;
    }

    static Stamp of(AgentProfile agent, Instant at, long version) {
        return new Stamp(agent, at, version);
    }

    /** Sorts by agent, then by what was worked in first. */
    String order() {
        return agent.agentId() + " " + version;
    }

    AgentProfile agent() {
        return agent;
    }

    Instant at() {
        return at;
    }
}
