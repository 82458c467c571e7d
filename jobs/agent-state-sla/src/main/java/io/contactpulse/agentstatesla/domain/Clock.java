package io.contactpulse.agentstatesla.domain;

import io.contactpulse.agentstatesla.domain.rules.Facts;
import io.contactpulse.agentstatesla.domain.rules.Measure;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.AlertEntityType;
import io.contactpulse.schema.AlertSubject;
import io.contactpulse.schema.TrackedAlert;
import io.contactpulse.schema.TrackedContact;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that rules measure, of one contact or of an agent, since some instant. Two clocks are the same when they measure
 * the same thing since the same instant, whatever they show.
 */
final class Clock {
    private final Measure measure;
    private final String entity;
    private final EffectiveState state;
    private final Gauge gauge;
    private final @Nullable TrackedContact contact;

    private Clock(Measure measure, String entity, EffectiveState state, Gauge gauge, @Nullable TrackedContact contact) {
        this.measure = measure;
        this.entity = entity;
        this.state = state;
        this.gauge = gauge;
        this.contact = contact;
    }

    /** A contact's, as an agent holds it. */
    static Clock ofContact(Measure measure, TrackedContact contact, AgentState state, Gauge gauge) {
        return new Clock(measure, contact.getContactId(), EffectiveState.of(state, Optional.empty()), gauge, contact);
    }

    /** An agent's own. */
    static Clock ofAgent(Measure measure, String agentId, EffectiveState state, Gauge gauge) {
        return new Clock(measure, agentId, state, gauge, null);
    }

    /** Whether that alert was raised about this very clock. */
    boolean raised(TrackedAlert alert) {
        return alert.getMeasure().equals(measure.key())
                && alert.getEntityType() == entityType()
                && alert.getOptionalContactId().equals(contactId())
                && alert.getStateStart().equals(start())
                && EffectiveState.of(alert.getState(), alert.getOptionalCustomStatus())
                        .equals(state);
    }

    /** What rules ask of this clock and of the agent it belongs to. */
    Facts facts(AgentProfile agent) {
        return condition -> {
            switch (condition) {
                case STATE:
                    return Stream.of(state().name());
                case CUSTOM_STATUS:
                    return customStatus().stream();
                case QUEUE:
                    return Optional.ofNullable(contact).flatMap(TrackedContact::getOptionalQueueName).stream();
                case CHANNEL:
                    return Optional.ofNullable(contact).flatMap(TrackedContact::getOptionalChannel).stream();
                case TEAM:
                    return agent.groups().stream();
                case ROUTING_PROFILE:
                    return agent.routingProfile().stream();
                case AGENT_KIND:
                    return Stream.of(agent.kind().name());
                case INSTANCE:
                    return Stream.of(agent.instanceId());
            }
            throw new IllegalStateException("unhandled " + condition);
        };
    }

    /** Adds what this clock knows to what is known of the agent. */
    AlertSubject subject(AgentProfile agent) {
        return contact == null ? agent.subject().build() : Hands.subject(contact, agent);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Clock
                && measure == ((Clock) other).measure
                && entityType() == ((Clock) other).entityType()
                && entity.equals(((Clock) other).entity)
                && state.equals(((Clock) other).state)
                && start().equals(((Clock) other).start());
    }

    @Override
    public int hashCode() {
        return Objects.hash(measure, entity, state, start());
    }

    Measure measure() {
        return measure;
    }

    AlertEntityType entityType() {
        return contact == null ? AlertEntityType.AGENT : AlertEntityType.CONTACT;
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
        return gauge.start();
    }

    /** When this clock shows that much, provided that nothing happens meanwhile. */
    Optional<Instant> reaches(long threshold) {
        return gauge.reaches(threshold);
    }

    long valueAt(Instant at) {
        return gauge.valueAt(at);
    }

    List<String> evidence(Instant at) {
        return gauge.evidence(at);
    }

    Optional<String> contactId() {
        return Optional.ofNullable(contact).map(TrackedContact::getContactId);
    }

    Optional<String> queueId() {
        return Optional.ofNullable(contact).flatMap(TrackedContact::getOptionalQueueId);
    }
}
