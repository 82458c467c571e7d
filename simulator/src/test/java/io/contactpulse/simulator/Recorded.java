package io.contactpulse.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Events read back from their JSON, with nothing but the JSON. */
record Recorded(List<JsonNode> events) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Recorded of(Scenario scenario) {
        Map<JsonNode, JsonNode> known = new HashMap<>();
        return new Recorded(stream(scenario).map(event -> sharing(event, known)).toList());
    }

    /** For recordings too long to hold. */
    static Stream<JsonNode> stream(Scenario scenario) {
        return Floor.events(scenario).map(SimulatedEvent::json).map(Recorded::parse);
    }

    /** Keeps equal parts once, so that a whole shift fits into memory. */
    private static JsonNode sharing(JsonNode event, Map<JsonNode, JsonNode> known) {
        for (String field : List.of("CurrentAgentSnapshot", "PreviousAgentSnapshot")) {
            if (event.get(field) instanceof ObjectNode snapshot) {
                snapshot.replace("Configuration", shared(snapshot.get("Configuration"), known));
                ((ObjectNode) event).replace(field, shared(snapshot, known));
            }
        }
        return event;
    }

    private static JsonNode shared(JsonNode part, Map<JsonNode, JsonNode> known) {
        JsonNode before = known.putIfAbsent(part, part);
        return before == null ? part : before;
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Map<String, List<JsonNode>> byAgent() {
        return events.stream()
                .collect(Collectors.groupingBy(
                        event -> event.get("AgentARN").textValue(), LinkedHashMap::new, Collectors.toList()));
    }

    Stream<JsonNode> ofType(String type) {
        return events.stream().filter(event -> type.equals(type(event)));
    }

    static String type(JsonNode event) {
        return event.get("EventType").textValue();
    }

    static Instant at(JsonNode event) {
        return time(event, "EventTimestamp");
    }

    static Instant time(JsonNode object, String field) {
        return Instant.parse(object.get(field).textValue());
    }

    static JsonNode current(JsonNode event) {
        return event.get("CurrentAgentSnapshot");
    }

    static String status(JsonNode event) {
        return current(event).path("AgentStatus").path("Name").asText("none");
    }

    static Stream<JsonNode> contacts(JsonNode event) {
        return StreamSupport.stream(current(event).path("Contacts").spliterator(), false);
    }

    static List<String> keys(JsonNode object) {
        return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
                .toList();
    }
}
