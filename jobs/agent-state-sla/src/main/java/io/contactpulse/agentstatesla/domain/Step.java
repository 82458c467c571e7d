package io.contactpulse.agentstatesla.domain;

import io.contactpulse.schema.AgentInterval;
import io.contactpulse.schema.AgentRow;
import io.contactpulse.schema.TrackedAgent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one event, or the passing of time, did to an agent: what to remember from now on and what to tell. */
public final class Step {
    private final TrackedAgent agent;
    private final @Nullable AgentRow row;
    private final List<AgentInterval> intervals;
    private final List<Transition> transitions;

    Step(TrackedAgent agent, @Nullable AgentRow row, List<AgentInterval> intervals, List<Transition> transitions) {
        this.agent = agent;
        this.row = row;
        this.intervals = intervals;
        this.transitions = transitions;
    }

    public TrackedAgent agent() {
        return agent;
    }

    public Optional<AgentRow> row() {
        return Optional.ofNullable(row);
    }

    public List<AgentInterval> intervals() {
        return intervals;
    }

    public List<Transition> transitions() {
        return transitions;
    }
}
