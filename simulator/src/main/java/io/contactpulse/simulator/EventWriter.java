package io.contactpulse.simulator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.contactpulse.schema.AgentEventType;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes one agent's events as Connect does: key order, nesting and explicit nulls are those of published records. */
final class EventWriter {
    /** What stands in place of a snapshot that is not given. */
    static final String NO_SNAPSHOT = "null";

    private static final JsonFactory JSON = new JsonFactory();

    private final Agent agent;
    private final SnapshotWriter snapshots;

    EventWriter(Agent agent) {
        this.agent = agent;
        this.snapshots = new SnapshotWriter(agent);
    }

    /** The two snapshots, as JSON. */
    record Snapshots(String current, String previous) {}

    String snapshot(Desk desk) {
        return write(json -> snapshots.write(json, desk));
    }

    String event(AgentEventType type, long second, String eventId, Snapshots both) {
        return write(json -> {
            json.writeStartObject();
            json.writeStringField("AWSAccountId", Company.ACCOUNT);
            json.writeStringField("AgentARN", agent.arn());
            json.writeFieldName("CurrentAgentSnapshot");
            json.writeRawValue(both.current());
            json.writeStringField("EventId", eventId);
            json.writeStringField("EventTimestamp", agent.clock().stamp(second));
            json.writeStringField("EventType", type.name());
            json.writeStringField("InstanceARN", Company.INSTANCE_ARN);
            json.writeFieldName("PreviousAgentSnapshot");
            json.writeRawValue(both.previous());
            json.writeStringField("Version", agent.version().label());
            json.writeEndObject();
        });
    }

    private interface Content {
        void writeTo(JsonGenerator json) throws IOException;
    }

    private static String write(Content content) {
        StringWriter text = new StringWriter(2048);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            content.writeTo(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return text.toString();
    }
}
