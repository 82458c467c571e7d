package io.contactpulse.agentstatesla.wire;

import io.contactpulse.jobruntime.decode.JsonFields;
import io.contactpulse.jobruntime.decode.Unreadable;
import io.contactpulse.schema.AgentEvent;
import io.contactpulse.schema.AgentEventType;
import io.contactpulse.schema.AgentKind;
import io.contactpulse.schema.AgentSnapshot;
import io.contactpulse.schema.RawRecord;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads Amazon Connect's agent event, both of its versions (2017-10-01 and 2019-05-25). Only what says where the agent
 * stands now is read: the previous snapshot repeats what earlier events have told.
 */
final class ConnectAgentEvent {
    private @Nullable String agentArn;
    private @Nullable String instanceArn;
    private @Nullable String eventId;
    private @Nullable Instant at;
    private @Nullable AgentEventType type;
    private @Nullable AgentSnapshot snapshot;

    private ConnectAgentEvent() {}

    static AgentEvent read(RawRecord record, JsonFields fields) throws Unreadable {
        ConnectAgentEvent event = new ConnectAgentEvent();
        while (fields.next()) {
            event.readField(fields);
        }
        return event.build(record);
    }

    private void readField(JsonFields fields) throws Unreadable {
        switch (fields.name()) {
            case "AgentARN":
                agentArn = fields.keyText();
                break;
            case "InstanceARN":
                instanceArn = fields.keyText();
                break;
            case "EventId":
                eventId = fields.keyText();
                break;
            case "EventTimestamp":
                at = fields.keyInstant();
                break;
            case "EventType":
                type = Names.constant(AgentEventType.UNKNOWN, Optional.of(fields.keyText()));
                break;
            case "CurrentAgentSnapshot":
                snapshot = ConnectSnapshot.read(fields).orElse(null);
                break;
            default:
        }
    }

    private AgentEvent build(RawRecord record) throws Unreadable {
        String agent = required("AgentARN", agentArn);
        return AgentEvent.newBuilder()
                .setEventId(required("EventId", eventId))
                .setEventType(required("EventType", type))
                .setAt(required("EventTimestamp", at))
                .setArrivedAt(record.getArrivedAt())
                .setAgentId(Arn.lastSegment(agent))
                .setAgentArn(agent)
                .setInstanceId(Arn.lastSegment(required("InstanceARN", instanceArn)))
                .setAgentKind(AgentKind.HUMAN)
                .setSnapshot(snapshot)
                .build();
    }

    private static <T> T required(String field, @Nullable T value) throws Unreadable {
        if (value == null) {
            throw Unreadable.missing(field);
        }
        return value;
    }
}
