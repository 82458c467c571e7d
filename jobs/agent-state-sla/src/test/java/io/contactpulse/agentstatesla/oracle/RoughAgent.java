package io.contactpulse.agentstatesla.oracle;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactpulse.agentstatesla.oracle.RoughDesk.InHand;
import io.contactpulse.agentstatesla.oracle.RoughDesk.NextStatus;
import io.contactpulse.simulator.SimulatedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A person who does anything at any time; every fourth never goes home, and every fourth has next to nothing to do. */
final class RoughAgent {
    private static final long QUARTER_HOUR = 900;
    private static final long HALF_HOUR = 1_800;
    private static final int BAD_SECONDS = 50;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INSTANCE = "arn:aws:connect:eu-central-1:000000000000:instance/i-1";
    private static final List<String> STATUSES =
            List.of("Available", "Available", "Available", "Lunch", "Break", "Coaching", "Error", "Offline");
    private static final List<String> TROUBLE = List.of("MISSED", "REJECTED", "ERROR");
    private static final List<String> CONTACT_STATES = List.of(
            "INCOMING",
            "PENDING",
            "CONNECTING",
            "CONNECTED",
            "CONNECTED_ONHOLD",
            "CONNECTED_ONHOLD",
            "MISSED",
            "PAUSED",
            "REJECTED",
            "ERROR",
            "ENDED");

    private final Random random;
    private final RoughDesk desk;
    private final boolean goesHome;
    private final boolean isBusy;
    private final boolean isPunctual;
    private Instant now;

    RoughAgent(long seed, int number, Instant opening) {
        this.random = new Random(seed * 1_000 + number);
        this.desk = new RoughDesk(number);
        this.goesHome = number % 4 > 0;
        this.isBusy = number % 4 != 1;
        this.isPunctual = number % 4 == 2;
        this.now = opening;
    }

    Recorded next(int number) {
        now = later();
        String type = type();
        switch (type) {
            case "LOGIN" -> desk.sitDown("Available", now);
            case "LOGOUT" -> desk.sitDown("Offline", now);
            case "STATE_CHANGE" -> change();
            default -> {}
        }
        ObjectNode event = JSON.createObjectNode();
        event.put("AgentARN", INSTANCE + "/agent/" + desk.agentId());
        event.put("EventId", desk.agentId() + "-" + number);
        event.put("EventTimestamp", now.toString());
        event.put("EventType", type);
        event.put("InstanceARN", INSTANCE);
        if (type.equals("LOGIN") && random.nextBoolean()) {
            event.putNull("CurrentAgentSnapshot");
        } else {
            desk.write(event.putObject("CurrentAgentSnapshot"));
        }
        return Recorded.of(new SimulatedEvent(now, desk.agentId(), event.toString()));
    }

    /** Mostly seconds, at times half an hour, now and then exactly the next quarter hour; often stops at a bad minute. */
    private Instant later() {
        int kind = random.nextInt(20);
        if (kind == 0 && isPunctual) {
            return Instant.ofEpochSecond((now.getEpochSecond() / QUARTER_HOUR + 1) * QUARTER_HOUR);
        }
        int most = kind < 3 ? (isBusy ? 1_800_000 : 5_400_000) : kind < 8 ? 200_000 : 20_000;
        Instant later = now.plusMillis(1 + random.nextInt(most));
        Instant badMinute = Instant.ofEpochSecond((now.getEpochSecond() / HALF_HOUR + 1) * HALF_HOUR);
        boolean stops = later.isAfter(badMinute) && random.nextInt(4) > 0;
        return stops ? badMinute.plusMillis(1 + random.nextInt(BAD_SECONDS * 1_000)) : later;
    }

    private boolean isBadMinute() {
        long second = now.getEpochSecond() % HALF_HOUR;
        return second > 0 && second < BAD_SECONDS;
    }

    private String type() {
        int kind = random.nextInt(20);
        if (kind < 2 && goesHome) {
            return kind == 0 ? "LOGIN" : "LOGOUT";
        }
        return kind < 5 ? "HEART_BEAT" : "STATE_CHANGE";
    }

    private void change() {
        if (random.nextInt(4) == 0) {
            desk.chooses(status(), bySendersAccount(4_000));
        }
        if (random.nextInt(5) == 0) {
            changeNextStatus();
        }
        if (random.nextInt(3) > 0) {
            changeContact(desk.agentId() + "-c" + random.nextInt(3));
        }
    }

    private String status() {
        String status = STATUSES.get(random.nextInt(STATUSES.size()));
        return status.equals("Offline") && !goesHome ? "Available" : status;
    }

    private void changeNextStatus() {
        String name = STATUSES.get(2 + random.nextInt(STATUSES.size() - 3));
        desk.announces(
                name.equals("Available")
                        ? Optional.empty()
                        : Optional.of(new NextStatus(name, bySendersAccount(900_000))));
    }

    private void changeContact(String contactId) {
        if (random.nextInt(3) == 0 || (!isBusy && random.nextInt(4) > 0)) {
            desk.clears(contactId);
            return;
        }
        List<String> states = isBadMinute() && random.nextInt(4) > 0 ? TROUBLE : CONTACT_STATES;
        desk.holds(contactId, new InHand(states.get(random.nextInt(states.size())), bySendersAccount(4_000)));
    }

    private Optional<Instant> bySendersAccount(int mostMillisecondsEarly) {
        int kind = random.nextInt(10);
        if (kind == 0) {
            return Optional.empty();
        }
        int early = kind < 4 ? random.nextInt(mostMillisecondsEarly) : 0;
        return Optional.of(kind == 1 ? now.plusMillis(700) : now.minusMillis(early));
    }
}
