package io.contactpulse.agentstatesla.domain;

import io.contactpulse.schema.AgentEvent;
import io.contactpulse.schema.AgentKind;
import io.contactpulse.schema.AgentQueue;
import io.contactpulse.schema.AgentSnapshot;
import io.contactpulse.schema.AgentStatusType;
import io.contactpulse.schema.AlertSubject;
import io.contactpulse.schema.TrackedAgent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who an agent is, by the newest event that said so. */
final class AgentProfile {
    private final String agentId;
    private final String agentArn;
    private final String instanceId;
    private final AgentKind kind;
    private final AgentSnapshot configuration;

    private AgentProfile(
            String agentId, String agentArn, String instanceId, AgentKind kind, AgentSnapshot configuration) {
        this.agentId = agentId;
        this.agentArn = agentArn;
        this.instanceId = instanceId;
        this.kind = kind;
        this.configuration = configuration;
    }

    static AgentProfile of(TrackedAgent agent) {
        return new AgentProfile(
                agent.getAgentId(),
                agent.getAgentArn(),
                agent.getInstanceId(),
                agent.getAgentKind(),
                unknown()
                        .setUsername(agent.getUsername())
                        .setRoutingProfile(agent.getRoutingProfile())
                        .setTeam(agent.getTeam())
                        .setSite(agent.getSite())
                        .setGroups(agent.getGroups())
                        .setQueues(agent.getQueues())
                        .setSlots(agent.getSlots())
                        .build());
    }

    /** What a first event tells. */
    static AgentProfile of(AgentEvent event) {
        return of(event, event.getOptionalSnapshot().orElseGet(() -> unknown().build()));
    }

    /** An event without a snapshot says nothing of the configuration: the old one stands. */
    AgentProfile updatedBy(AgentEvent event) {
        return of(event, event.getOptionalSnapshot().orElse(configuration));
    }

    private static AgentProfile of(AgentEvent event, AgentSnapshot configuration) {
        return new AgentProfile(
                event.getAgentId(), event.getAgentArn(), event.getInstanceId(), event.getAgentKind(), configuration);
    }

    private static AgentSnapshot.Builder unknown() {
        return AgentSnapshot.newBuilder().setStatusType(AgentStatusType.UNKNOWN).setContacts(List.of());
    }

    AlertSubject.Builder subject() {
        return AlertSubject.newBuilder()
                .setAgentId(agentId)
                .setUsername(configuration.getUsername())
                .setAgentKind(kind)
                .setTeam(configuration.getTeam())
                .setSite(configuration.getSite())
                .setGroups(groups())
                .setRoutingProfile(configuration.getRoutingProfile());
    }

    /** Saves what {@link #of(TrackedAgent)} reads. */
    void saveTo(TrackedAgent.Builder agent) {
        agent.setAgentId(agentId)
                .setAgentArn(agentArn)
                .setInstanceId(instanceId)
                .setAgentKind(kind)
                .setUsername(configuration.getUsername())
                .setRoutingProfile(configuration.getRoutingProfile())
                .setTeam(configuration.getTeam())
                .setSite(configuration.getSite())
                .setGroups(configuration.getGroups())
                .setQueues(configuration.getQueues())
                .setSlots(configuration.getSlots());
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
        return configuration.getOptionalUsername();
    }

    Optional<String> routingProfile() {
        return configuration.getOptionalRoutingProfile();
    }

    Optional<String> team() {
        return configuration.getOptionalTeam();
    }

    /** Highest first. Of AI agents, and in state of the first release, no more is known than the site and the team. */
    List<String> groups() {
        if (!configuration.getGroups().isEmpty()) {
            return configuration.getGroups();
        }
        return Stream.of(configuration.getOptionalSite(), configuration.getOptionalTeam())
                .flatMap(Optional::stream)
                .distinct()
                .collect(Collectors.toList());
    }

    List<AgentQueue> queues() {
        return configuration.getQueues();
    }

    /** Most contacts the agent may hold at once. */
    Optional<Integer> slots() {
        return configuration.getOptionalSlots();
    }
}
