package io.contactpulse.testkit;

import io.contactpulse.schema.AgentContact;
import io.contactpulse.schema.AgentEvent;
import io.contactpulse.schema.AgentEventType;
import io.contactpulse.schema.AgentKind;
import io.contactpulse.schema.AgentSnapshot;
import io.contactpulse.schema.AgentStatusType;
import io.contactpulse.schema.ContactState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds agent events with harmless defaults: a person, available, at nine o'clock, with nothing in hand. */
public final class AgentEvents {
    public static final String INSTANCE = "instance-1";

    private String agentId = "agent-1";
    private Instant at = Moments.NINE_OCLOCK;
    private @Nullable Instant arrivedAt;
    private @Nullable String eventId;
    private AgentEventType type = AgentEventType.STATE_CHANGE;
    private AgentKind kind = AgentKind.HUMAN;
    private String statusName = "Available";
    private AgentStatusType statusType = AgentStatusType.ROUTABLE;
    private @Nullable Instant statusStartedAt;
    private @Nullable String team = "team-1";
    private @Nullable String routingProfile = "routing-profile-1";
    private boolean withoutSnapshot;
    private final List<AgentContact> contacts = new ArrayList<>();

    private AgentEvents() {}

    public static AgentEvents anAgentEvent() {
        return new AgentEvents();
    }

    public AgentEvents of(String agentId) {
        this.agentId = agentId;
        return this;
    }

    public AgentEvents at(Instant at) {
        this.at = at;
        return this;
    }

    public AgentEvents arrivedAt(Instant arrivedAt) {
        this.arrivedAt = arrivedAt;
        return this;
    }

    public AgentEvents withId(String eventId) {
        this.eventId = eventId;
        return this;
    }

    public AgentEvents ofType(AgentEventType type) {
        this.type = type;
        return this;
    }

    public AgentEvents ofKind(AgentKind kind) {
        this.kind = kind;
        return this;
    }

    public AgentEvents inStatus(String name, AgentStatusType type) {
        this.statusName = name;
        this.statusType = type;
        return this;
    }

    public AgentEvents offline() {
        return inStatus("Offline", AgentStatusType.OFFLINE);
    }

    public AgentEvents statusSince(Instant statusStartedAt) {
        this.statusStartedAt = statusStartedAt;
        return this;
    }

    public AgentEvents inTeam(@Nullable String team) {
        this.team = team;
        return this;
    }

    public AgentEvents withRoutingProfile(@Nullable String routingProfile) {
        this.routingProfile = routingProfile;
        return this;
    }

    public AgentEvents withoutSnapshot() {
        this.withoutSnapshot = true;
        return this;
    }

    /** Adds a voice contact that has been in this state since the event. */
    public AgentEvents holding(String contactId, ContactState state) {
        return holding(contactId, state, null);
    }

    public AgentEvents holding(String contactId, ContactState state, @Nullable Instant since) {
        contacts.add(AgentContact.newBuilder()
                .setContactId(contactId)
                .setChannel("VOICE")
                .setQueueId("queue-1")
                .setQueueName("Service")
                .setState(state)
                .setStateStartedAt(since)
                .build());
        return this;
    }

    public AgentEvent build() {
        return AgentEvent.newBuilder()
                .setEventId(eventId == null ? "event-" + at.toEpochMilli() : eventId)
                .setEventType(type)
                .setAt(at)
                .setArrivedAt(arrivedAt)
                .setAgentId(agentId)
                .setAgentArn("arn:aws:connect:eu-central-1:000000000000:instance/" + INSTANCE + "/agent/" + agentId)
                .setInstanceId(INSTANCE)
                .setAgentKind(kind)
                .setSnapshot(withoutSnapshot ? null : snapshot())
                .build();
    }

    private AgentSnapshot snapshot() {
        return AgentSnapshot.newBuilder()
                .setUsername("user-of-" + agentId)
                .setRoutingProfile(routingProfile)
                .setTeam(team)
                .setStatusName(statusName)
                .setStatusType(statusType)
                .setStatusStartedAt(statusStartedAt)
                .setContacts(List.copyOf(contacts))
                .build();
    }
}
