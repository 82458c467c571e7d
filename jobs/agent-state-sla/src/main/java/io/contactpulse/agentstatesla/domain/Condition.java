package io.contactpulse.agentstatesla.domain;

import java.util.Optional;
import java.util.Set;

/** What a rule's {@code when} can ask of a clock and of the agent it belongs to. */
enum Condition {
    STATE("state"),
    CUSTOM_STATUS("customStatus"),
    QUEUE("queue"),
    CHANNEL("channel"),
    TEAM("team"),
    ROUTING_PROFILE("routingProfile"),
    AGENT_KIND("agentKind"),
    INSTANCE("instance");

    private final String key;

    Condition(String key) {
        this.key = key;
    }

    /** The key in a rule file. */
    String key() {
        return key;
    }

    boolean holds(Set<String> wanted, Clock clock, AgentProfile agent) {
        return actual(clock, agent).filter(wanted::contains).isPresent();
    }

    private Optional<String> actual(Clock clock, AgentProfile agent) {
        switch (this) {
            case STATE:
                return Optional.of(clock.state().name());
            case CUSTOM_STATUS:
                return clock.customStatus();
            case QUEUE:
                return clock.queueName();
            case CHANNEL:
                return clock.channel();
            case TEAM:
                return agent.team();
            case ROUTING_PROFILE:
                return agent.routingProfile();
            case AGENT_KIND:
                return Optional.of(agent.kind().name());
            case INSTANCE:
                return Optional.of(agent.instanceId());
        }
        throw new IllegalStateException("unhandled " + this);
    }
}
