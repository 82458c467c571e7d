package io.contactpulse.agentstatesla.domain;

import io.contactpulse.agentstatesla.domain.rules.Rules;
import io.contactpulse.schema.AgentEvent;
import io.contactpulse.schema.TrackedAgent;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

/**
 * Follows one agent: a pure function from what is known and what happens to what is known then and what to tell. Called
 * by events and by timers alike, so that a result never depends on which of the two came first.
 */
public final class AgentTracker implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Schedule schedule;

    private AgentTracker(Schedule schedule) {
        this.schedule = schedule;
    }

    public static AgentTracker of(Schedule schedule) {
        return new AgentTracker(schedule);
    }

    /** How an event stands to those already applied. */
    public enum Arrival {
        NEW,
        REPEATED,
        LATE
    }

    public Arrival judge(Optional<TrackedAgent> known, AgentEvent event) {
        if (known.isEmpty()) {
            return Arrival.NEW;
        }
        if (RecentEvents.of(known.get().getRecentEventIds()).contains(event)) {
            return Arrival.REPEATED;
        }
        return event.getAt().isBefore(known.get().getLastEventAt()) ? Arrival.LATE : Arrival.NEW;
    }

    /** Works in an event that {@link #judge} found NEW. */
    public Step apply(Optional<TrackedAgent> known, AgentEvent event, Rules rules) {
        return known.map(agent -> new AgentStory(agent, rules, schedule))
                .orElseGet(() -> new AgentStory(event, rules, schedule))
                .apply(event);
    }

    /** Works in that time has passed and nothing happened. */
    public Step settle(TrackedAgent known, Instant until, Rules rules) {
        return new AgentStory(known, rules, schedule).settle(until);
    }
}
