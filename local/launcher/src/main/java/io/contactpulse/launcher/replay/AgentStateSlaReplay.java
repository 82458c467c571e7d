package io.contactpulse.launcher.replay;

import io.contactpulse.agentstatesla.AgentStateSlaOutputs;
import io.contactpulse.agentstatesla.AgentStateSlaTopology;
import io.contactpulse.agentstatesla.domain.AgentTracker;
import io.contactpulse.agentstatesla.domain.Fence;
import io.contactpulse.agentstatesla.domain.rules.InvalidRules;
import io.contactpulse.agentstatesla.domain.rules.RuleFiles;
import io.contactpulse.agentstatesla.domain.rules.Rules;
import io.contactpulse.agentstatesla.operator.Pace;
import io.contactpulse.agentstatesla.wire.AgentEventFormat;
import io.contactpulse.jobruntime.table.Table;
import io.contactpulse.schema.AgentEvent;
import io.contactpulse.schema.AgentEventType;
import io.contactpulse.schema.AgentInterval;
import io.contactpulse.schema.AgentRow;
import io.contactpulse.schema.Alert;
import io.contactpulse.schema.AlertEvent;
import java.time.Duration;
import java.util.Map;

/** Agent events to agents, intervals and alerts. */
final class AgentStateSlaReplay implements ReplayJob {
    private static final String FENCE = "notification-fence";
    private static final Duration DEFAULT_FENCE = Duration.ofMinutes(10);

    @Override
    public String name() {
        return "agent-state-sla";
    }

    @Override
    public Map<String, PositionFormat<?>> streams() {
        return Map.of("agent-events", new PositionFormat<>(new AgentEventFormat(), AgentStateSlaReplay::positionOf));
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(FENCE, "DURATION");
    }

    @Override
    public Prepared prepare(RuleSource rules, ReplaySettings settings) {
        Fence fence = Fence.of(settings.duration(FENCE).orElse(DEFAULT_FENCE));
        AgentTracker tracker = AgentTracker.of(load(rules, settings), fence);
        return (records, end, decoding, tables) -> {
            AgentStateSlaOutputs outputs = AgentStateSlaTopology.define(
                    records, tracker, Pace.eventTime(end), decoding.schemas(), decoding.futureCap());
            tables.collect(outputs.agents(), Table.of(AgentRow.class));
            tables.collect(outputs.intervals(), Table.of(AgentInterval.class));
            tables.collect(outputs.alerts(), Table.of(Alert.class));
            tables.collect(outputs.alertEvents(), Table.of(AlertEvent.class));
            tables.collectNotifications(outputs.notifications());
            tables.collectDeadLetters(outputs.rejected());
        };
    }

    private static Rules load(RuleSource rules, ReplaySettings settings) {
        try {
            return RuleFiles.load(rules.location());
        } catch (InvalidRules invalid) {
            settings.complain(rules.option() + ": " + invalid.getMessage());
            return Rules.none();
        }
    }

    /** A heart beat says nothing new, so it comes last; what it repeats may have been said at the same time. */
    private static Position positionOf(AgentEvent event) {
        int rank = event.getEventType() == AgentEventType.HEART_BEAT ? 1 : 0;
        return Position.of(event.getAt(), rank, event.getEventId() + " of " + event.getAgentId());
    }
}
