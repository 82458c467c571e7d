package io.contactpulse.agentstatesla.domain;

import io.contactpulse.schema.AgentEvent;
import io.contactpulse.schema.AgentKind;
import io.contactpulse.schema.AgentSnapshot;
import io.contactpulse.schema.TrackedAgent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who an agent is, by the newest event that said so. */
final class AgentProfile {
    private final String agentId;
    private final String agentArn;
    private final String instanceId;
    private final AgentKind kind;
    private final @Nullable String username;
    private final @Nullable String routingProfile;
    private final @Nullable String team;

    private AgentProfile(
            String agentId,
            String agentArn,
            String instanceId,
            AgentKind kind,
            @Nullable String username,
            @Nullable String routingProfile,
            @Nullable String team) {
        this.agentId = agentId;
        this.agentArn = agentArn;
        this.instanceId = instanceId;
        this.kind = kind;
        this.username = username;
        this.routingProfile = routingProfile;
        this.team = team;
    }

    static AgentProfile of(TrackedAgent agent) {
        return new AgentProfile(
                agent.getAgentId(),
                agent.getAgentArn(),
                agent.getInstanceId(),
                agent.getAgentKind(),
                agent.getUsername(),
                agent.getRoutingProfile(),
                agent.getTeam());
    }

    /** What a first event tells. */
    static AgentProfile of(AgentEvent event) {
        Optional<AgentSnapshot> snapshot = event.getOptionalSnapshot();
        return new AgentProfile(
                event.getAgentId(),
                event.getAgentArn(),
                event.getInstanceId(),
                event.getAgentKind(),
                snapshot.flatMap(AgentSnapshot::getOptionalUsername).orElse(null),
                snapshot.flatMap(AgentSnapshot::getOptionalRoutingProfile).orElse(null),
                snapshot.flatMap(AgentSnapshot::getOptionalTeam).orElse(null));
    }

    /** An event without a snapshot says nothing of the configuration: the old one stands. */
    AgentProfile updatedBy(AgentEvent event) {
        return event.getOptionalSnapshot().isPresent()
                ? of(event)
                : new AgentProfile(
                        agentId,
                        event.getAgentArn(),
                        event.getInstanceId(),
                        event.getAgentKind(),
                        username,
                        routingProfile,
                        team);
    }

    String agentId() {
        return agentId;
    }

    String agentArn() {
        return agentArn;
    }

    String instanceId() {
        return instanceId;
    }

    AgentKind kind() {
        return kind;
    }

    Optional<String> username() {
        return Optional.ofNullable(username);
    }

    Optional<String> routingProfile() {
        return Optional.ofNullable(routingProfile);
    }

    Optional<String> team() {
        return Optional.ofNullable(team);
    }
}
