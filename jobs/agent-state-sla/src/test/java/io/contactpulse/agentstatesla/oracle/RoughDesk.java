package io.contactpulse.agentstatesla.oracle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/** What a snapshot shows of one person of the rough floor. Most share routing profile, site and queues. */
final class RoughDesk {
    private final int number;
    private final TreeMap<String, InHand> contacts = new TreeMap<>();
    private String status = "Available";
    private Optional<Instant> statusSince = Optional.empty();
    private Optional<NextStatus> next = Optional.empty();

    record InHand(String state, Optional<Instant> since) {}

    record NextStatus(String name, Optional<Instant> since) {}

    RoughDesk(int number) {
        this.number = number;
    }

    String agentId() {
        return "agent-%03d".formatted(number);
    }

    /** Nothing outlives a shift: it would be a state that began twice. */
    void sitDown(String withStatus, Instant at) {
        contacts.clear();
        next = Optional.empty();
        chooses(withStatus, Optional.of(at));
    }

    /** Who goes home waits for no other status. */
    void chooses(String newStatus, Optional<Instant> since) {
        next = newStatus.equals("Offline") ? Optional.empty() : next;
        status = newStatus;
        statusSince = since;
    }

    /** A status that waits goes on waiting when it is chosen again; who has gone home chooses none. */
    void announces(Optional<NextStatus> chosen) {
        boolean isSame = chosen.map(NextStatus::name).equals(next.map(NextStatus::name));
        if (!isSame) {
            next = status.equals("Offline") ? Optional.empty() : chosen;
        }
    }

    void clears(String contactId) {
        contacts.remove(contactId);
    }

    void holds(String contactId, InHand contact) {
        contacts.put(contactId, contact);
    }

    void write(ObjectNode snapshot) {
        ObjectNode agentStatus = snapshot.putObject("AgentStatus").put("Name", status);
        statusSince.ifPresent(since -> agentStatus.put("StartTimestamp", since.toString()));
        writeConfiguration(snapshot.putObject("Configuration").put("Username", agentId()));
        next.ifPresentOrElse(
                waiting -> writeNext(snapshot.putObject("NextAgentStatus"), waiting),
                () -> snapshot.putNull("NextAgentStatus"));
        ArrayNode inHand = snapshot.putArray("Contacts");
        contacts.forEach((contactId, contact) -> writeContact(inHand.addObject(), contactId, contact));
    }

    private static void writeNext(ObjectNode json, NextStatus waiting) {
        json.put("Name", waiting.name());
        waiting.since().ifPresent(since -> json.put("EnqueuedTimestamp", since.toString()));
    }

    private void writeConfiguration(ObjectNode json) {
        json.putObject("RoutingProfile").put("Name", number < 7 ? "service" : "sales");
        if (number == 9) {
            json.putNull("AgentHierarchyGroups");
            return;
        }
        ObjectNode groups = json.putObject("AgentHierarchyGroups");
        groups.putObject("Level1").put("Name", number % 3 == 0 ? "site-south" : "site-north");
        groups.putObject("Level2").put("Name", "team-" + number % 2);
    }

    /** The first of an agent's contacts come from a queue with a name, the second from one without, the third from none. */
    private static void writeContact(ObjectNode json, String contactId, InHand contact) {
        json.put("ContactId", contactId).put("Channel", "VOICE").put("State", contact.state());
        contact.since().ifPresent(since -> json.put("StateStartTimestamp", since.toString()));
        if (contactId.endsWith("c0")) {
            json.putObject("Queue").put("ARN", "arn:aws:connect:queue/bookings").put("Name", "bookings");
        } else if (contactId.endsWith("c1")) {
            json.putObject("Queue").put("ARN", "arn:aws:connect:queue/own").putNull("Name");
        }
    }
}
