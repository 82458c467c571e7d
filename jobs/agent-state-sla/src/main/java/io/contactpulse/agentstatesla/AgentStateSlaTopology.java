package io.contactpulse.agentstatesla;

import io.contactpulse.agentstatesla.operator.CommandForDesk;
import io.contactpulse.agentstatesla.operator.DropContactsWithoutQueue;
import io.contactpulse.agentstatesla.operator.InEventOrder;
import io.contactpulse.agentstatesla.operator.LateAgentEvent;
import io.contactpulse.agentstatesla.operator.Pace;
import io.contactpulse.agentstatesla.operator.RulesInForce;
import io.contactpulse.agentstatesla.operator.RunAlertDesk;
import io.contactpulse.agentstatesla.operator.TrackAgentState;
import io.contactpulse.agentstatesla.operator.WatchQueues;
import io.contactpulse.agentstatesla.wire.AgentEventFormat;
import io.contactpulse.agentstatesla.wire.AlertCommandFormat;
import io.contactpulse.agentstatesla.wire.QueueEndFormat;
import io.contactpulse.jobruntime.decode.DecodeRecord;
import io.contactpulse.jobruntime.decode.RecordFormat;
import io.contactpulse.jobruntime.decode.WriterSchemas;
import io.contactpulse.jobruntime.source.FutureCap;
import io.contactpulse.schema.AgentEvent;
import io.contactpulse.schema.AgentRow;
import io.contactpulse.schema.Alert;
import io.contactpulse.schema.AlertCommand;
import io.contactpulse.schema.DeskEntry;
import io.contactpulse.schema.QueueEntry;
import io.contactpulse.schema.QueueStatus;
import io.contactpulse.schema.RawRecord;
import io.contactpulse.schema.RejectedRecord;
import io.contactpulse.schema.RuleSet;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * What the job does, without where it reads and writes. Watchers measure, the desk tells people; rule sets go to all three.
 *
 * <pre>
 * agent events ────▶ decode ─keyBy(agent)─▶ track-agent-state ─┬─▶ agents · intervals · occupancy
 *                                                │             └───────────────┐
 * contact records ─▶ decode ─┬─keyBy(queue)─▶ watch-queues ─┬─▶ queue status   │ signals
 *                            └───────────────────┘          └────────────────┐ │
 * alert commands ──▶ decode ──────────────────────keyBy(instance)─▶ run-alert-desk ─▶ alerts · alert events · notifications
 * </pre>
 *
 * What could not be read, came too late or was refused is collected as rejected. A replay has two more steps, which put
 * what several watchers say into the order of events.
 */
public final class AgentStateSlaTopology {
    private final AgentStateSlaParameters parameters;
    private final Pace pace;
    private final WriterSchemas schemas;
    private final FutureCap futureCap;
    private final RulesInForce rules;
    private final List<DataStream<RejectedRecord>> rejected = new ArrayList<>();

    private AgentStateSlaTopology(
            AgentStateSlaParameters parameters, Pace pace, WriterSchemas schemas, FutureCap futureCap) {
        this.parameters = parameters;
        this.pace = pace;
        this.schemas = schemas;
        this.futureCap = futureCap;
        this.rules = new RulesInForce(parameters.rules());
    }

    public static AgentStateSlaOutputs define(
            AgentStateSlaInputs inputs,
            AgentStateSlaParameters parameters,
            Pace pace,
            WriterSchemas schemas,
            FutureCap futureCap) {
        return new AgentStateSlaTopology(parameters, pace, schemas, futureCap).define(inputs);
    }

    private AgentStateSlaOutputs define(AgentStateSlaInputs inputs) {
        BroadcastStream<RuleSet> ruleSets = inputs.ruleSets().broadcast(RulesInForce.STATE);
        SingleOutputStreamOperator<AgentRow> agents = trackAgents(inputs, ruleSets);
        SingleOutputStreamOperator<QueueStatus> queues = watchQueues(inputs, agents, ruleSets);
        SingleOutputStreamOperator<Alert> alerts = runDesk(inputs, agents, queues, ruleSets);
        DataStream<RejectedRecord> allRejected =
                rejected.stream().reduce(DataStream::union).orElseThrow();
        return new AgentStateSlaOutputs(agents, queues, alerts, allRejected);
    }

    private SingleOutputStreamOperator<AgentRow> trackAgents(
            AgentStateSlaInputs inputs, BroadcastStream<RuleSet> ruleSets) {
        SingleOutputStreamOperator<AgentEvent> events = decode(inputs.agentEvents(), new AgentEventFormat())
                .uid("decode-agent-events")
                .name("Decode agent events");
        SingleOutputStreamOperator<AgentRow> agents = events.keyBy(AgentEvent::getAgentId)
                .connect(ruleSets)
                .process(new TrackAgentState(parameters.tracker(), rules, pace))
                .uid("track-agent-state")
                .name("Track every agent's state, time and alerts");
        rejected.add(events.getSideOutput(DecodeRecord.REJECTED));
        rejected.add(agents.getSideOutput(TrackAgentState.LATE)
                .map(new LateAgentEvent())
                .uid("reject-late-agent-events")
                .name("Keep agent events that came too late"));
        return agents;
    }

    private SingleOutputStreamOperator<QueueStatus> watchQueues(
            AgentStateSlaInputs inputs,
            SingleOutputStreamOperator<AgentRow> agents,
            BroadcastStream<RuleSet> ruleSets) {
        DataStream<QueueEntry> seenAtAgents = agents.getSideOutput(TrackAgentState.QUEUES);
        DataStream<QueueEntry> entries = inputs.contactRecords()
                .map(this::queueEnds)
                .map(seenAtAgents::union)
                .orElse(seenAtAgents);
        return queueEntriesInOrder(entries)
                .keyBy(WatchQueues::queueOf)
                .connect(ruleSets)
                .process(new WatchQueues(rules, parameters.targets(), pace))
                .uid("watch-queues")
                .name("Watch every queue's waiting, staff and service level");
    }

    private DataStream<QueueEntry> queueEnds(DataStream<RawRecord> contactRecords) {
        SingleOutputStreamOperator<QueueEntry> ends = decode(contactRecords, new QueueEndFormat())
                .uid("decode-contact-records")
                .name("Decode contact records");
        rejected.add(ends.getSideOutput(DecodeRecord.REJECTED));
        return ends.filter(new DropContactsWithoutQueue())
                .uid("drop-contacts-without-queue")
                .name("Drop contacts that were in no queue");
    }

    private SingleOutputStreamOperator<Alert> runDesk(
            AgentStateSlaInputs inputs,
            SingleOutputStreamOperator<AgentRow> agents,
            SingleOutputStreamOperator<QueueStatus> queues,
            BroadcastStream<RuleSet> ruleSets) {
        DataStream<DeskEntry> entries =
                agents.getSideOutput(TrackAgentState.DESK).union(queues.getSideOutput(WatchQueues.DESK));
        entries = inputs.alertCommands().map(this::commands).map(entries::union).orElse(entries);
        entries = inputs.ruleRefusals().map(entries::union).orElse(entries);
        SingleOutputStreamOperator<Alert> alerts = deskEntriesInOrder(entries)
                .keyBy(DeskEntry::getInstanceId)
                .connect(ruleSets)
                .process(new RunAlertDesk(rules, parameters.desk(), pace))
                .uid("run-alert-desk")
                .name("Run the alert desk of every instance");
        rejected.add(alerts.getSideOutput(RunAlertDesk.REFUSED));
        return alerts;
    }

    private DataStream<DeskEntry> commands(DataStream<RawRecord> alertCommands) {
        SingleOutputStreamOperator<AlertCommand> commands = decode(alertCommands, new AlertCommandFormat())
                .uid("decode-alert-commands")
                .name("Decode alert commands");
        rejected.add(commands.getSideOutput(DecodeRecord.REJECTED));
        return commands.map(new CommandForDesk()).uid("hand-commands-to-desk").name("Hand commands to the desk");
    }

    private <T> SingleOutputStreamOperator<T> decode(DataStream<RawRecord> records, RecordFormat<T> format) {
        return records.process(new DecodeRecord<>(format, schemas, futureCap));
    }

    private DataStream<QueueEntry> queueEntriesInOrder(DataStream<QueueEntry> entries) {
        if (pace.isLive()) {
            return entries;
        }
        return entries.keyBy(WatchQueues::queueOf)
                .process(new InEventOrder<>(QueueEntry.class, QueueEntry::getAt, QueueEntry::getOrder))
                .uid("order-queue-entries")
                .name("Put queue entries into the order of events");
    }

    private DataStream<DeskEntry> deskEntriesInOrder(DataStream<DeskEntry> entries) {
        if (pace.isLive()) {
            return entries;
        }
        return entries.keyBy(DeskEntry::getInstanceId)
                .process(new InEventOrder<>(DeskEntry.class, DeskEntry::getAt, DeskEntry::getOrder))
                .uid("order-desk-entries")
                .name("Put desk entries into the order of events");
    }
}
