package io.contactpulse.agentstatesla.oracle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One line of a recording, as far as the oracle reads it. */
record Seen(Instant at, String type, String id, String agentId, Optional<Desk> desk) {
    static final Comparator<Seen> REPLAY_ORDER =
            Comparator.comparing(Seen::at).thenComparing(Seen::isHeartBeat).thenComparing(Seen::id);

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The current snapshot. */
    record Desk(String status, Optional<String> type, Optional<Instant> since, List<InHand> contacts) {}

    record InHand(String id, String channel, String state, Optional<Instant> since) {}

    static Seen of(String line) {
        try {
            JsonNode event = JSON.readTree(line);
            return new Seen(
                    Instant.parse(event.get("EventTimestamp").asText()),
                    event.get("EventType").asText(),
                    event.get("EventId").asText(),
                    lastSegment(event.get("AgentARN").asText()),
                    desk(event.path("CurrentAgentSnapshot")));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not an agent event: " + line, e);
        }
    }

    boolean isHeartBeat() {
        return type.equals("HEART_BEAT");
    }

    boolean isLogin() {
        return type.equals("LOGIN");
    }

    boolean isLogout() {
        return type.equals("LOGOUT");
    }

    private static Optional<Desk> desk(JsonNode snapshot) {
        if (!snapshot.isObject()) {
            return Optional.empty();
        }
        JsonNode status = snapshot.path("AgentStatus");
        List<InHand> contacts = new ArrayList<>();
        for (JsonNode contact : snapshot.path("Contacts")) {
            contacts.add(new InHand(
                    contact.get("ContactId").asText(),
                    contact.get("Channel").asText(),
                    contact.get("State").asText(),
                    time(contact.path("StateStartTimestamp"))));
        }
        return Optional.of(new Desk(
                status.get("Name").asText(),
                text(status.path("Type")),
                time(status.path("StartTimestamp")),
                List.copyOf(contacts)));
    }

    private static Optional<Instant> time(JsonNode value) {
        return text(value).map(Instant::parse);
    }

    private static Optional<String> text(JsonNode value) {
        return value.isTextual() ? Optional.of(value.asText()) : Optional.empty();
    }

    private static String lastSegment(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }
}
