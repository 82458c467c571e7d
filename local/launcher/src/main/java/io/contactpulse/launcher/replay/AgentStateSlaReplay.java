package io.contactpulse.launcher.replay;

import io.contactpulse.agentstatesla.AgentStateSlaInputs;
import io.contactpulse.agentstatesla.AgentStateSlaOutputs;
import io.contactpulse.agentstatesla.AgentStateSlaParameters;
import io.contactpulse.agentstatesla.AgentStateSlaTopology;
import io.contactpulse.agentstatesla.domain.AgentTracker;
import io.contactpulse.agentstatesla.domain.InvalidSchedule;
import io.contactpulse.agentstatesla.domain.Schedule;
import io.contactpulse.agentstatesla.domain.ScheduleFile;
import io.contactpulse.agentstatesla.domain.desk.DeskSettings;
import io.contactpulse.agentstatesla.domain.queue.ServiceLevelTargets;
import io.contactpulse.agentstatesla.domain.rules.InvalidRules;
import io.contactpulse.agentstatesla.domain.rules.RuleFiles;
import io.contactpulse.agentstatesla.domain.rules.Rules;
import io.contactpulse.agentstatesla.operator.Pace;
import io.contactpulse.agentstatesla.operator.RuleFeed;
import io.contactpulse.agentstatesla.wire.AgentEventFormat;
import io.contactpulse.agentstatesla.wire.AlertCommandFormat;
import io.contactpulse.agentstatesla.wire.QueueEndFormat;
import io.contactpulse.jobruntime.table.Table;
import io.contactpulse.schema.AgentEvent;
import io.contactpulse.schema.AgentEventType;
import io.contactpulse.schema.AgentInterval;
import io.contactpulse.schema.AgentOccupancy;
import io.contactpulse.schema.AgentRow;
import io.contactpulse.schema.Alert;
import io.contactpulse.schema.AlertCommand;
import io.contactpulse.schema.AlertEvent;
import io.contactpulse.schema.QueueEntry;
import io.contactpulse.schema.QueueStatus;
import java.time.Duration;
import java.util.Map;

/** Agent events, alert commands and contact records to agents, their time, queues and alerts. */
final class AgentStateSlaReplay implements ReplayJob {
    private static final String AGENT_EVENTS = "agent-events";
    private static final String ALERT_COMMANDS = "alert-commands";
    private static final String CONTACT_RECORDS = "ctr";

    private static final String FENCE = "notification-fence";
    private static final String STORM_ALERTS = "storm-alerts";
    private static final String STORM_WITHIN = "storm-within";
    private static final String PAGES_PER_HOUR = "pages-per-hour";
    private static final String SCHEDULE = "schedule";
    private static final Duration ANSWER_TARGET = Duration.ofSeconds(20);

    @Override
    public String name() {
        return "agent-state-sla";
    }

    @Override
    public Map<String, ReplayStream> streams() {
        return Map.of(
                AGENT_EVENTS,
                ReplayStream.required(new PositionFormat<>(new AgentEventFormat(), AgentStateSlaReplay::positionOf)),
                ALERT_COMMANDS,
                ReplayStream.optional(new PositionFormat<>(new AlertCommandFormat(), AgentStateSlaReplay::positionOf)),
                CONTACT_RECORDS,
                ReplayStream.optional(new PositionFormat<>(new QueueEndFormat(), AgentStateSlaReplay::positionOf)));
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                FENCE, "DURATION",
                STORM_ALERTS, "NUMBER",
                STORM_WITHIN, "DURATION",
                PAGES_PER_HOUR, "NUMBER",
                SCHEDULE, "FILE");
    }

    @Override
    public Prepared prepare(RuleSource rules, ReplaySettings settings) {
        AgentStateSlaParameters parameters = AgentStateSlaParameters.of(
                load(rules, settings),
                AgentTracker.of(schedule(settings)),
                ServiceLevelTargets.of(ANSWER_TARGET, Map.of()),
                desk(settings));
        return (streams, end, decoding, tables) -> collect(
                AgentStateSlaTopology.define(
                        inputs(streams), parameters, Pace.eventTime(end), decoding.schemas(), decoding.futureCap()),
                tables);
    }

    private static AgentStateSlaInputs inputs(RecordedStreams streams) {
        AgentStateSlaInputs.Builder inputs =
                AgentStateSlaInputs.newBuilder(streams.required(AGENT_EVENTS), RuleFeed.silent(streams.environment()));
        streams.optional(ALERT_COMMANDS).ifPresent(inputs::alertCommands);
        streams.optional(CONTACT_RECORDS).ifPresent(inputs::contactRecords);
        return inputs.build();
    }

    private static void collect(AgentStateSlaOutputs outputs, TableFiles tables) {
        tables.collect(outputs.agents(), Table.of(AgentRow.class));
        tables.collect(outputs.intervals(), Table.of(AgentInterval.class));
        tables.collect(outputs.occupancy(), Table.of(AgentOccupancy.class));
        tables.collect(outputs.queues(), Table.of(QueueStatus.class));
        tables.collect(outputs.alerts(), Table.of(Alert.class));
        tables.collect(outputs.alertEvents(), Table.of(AlertEvent.class));
        tables.collectNotifications(outputs.notifications());
        tables.collectDeadLetters(outputs.rejected());
    }

    private static Rules load(RuleSource rules, ReplaySettings settings) {
        try {
            return RuleFiles.load(rules.location());
        } catch (InvalidRules invalid) {
            settings.complain(rules.option() + ": " + invalid.getMessage());
            return Rules.none();
        }
    }

    private static Schedule schedule(ReplaySettings settings) {
        try {
            return settings.path(SCHEDULE).map(ScheduleFile::load).orElseGet(Schedule::none);
        } catch (InvalidSchedule invalid) {
            settings.complain("--set " + SCHEDULE + ": " + invalid.getMessage());
            return Schedule.none();
        }
    }

    private static DeskSettings desk(ReplaySettings settings) {
        DeskSettings.Builder desk = DeskSettings.newBuilder();
        settings.duration(FENCE).ifPresent(desk::fence);
        settings.integer(STORM_ALERTS, 2, 1_000).ifPresent(desk::stormAlerts);
        settings.duration(STORM_WITHIN).ifPresent(desk::stormWithin);
        settings.integer(PAGES_PER_HOUR, 1, 10_000).ifPresent(desk::pagesPerHour);
        return desk.build();
    }

    /** A heart beat says nothing new, so it comes last; what it repeats may have been said at the same time. */
    private static Position positionOf(AgentEvent event) {
        int rank = event.getEventType() == AgentEventType.HEART_BEAT ? 1 : 0;
        return Position.of(event.getAt(), rank, event.getEventId() + " of " + event.getAgentId());
    }

    private static Position positionOf(AlertCommand command) {
        return Position.of(command.getAt(), 0, command.getCommandId() + " of " + command.getInstanceId());
    }

    private static Position positionOf(QueueEntry entry) {
        return Position.of(entry.getAt(), 0, entry.getOrder());
    }
}
