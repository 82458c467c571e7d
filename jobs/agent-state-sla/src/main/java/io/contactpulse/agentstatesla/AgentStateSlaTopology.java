package io.contactpulse.agentstatesla;

import io.contactpulse.agentstatesla.domain.AgentTracker;
import io.contactpulse.agentstatesla.operator.LateAgentEvent;
import io.contactpulse.agentstatesla.operator.Pace;
import io.contactpulse.agentstatesla.operator.TrackAgentState;
import io.contactpulse.agentstatesla.wire.AgentEventFormat;
import io.contactpulse.jobruntime.decode.DecodeRecord;
import io.contactpulse.jobruntime.decode.WriterSchemas;
import io.contactpulse.jobruntime.source.FutureCap;
import io.contactpulse.schema.AgentEvent;
import io.contactpulse.schema.AgentRow;
import io.contactpulse.schema.RawRecord;
import io.contactpulse.schema.RejectedRecord;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * What the job does, without where it reads and writes.
 *
 * <pre>
 * raw records ──▶ decode-agent-events ──keyBy(agent)──▶ track-agent-state ──▶ agents
 *                        │                                  ├──▶ intervals
 *                        │                                  ├──▶ alerts · alert events · notifications
 *                        │                                  └──▶ late events ──▶ reject-late-agent-events
 *                        └──▶ rejected ◀───────────────────────────────────────────────────┘
 * </pre>
 */
public final class AgentStateSlaTopology {
    private AgentStateSlaTopology() {}

    public static AgentStateSlaOutputs define(
            DataStream<RawRecord> agentEvents,
            AgentTracker tracker,
            Pace pace,
            WriterSchemas schemas,
            FutureCap futureCap) {
        SingleOutputStreamOperator<AgentEvent> events = agentEvents
                .process(new DecodeRecord<>(new AgentEventFormat(), schemas, futureCap))
                .uid("decode-agent-events")
                .name("Decode agent events");
        SingleOutputStreamOperator<AgentRow> agents = events.keyBy(AgentEvent::getAgentId)
                .process(new TrackAgentState(tracker, pace))
                .uid("track-agent-state")
                .name("Track every agent's state, time and alerts");
        DataStream<RejectedRecord> late = agents.getSideOutput(TrackAgentState.LATE)
                .map(new LateAgentEvent())
                .uid("reject-late-agent-events")
                .name("Keep agent events that came too late");
        return new AgentStateSlaOutputs(
                agents,
                agents.getSideOutput(TrackAgentState.INTERVALS),
                agents.getSideOutput(TrackAgentState.ALERTS),
                agents.getSideOutput(TrackAgentState.ALERT_EVENTS),
                agents.getSideOutput(TrackAgentState.NOTIFICATIONS),
                events.getSideOutput(DecodeRecord.REJECTED).union(late));
    }
}
