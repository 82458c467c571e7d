package io.contactpulse.agentstatesla.oracle;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of Connect's agent event that the oracle reads, as they stand on the wire. */
@JsonIgnoreProperties(ignoreUnknown = true)
record WireEvent(
        @JsonProperty("EventTimestamp") String at,
        @JsonProperty("EventType") String type,
        @JsonProperty("EventId") String id,
        @JsonProperty("AgentARN") String agentArn,
        @JsonProperty("CurrentAgentSnapshot") @Nullable Snapshot snapshot) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Snapshot(
            @JsonProperty("AgentStatus") Status status,
            @JsonProperty("NextAgentStatus") @Nullable NextStatus nextStatus,
            @JsonProperty("Configuration") @Nullable Configuration configuration,
            @JsonProperty("Contacts") List<Contact> contacts) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Status(
            @JsonProperty("Name") String name,
            @JsonProperty("Type") @Nullable String type,
            @JsonProperty("StartTimestamp") @Nullable String since) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record NextStatus(
            @JsonProperty("Name") String name,
            @JsonProperty("EnqueuedTimestamp") @Nullable String since) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Configuration(
            @JsonProperty("AgentHierarchyGroups") @Nullable Groups groups,
            @JsonProperty("RoutingProfile") @Nullable Named routingProfile) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Groups(@JsonProperty("Level1") @Nullable Named first) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Named(@JsonProperty("Name") @Nullable String name) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Contact(
            @JsonProperty("ContactId") String id,
            @JsonProperty("Channel") String channel,
            @JsonProperty("State") String state,
            @JsonProperty("StateStartTimestamp") @Nullable String since,
            @JsonProperty("Queue") @Nullable Named queue) {}
}
