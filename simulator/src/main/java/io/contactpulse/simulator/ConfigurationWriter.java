package io.contactpulse.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/** Writes the Configuration part of one agent's snapshots: who the agent is and what the agent serves. */
final class ConfigurationWriter {
    private final Agent agent;
    private final Queue ownQueue;

    ConfigurationWriter(Agent agent) {
        this.agent = agent;
        this.ownQueue = Queue.ofAgent(agent.id());
    }

    void write(JsonGenerator json, Desk desk) throws IOException {
        json.writeObjectFieldStart("Configuration");
        writeHierarchy(json);
        json.writeStringField("FirstName", "Agent");
        json.writeStringField("LastName", agent.number());
        writeRoutingProfile(json, desk);
        json.writeStringField("Username", "agent-" + agent.number());
        json.writeEndObject();
    }

    void writeQueue(JsonGenerator json, Queue queue) throws IOException {
        json.writeStartObject();
        json.writeStringField("ARN", queue.arn());
        if (agent.version().knowsChannels()) {
            json.writeArrayFieldStart("Channels");
            for (Channel channel : queue.channels()) {
                json.writeString(channel.name());
            }
            json.writeEndArray();
        }
        json.writeStringField("Name", queue.name().orElse(null));
        json.writeEndObject();
    }

    private void writeHierarchy(JsonGenerator json) throws IOException {
        if (agent.team().isEmpty()) {
            json.writeNullField("AgentHierarchyGroups");
            return;
        }
        List<String> levels = agent.team().get().levels();
        json.writeObjectFieldStart("AgentHierarchyGroups");
        for (int level = 0; level < levels.size(); level++) {
            json.writeObjectFieldStart("Level" + (level + 1));
            json.writeStringField("ARN", Company.arn("agent-group", levels.get(level)));
            json.writeStringField("Name", levels.get(level));
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void writeRoutingProfile(JsonGenerator json, Desk desk) throws IOException {
        RoutingProfile profile = desk.profile();
        json.writeObjectFieldStart("RoutingProfile");
        json.writeStringField("ARN", profile.arn());
        if (agent.version().knowsChannels()) {
            writeConcurrency(json, desk);
        }
        json.writeFieldName("DefaultOutboundQueue");
        writeQueue(json, Company.OUTBOUND);
        json.writeArrayFieldStart("InboundQueues");
        writeQueue(json, ownQueue);
        for (Queue queue : profile.queues()) {
            writeQueue(json, queue);
        }
        json.writeEndArray();
        json.writeStringField("Name", profile.name());
        json.writeEndObject();
    }

    private static void writeConcurrency(JsonGenerator json, Desk desk) throws IOException {
        List<Channel> channels = desk.profile().channels().stream()
                .sorted(Comparator.comparing(Channel::name))
                .toList();
        json.writeArrayFieldStart("Concurrency");
        for (Channel channel : channels) {
            json.writeStartObject();
            json.writeNumberField("AvailableSlots", desk.freeSlots(channel));
            json.writeStringField("Channel", channel.name());
            json.writeNumberField("MaximumSlots", desk.slots(channel));
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
