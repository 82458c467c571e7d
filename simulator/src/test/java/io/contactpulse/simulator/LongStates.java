package io.contactpulse.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds, from the JSON alone, all closed states that lasted as long as their limit. */
final class LongStates {
    private static final Map<String, Duration> LIMITS = Map.of(
            "RINGING", Duration.ofSeconds(20),
            "ON_HOLD", Duration.ofMinutes(2),
            "ACW", Duration.ofMinutes(3),
            "ON_CONTACT", Duration.ofMinutes(15),
            "ERROR", Duration.ofSeconds(15),
            "Lunch", Duration.ofMinutes(45));
    private static final Map<String, String> STATES = Map.of(
            "INCOMING", "RINGING",
            "PENDING", "RINGING",
            "CONNECTING", "RINGING",
            "CONNECTED", "ON_CONTACT",
            "CONNECTED_ONHOLD", "ON_HOLD",
            "ENDED", "ACW");

    private final List<PlantedBreach> found = new ArrayList<>();
    private final Map<String, Open> open = new HashMap<>();
    private final String agentId;

    private record Open(String state, Instant since) {}

    private LongStates(String agentId) {
        this.agentId = agentId;
    }

    static List<PlantedBreach> in(Stream<JsonNode> events) {
        Map<String, LongStates> byAgent = new LinkedHashMap<>();
        events.forEach(event -> {
            String arn = event.get("AgentARN").textValue();
            byAgent.computeIfAbsent(arn.substring(arn.lastIndexOf('/') + 1), LongStates::new)
                    .see(event);
        });
        return byAgent.values().stream()
                .flatMap(ofAgent -> ofAgent.found.stream())
                .toList();
    }

    private void see(JsonNode event) {
        if (Recorded.current(event).isNull()) {
            return;
        }
        Map<String, Open> now = new HashMap<>();
        JsonNode status = Recorded.current(event).get("AgentStatus");
        String name = status.get("Name").textValue();
        now.put("", new Open(name.equals("Error") ? "ERROR" : name, Recorded.time(status, "StartTimestamp")));
        Recorded.contacts(event).forEach(contact -> {
            String state = contact.get("State").textValue();
            now.put(
                    contact.get("ContactId").textValue(),
                    new Open(STATES.getOrDefault(state, state), Recorded.time(contact, "StateStartTimestamp")));
        });
        open.forEach((entity, was) -> {
            Open is = now.get(entity);
            if (is != null && is.state().equals(was.state())) {
                now.put(entity, was);
            } else {
                close(entity, was, Recorded.at(event));
            }
        });
        open.clear();
        open.putAll(now);
    }

    private void close(String entity, Open state, Instant end) {
        Duration limit = LIMITS.get(state.state());
        if (limit == null || Duration.between(state.since(), end).compareTo(limit) < 0) {
            return;
        }
        boolean lunch = state.state().equals("Lunch");
        found.add(new PlantedBreach(
                agentId,
                Optional.of(entity).filter(id -> !id.isEmpty()),
                lunch ? "CUSTOM" : state.state(),
                lunch ? Optional.of("Lunch") : Optional.empty(),
                state.since(),
                end,
                limit));
    }
}
