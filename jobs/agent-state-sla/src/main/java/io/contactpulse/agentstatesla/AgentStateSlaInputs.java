package io.contactpulse.agentstatesla;

import io.contactpulse.schema.DeskEntry;
import io.contactpulse.schema.RawRecord;
import io.contactpulse.schema.RuleSet;
import java.util.Optional;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/** What the topology reads. Agent events and rule sets are always there, a rule set stream may be one that never says anything. */
public final class AgentStateSlaInputs {
    private final DataStream<RawRecord> agentEvents;
    private final DataStream<RuleSet> ruleSets;
    private final @Nullable DataStream<RawRecord> alertCommands;
    private final @Nullable DataStream<RawRecord> contactRecords;
    private final @Nullable DataStream<DeskEntry> ruleRefusals;

    private AgentStateSlaInputs(Builder builder) {
        agentEvents = builder.agentEvents;
        ruleSets = builder.ruleSets;
        alertCommands = builder.alertCommands;
        contactRecords = builder.contactRecords;
        ruleRefusals = builder.ruleRefusals;
    }

    public static Builder newBuilder(DataStream<RawRecord> agentEvents, DataStream<RuleSet> ruleSets) {
        return new Builder(agentEvents, ruleSets);
    }

    DataStream<RawRecord> agentEvents() {
        return agentEvents;
    }

    /** Rules that replace those the job started with. */
    DataStream<RuleSet> ruleSets() {
        return ruleSets;
    }

    /** What people ask of alerts. */
    Optional<DataStream<RawRecord>> alertCommands() {
        return Optional.ofNullable(alertCommands);
    }

    /** How contacts left their queues; without them nobody knows who gave up waiting. */
    Optional<DataStream<RawRecord>> contactRecords() {
        return Optional.ofNullable(contactRecords);
    }

    /** Rule files that could not be used. */
    Optional<DataStream<DeskEntry>> ruleRefusals() {
        return Optional.ofNullable(ruleRefusals);
    }

    /** Collects the inputs that are there. */
    public static final class Builder {
        private final DataStream<RawRecord> agentEvents;
        private final DataStream<RuleSet> ruleSets;
        private @Nullable DataStream<RawRecord> alertCommands;
        private @Nullable DataStream<RawRecord> contactRecords;
        private @Nullable DataStream<DeskEntry> ruleRefusals;

        private Builder(DataStream<RawRecord> agentEvents, DataStream<RuleSet> ruleSets) {
            this.agentEvents = agentEvents;
            this.ruleSets = ruleSets;
        }

        public Builder alertCommands(DataStream<RawRecord> commands) {
            alertCommands = commands;
            return this;
        }

        public Builder contactRecords(DataStream<RawRecord> records) {
            contactRecords = records;
            return this;
        }

        public Builder ruleRefusals(DataStream<DeskEntry> refusals) {
            ruleRefusals = refusals;
            return this;
        }

        public AgentStateSlaInputs build() {
            return new AgentStateSlaInputs(this);
        }
    }
}
