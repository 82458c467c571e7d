package io.contactpulse.agentstatesla.oracle;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactpulse.simulator.SimulatedEvent;
import io.contactpulse.testkit.Moments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * Agents whose events follow no plan: any state after any other, clocks of the sender that are missing, early or late,
 * heart-beats and changes after the end of a shift, shifts and statuses that begin exactly on a quarter hour.
 */
final class RoughFloor {
    private static final long QUARTER_HOUR = 900;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INSTANCE = "arn:aws:connect:eu-central-1:000000000000:instance/i-1";
    private static final List<String> STATUSES =
            List.of("Available", "Available", "Lunch", "Break", "Coaching", "Error", "Offline");
    private static final List<String> CONTACT_STATES = List.of(
            "INCOMING",
            "PENDING",
            "CONNECTING",
            "CONNECTED",
            "CONNECTED_ONHOLD",
            "MISSED",
            "PAUSED",
            "REJECTED",
            "ERROR",
            "ENDED");

    private final Random random;
    private final String agentId;
    private final TreeMap<String, InHand> contacts = new TreeMap<>();
    private String status = "Available";
    private Optional<Instant> statusSince = Optional.empty();
    private Instant now = Moments.at("08:00:00");

    private record InHand(String state, Optional<Instant> since) {}

    private RoughFloor(long seed, int agent) {
        this.random = new Random(seed * 1_000 + agent);
        this.agentId = "agent-%03d".formatted(agent);
    }

    static List<SimulatedEvent> events(long seed, int agents, int eventsEach) {
        List<SimulatedEvent> events = new ArrayList<>();
        for (int agent = 0; agent < agents; agent++) {
            RoughFloor floor = new RoughFloor(seed, agent);
            for (int number = 0; number < eventsEach; number++) {
                events.add(floor.next(number));
            }
        }
        events.sort(Comparator.comparing(SimulatedEvent::at));
        return List.copyOf(events);
    }

    private SimulatedEvent next(int number) {
        now = later();
        String type = type();
        switch (type) {
            case "LOGIN" -> sitDown("Available");
            case "LOGOUT" -> sitDown("Offline");
            case "STATE_CHANGE" -> change();
            default -> {}
        }
        ObjectNode event = JSON.createObjectNode();
        event.put("AgentARN", INSTANCE + "/agent/" + agentId);
        event.put("EventId", agentId + "-" + number);
        event.put("EventTimestamp", now.toString());
        event.put("EventType", type);
        event.put("InstanceARN", INSTANCE);
        if (type.equals("LOGIN") && random.nextBoolean()) {
            event.putNull("CurrentAgentSnapshot");
        } else {
            writeSnapshot(event.putObject("CurrentAgentSnapshot"));
        }
        return new SimulatedEvent(now, agentId, event.toString());
    }

    /** Mostly seconds, at times half an hour, now and then exactly the next quarter hour. */
    private Instant later() {
        int kind = random.nextInt(20);
        if (kind == 0) {
            return Instant.ofEpochSecond((now.getEpochSecond() / QUARTER_HOUR + 1) * QUARTER_HOUR);
        }
        return now.plusMillis(1 + random.nextInt(kind < 3 ? 1_800_000 : kind < 8 ? 200_000 : 20_000));
    }

    private String type() {
        int kind = random.nextInt(20);
        return kind == 0 ? "LOGIN" : kind == 1 ? "LOGOUT" : kind < 5 ? "HEART_BEAT" : "STATE_CHANGE";
    }

    /** Nothing outlives a shift: it would be a state that began twice. */
    private void sitDown(String withStatus) {
        contacts.clear();
        status = withStatus;
        statusSince = Optional.of(now);
    }

    private void change() {
        if (random.nextInt(4) == 0) {
            status = STATUSES.get(random.nextInt(STATUSES.size()));
            statusSince = bySendersAccount();
        }
        if (random.nextInt(3) > 0) {
            String contactId = agentId + "-c" + random.nextInt(3);
            if (random.nextInt(3) == 0) {
                contacts.remove(contactId);
            } else {
                String state = CONTACT_STATES.get(random.nextInt(CONTACT_STATES.size()));
                contacts.put(contactId, new InHand(state, bySendersAccount()));
            }
        }
    }

    private Optional<Instant> bySendersAccount() {
        int kind = random.nextInt(10);
        if (kind == 0) {
            return Optional.empty();
        }
        return Optional.of(kind == 1 ? now.plusMillis(700) : kind < 4 ? now.minusMillis(random.nextInt(4_000)) : now);
    }

    private void writeSnapshot(ObjectNode snapshot) {
        ObjectNode agentStatus = snapshot.putObject("AgentStatus").put("Name", status);
        statusSince.ifPresent(since -> agentStatus.put("StartTimestamp", since.toString()));
        snapshot.putObject("Configuration").put("Username", agentId);
        ArrayNode inHand = snapshot.putArray("Contacts");
        contacts.forEach((contactId, shown) -> {
            ObjectNode contact = inHand.addObject().put("ContactId", contactId).put("Channel", "VOICE");
            contact.put("State", shown.state());
            shown.since().ifPresent(since -> contact.put("StateStartTimestamp", since.toString()));
        });
    }
}
