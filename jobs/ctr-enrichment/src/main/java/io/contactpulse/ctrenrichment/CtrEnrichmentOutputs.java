package io.contactpulse.ctrenrichment;

import io.contactpulse.ctrenrichment.operator.ConcludeJourney;
import io.contactpulse.schema.ContactRow;
import io.contactpulse.schema.Escalation;
import io.contactpulse.schema.EscalationEvent;
import io.contactpulse.schema.Journey;
import io.contactpulse.schema.Notification;
import io.contactpulse.schema.QueueInterval;
import io.contactpulse.schema.RejectedRecord;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** Everything the topology tells. */
public final class CtrEnrichmentOutputs {
    private final DataStream<ContactRow> contacts;
    private final SingleOutputStreamOperator<Journey> journeys;
    private final DataStream<QueueInterval> queueIntervals;
    private final DataStream<RejectedRecord> rejected;

    CtrEnrichmentOutputs(
            DataStream<ContactRow> contacts,
            SingleOutputStreamOperator<Journey> journeys,
            DataStream<QueueInterval> queueIntervals,
            DataStream<RejectedRecord> rejected) {
        this.contacts = contacts;
        this.journeys = journeys;
        this.queueIntervals = queueIntervals;
        this.rejected = rejected;
    }

    public DataStream<ContactRow> contacts() {
        return contacts;
    }

    public DataStream<Journey> journeys() {
        return journeys;
    }

    public DataStream<Escalation> escalations() {
        return journeys.getSideOutput(ConcludeJourney.ESCALATIONS);
    }

    public DataStream<EscalationEvent> escalationEvents() {
        return journeys.getSideOutput(ConcludeJourney.ESCALATION_EVENTS);
    }

    public DataStream<Notification> notifications() {
        return journeys.getSideOutput(ConcludeJourney.NOTIFICATIONS);
    }

    public DataStream<QueueInterval> queueIntervals() {
        return queueIntervals;
    }

    /** Records that could not be read. */
    public DataStream<RejectedRecord> rejected() {
        return rejected;
    }
}
