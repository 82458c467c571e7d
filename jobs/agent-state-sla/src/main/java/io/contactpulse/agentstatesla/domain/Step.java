package io.contactpulse.agentstatesla.domain;

import io.contactpulse.schema.AgentInterval;
import io.contactpulse.schema.AgentOccupancy;
import io.contactpulse.schema.AgentRow;
import io.contactpulse.schema.DeskEntry;
import io.contactpulse.schema.QueueEntry;
import io.contactpulse.schema.TrackedAgent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one event, or the passing of time, did to an agent: what to remember from now on and what to tell. */
public final class Step {
    private final TrackedAgent agent;
    private final @Nullable AgentRow row;
    private final List<AgentInterval> intervals;
    private final List<AgentOccupancy> occupancy;
    private final List<DeskEntry> desk;
    private final List<QueueEntry> queues;

    private Step(Builder builder) {
        this.agent = builder.agent;
        this.row = builder.row;
        this.intervals = builder.intervals;
        this.occupancy = builder.occupancy;
        this.desk = builder.desk;
        this.queues = builder.queues;
    }

    static Builder newBuilder(TrackedAgent agent) {
        return new Builder(agent);
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

    public List<AgentOccupancy> occupancy() {
        return occupancy;
    }

    public List<DeskEntry> desk() {
        return desk;
    }

    public List<QueueEntry> queues() {
        return queues;
    }

    /** Collects what there is to tell. */
    static final class Builder {
        private final TrackedAgent agent;
        private @Nullable AgentRow row;
        private List<AgentInterval> intervals = List.of();
        private List<AgentOccupancy> occupancy = List.of();
        private List<DeskEntry> desk = List.of();
        private List<QueueEntry> queues = List.of();

        private Builder(TrackedAgent agent) {
            this.agent = agent;
        }

        Builder row(@Nullable AgentRow changed) {
            row = changed;
            return this;
        }

        Builder intervals(List<AgentInterval> written) {
            intervals = written;
            return this;
        }

        Builder occupancy(List<AgentOccupancy> written) {
            occupancy = written;
            return this;
        }

        Builder desk(List<DeskEntry> entries) {
            desk = entries;
            return this;
        }

        Builder queues(List<QueueEntry> entries) {
            queues = entries;
            return this;
        }

        Step build() {
            return new Step(this);
        }
    }
}
