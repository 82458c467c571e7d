package io.contactpulse.agentstatesla;

import io.contactpulse.schema.AgentInterval;
import io.contactpulse.schema.AgentRow;
import io.contactpulse.schema.Alert;
import io.contactpulse.schema.AlertEvent;
import io.contactpulse.schema.Notification;
import io.contactpulse.schema.RejectedRecord;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Everything the topology tells. */
public final class AgentStateSlaOutputs {
    private final DataStream<AgentRow> agents;
    private final DataStream<AgentInterval> intervals;
    private final DataStream<Alert> alerts;
    private final DataStream<AlertEvent> alertEvents;
    private final DataStream<Notification> notifications;
    private final DataStream<RejectedRecord> rejected;

    AgentStateSlaOutputs(
            DataStream<AgentRow> agents,
            DataStream<AgentInterval> intervals,
            DataStream<Alert> alerts,
            DataStream<AlertEvent> alertEvents,
            DataStream<Notification> notifications,
            DataStream<RejectedRecord> rejected) {
        this.agents = agents;
        this.intervals = intervals;
        this.alerts = alerts;
        this.alertEvents = alertEvents;
        this.notifications = notifications;
        this.rejected = rejected;
    }

    public DataStream<AgentRow> agents() {
        return agents;
    }

    public DataStream<AgentInterval> intervals() {
        return intervals;
    }

    public DataStream<Alert> alerts() {
        return alerts;
    }

    public DataStream<AlertEvent> alertEvents() {
        return alertEvents;
    }

    public DataStream<Notification> notifications() {
        return notifications;
    }

    /** Records that could not be read and events that came too late. */
    public DataStream<RejectedRecord> rejected() {
        return rejected;
    }
}
