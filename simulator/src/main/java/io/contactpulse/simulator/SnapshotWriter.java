package io.contactpulse.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/** Writes what is true at one agent's desk as an AgentSnapshot of the agent's schema version. */
final class SnapshotWriter {
    private final Agent agent;
    private final ConfigurationWriter configuration;

    SnapshotWriter(Agent agent) {
        this.agent = agent;
        this.configuration = new ConfigurationWriter(agent);
    }

    void write(JsonGenerator json, Desk desk) throws IOException {
        json.writeStartObject();
        writeStatus(json, desk);
        configuration.write(json, desk);
        json.writeArrayFieldStart("Contacts");
        for (Contact contact : desk.contacts()) {
            writeContact(json, contact);
        }
        json.writeEndArray();
        if (agent.version().knowsChannels()) {
            writeNextStatus(json, desk.pendingStatus());
        }
        json.writeEndObject();
    }

    private void writeStatus(JsonGenerator json, Desk desk) throws IOException {
        json.writeObjectFieldStart("AgentStatus");
        json.writeStringField("ARN", desk.status().arn());
        json.writeStringField("Name", desk.status().label());
        json.writeStringField("StartTimestamp", agent.clock().stamp(desk.statusStart()));
        if (agent.version().knowsChannels()) {
            json.writeStringField("Type", desk.status().type().name());
        }
        json.writeEndObject();
    }

    private void writeNextStatus(JsonGenerator json, Optional<Desk.PendingStatus> pending) throws IOException {
        if (pending.isEmpty()) {
            json.writeNullField("NextAgentStatus");
            return;
        }
        Desk.PendingStatus next = pending.get();
        json.writeObjectFieldStart("NextAgentStatus");
        json.writeStringField("ARN", next.status().arn());
        json.writeStringField("EnqueuedTimestamp", agent.clock().stamp(next.chosenAt()));
        json.writeStringField("Name", next.status().label());
        json.writeEndObject();
    }

    private void writeContact(JsonGenerator json, Contact contact) throws IOException {
        json.writeStartObject();
        json.writeStringField("Channel", contact.channel().name());
        writeTime(json, "ConnectedToAgentTimestamp", contact.connectedAt());
        json.writeStringField("ContactId", contact.id());
        json.writeStringField("InitialContactId", contact.initialId().orElse(null));
        json.writeStringField("InitiationMethod", contact.initiationMethod());
        json.writeFieldName("Queue");
        configuration.writeQueue(json, contact.queue());
        json.writeStringField(
                "QueueTimestamp", contact.queuedAt().map(WireClock::stamp).orElse(null));
        json.writeStringField("State", contact.state().name());
        json.writeStringField("StateStartTimestamp", agent.clock().stamp(contact.stateStart()));
        json.writeEndObject();
    }

    private void writeTime(JsonGenerator json, String field, OptionalLong second) throws IOException {
        if (second.isEmpty()) {
            json.writeNullField(field);
            return;
        }
        json.writeStringField(field, agent.clock().stamp(second.getAsLong()));
    }
}
