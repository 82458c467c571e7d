package io.contactpulse.agentstatesla;

import io.contactpulse.agentstatesla.operator.RunAlertDesk;
import io.contactpulse.agentstatesla.operator.TrackAgentState;
import io.contactpulse.schema.AgentInterval;
import io.contactpulse.schema.AgentOccupancy;
import io.contactpulse.schema.AgentRow;
import io.contactpulse.schema.Alert;
import io.contactpulse.schema.AlertEvent;
import io.contactpulse.schema.Notification;
import io.contactpulse.schema.QueueStatus;
import io.contactpulse.schema.RejectedRecord;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** Everything the topology tells. */
public final class AgentStateSlaOutputs {
    private final SingleOutputStreamOperator<AgentRow> agents;
    private final SingleOutputStreamOperator<QueueStatus> queues;
    private final SingleOutputStreamOperator<Alert> alerts;
    private final DataStream<RejectedRecord> rejected;

    AgentStateSlaOutputs(
            SingleOutputStreamOperator<AgentRow> agents,
            SingleOutputStreamOperator<QueueStatus> queues,
            SingleOutputStreamOperator<Alert> alerts,
            DataStream<RejectedRecord> rejected) {
        this.agents = agents;
        this.queues = queues;
        this.alerts = alerts;
        this.rejected = rejected;
    }

    public DataStream<AgentRow> agents() {
        return agents;
    }

    public DataStream<AgentInterval> intervals() {
        return agents.getSideOutput(TrackAgentState.INTERVALS);
    }

    public DataStream<AgentOccupancy> occupancy() {
        return agents.getSideOutput(TrackAgentState.OCCUPANCY);
    }

    public DataStream<QueueStatus> queues() {
        return queues;
    }

    public DataStream<Alert> alerts() {
        return alerts;
    }

    public DataStream<AlertEvent> alertEvents() {
        return alerts.getSideOutput(RunAlertDesk.ALERT_EVENTS);
    }

    public DataStream<Notification> notifications() {
        return alerts.getSideOutput(RunAlertDesk.NOTIFICATIONS);
    }

    /** Records that could not be read, events that came too late, commands that could not be carried out. */
    public DataStream<RejectedRecord> rejected() {
        return rejected;
    }
}
