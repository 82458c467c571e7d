package io.contactpulse.agentstatesla.domain.queue;

import io.contactpulse.agentstatesla.domain.rules.Condition;
import io.contactpulse.agentstatesla.domain.rules.Facts;
import io.contactpulse.agentstatesla.domain.rules.Measure;
import io.contactpulse.agentstatesla.domain.rules.Rule;
import io.contactpulse.schema.AlertEntityType;
import io.contactpulse.schema.AlertSubject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One thing a rule may judge, as it is at one instant: a number, or a clock that runs. */
final class Reading {
    private final Measure measure;
    private final AlertEntityType entityType;
    private final String entity;
    private final AlertSubject subject;
    private @Nullable Long value;
    private @Nullable Instant since;
    private long volume = Long.MAX_VALUE;
    private List<String> evidence = List.of();

    private Reading(Measure measure, AlertEntityType entityType, String entity, AlertSubject subject) {
        this.measure = measure;
        this.entityType = entityType;
        this.entity = entity;
        this.subject = subject;
    }

    static Reading ofQueue(Measure measure, AlertSubject queue) {
        return new Reading(measure, AlertEntityType.QUEUE, queue.getQueueId(), queue);
    }

    static Reading ofAgent(Measure measure, AlertSubject agent) {
        return new Reading(measure, AlertEntityType.AGENT, agent.getAgentId(), agent);
    }

    Reading number(long number) {
        value = number;
        return this;
    }

    /** A rate of that many contacts; absent when there are none. */
    Reading rate(Optional<Long> rate, long contacts) {
        value = rate.orElse(null);
        volume = contacts;
        return this;
    }

    Reading clock(Instant start, Instant now) {
        since = start;
        value = Duration.between(start, now).toMillis();
        return this;
    }

    Reading evidence(String fact) {
        evidence = List.of(fact);
        return this;
    }

    Measure measure() {
        return measure;
    }

    AlertEntityType entityType() {
        return entityType;
    }

    String entity() {
        return entity;
    }

    AlertSubject subject() {
        return subject;
    }

    /** Absent when there is nothing to measure. */
    Optional<Long> value() {
        return Optional.ofNullable(value);
    }

    /** When the clock started; absent for a number. */
    Optional<Instant> since() {
        return Optional.ofNullable(since);
    }

    boolean isEnoughFor(Rule rule) {
        return volume >= rule.minVolume();
    }

    boolean hasReached(long threshold) {
        return value != null && (measure.breachesBelow() ? value < threshold : value >= threshold);
    }

    /** Whether it asks why: how many agents there are is a cause itself, and so is an agent who does not answer. */
    boolean hasCause() {
        return measure != Measure.STAFFED_AGENTS && entityType == AlertEntityType.QUEUE;
    }

    List<String> evidence() {
        return evidence;
    }

    Facts facts(String instanceId) {
        return condition -> values(condition, instanceId);
    }

    private Stream<String> values(Condition condition, String instanceId) {
        switch (condition) {
            case QUEUE:
                return subject.getOptionalQueueName().stream();
            case TEAM:
                return subject.getGroups().stream();
            case ROUTING_PROFILE:
                return subject.getOptionalRoutingProfile().stream();
            case AGENT_KIND:
                return Stream.of(subject.getAgentKind().name());
            case INSTANCE:
                return Stream.of(instanceId);
            case STATE:
            case CUSTOM_STATUS:
            case CHANNEL:
                return Stream.empty();
        }
        throw new IllegalStateException("unhandled " + condition);
    }
}
