package io.contactpulse.agentstatesla.domain;

import io.contactpulse.agentstatesla.domain.rules.Facts;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.AlertEntityType;
import io.contactpulse.schema.TrackedAlert;
import io.contactpulse.schema.TrackedContact;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A state that lasts since some instant: of one contact, or of an agent's status. Rules measure how long. */
final class Clock {
    private final AlertEntityType entityType;
    private final String entity;
    private final EffectiveState state;
    private final Instant start;
    private final @Nullable TrackedContact contact;

    private Clock(
            AlertEntityType entityType,
            String entity,
            EffectiveState state,
            Instant start,
            @Nullable TrackedContact contact) {
        this.entityType = entityType;
        this.entity = entity;
        this.state = state;
        this.start = start;
        this.contact = contact;
    }

    static Clock ofContact(TrackedContact contact) {
        return new Clock(
                AlertEntityType.CONTACT,
                contact.getContactId(),
                EffectiveState.of(contact.getState(), Optional.empty()),
                contact.getStateStart(),
                contact);
    }

    static Clock ofStatus(String agentId, EffectiveState state, Instant start) {
        return new Clock(AlertEntityType.AGENT, agentId, state, start, null);
    }

    /** Whether that alert was raised about this very clock. */
    boolean raised(TrackedAlert alert) {
        return alert.getEntityType() == entityType
                && alert.getOptionalContactId().equals(contactId())
                && alert.getStateStart().equals(start)
                && EffectiveState.of(alert.getState(), alert.getOptionalCustomStatus())
                        .equals(state);
    }

    /** What rules ask of this clock and of the agent it belongs to. */
    Facts facts(AgentProfile agent) {
        return condition -> {
            switch (condition) {
                case STATE:
                    return Optional.of(state().name());
                case CUSTOM_STATUS:
                    return customStatus();
                case QUEUE:
                    return queueName();
                case CHANNEL:
                    return channel();
                case TEAM:
                    return agent.team();
                case ROUTING_PROFILE:
                    return agent.routingProfile();
                case AGENT_KIND:
                    return Optional.of(agent.kind().name());
                case INSTANCE:
                    return Optional.of(agent.instanceId());
            }
            throw new IllegalStateException("unhandled " + condition);
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Clock
                && entityType == ((Clock) other).entityType
                && entity.equals(((Clock) other).entity)
                && state.equals(((Clock) other).state)
                && start.equals(((Clock) other).start);
    }

    @Override
    public int hashCode() {
        return Objects.hash(entityType, entity, state, start);
    }

    AlertEntityType entityType() {
        return entityType;
    }

    String entity() {
        return entity;
    }

    AgentState state() {
        return state.state();
    }

    Optional<String> customStatus() {
        return state.customStatus();
    }

    Instant start() {
        return start;
    }

    Optional<String> contactId() {
        return Optional.ofNullable(contact).map(TrackedContact::getContactId);
    }

    Optional<String> queueId() {
        return Optional.ofNullable(contact).flatMap(TrackedContact::getOptionalQueueId);
    }

    Optional<String> queueName() {
        return Optional.ofNullable(contact).flatMap(TrackedContact::getOptionalQueueName);
    }

    Optional<String> channel() {
        return Optional.ofNullable(contact).flatMap(TrackedContact::getOptionalChannel);
    }
}
