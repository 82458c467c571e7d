package io.contactpulse.agentstatesla.oracle;

import io.contactpulse.agentstatesla.oracle.Tables.Condition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What holds from one event on: the agent's effective condition, the chosen status, and what the event shows of the desk.
 * Nothing of it is carried over from the moment before, but for the rules about being off.
 */
record Moment(
        Instant at, Condition condition, Optional<Condition> status, Optional<Seen.Desk> desk, boolean isHeartBeat) {

    private static final List<String> PRECEDENCE = List.of(
            "ERROR",
            "MISSED",
            "REJECTED",
            "RINGING",
            "ON_HOLD",
            "ON_CONTACT",
            "PAUSED",
            "ACW",
            "AVAILABLE",
            "CUSTOM",
            "OFFLINE");

    static Moment off(Instant at) {
        return new Moment(at, Condition.plain("OFFLINE"), Optional.empty(), Optional.empty(), false);
    }

    static Moment of(Seen event) {
        return event.desk()
                .map(desk -> of(event, desk))
                .orElseGet(() -> new Moment(
                        event.at(),
                        Condition.plain("UNKNOWN"),
                        Optional.empty(),
                        Optional.empty(),
                        event.isHeartBeat()));
    }

    private static Moment of(Seen event, Seen.Desk desk) {
        Condition status = status(desk);
        String first = Stream.concat(
                        Stream.of(status.state()),
                        desk.contacts().stream().map(contact -> contactState(contact.state())))
                .min((one, other) -> PRECEDENCE.indexOf(one) - PRECEDENCE.indexOf(other))
                .orElseThrow();
        if (first.equals("OFFLINE")) {
            return off(event.at());
        }
        Condition condition = first.equals(status.state()) ? status : Condition.plain(first);
        return new Moment(event.at(), condition, Optional.of(status), Optional.of(desk), event.isHeartBeat());
    }

    boolean isOff() {
        return isIn("OFFLINE");
    }

    boolean isIn(String state) {
        return condition.state().equals(state);
    }

    Optional<Instant> statusSince() {
        return desk.flatMap(Seen.Desk::since);
    }

    List<Seen.InHand> contacts() {
        return desk.map(Seen.Desk::contacts).orElse(List.of());
    }

    int connected() {
        return (int) contacts().stream()
                .filter(contact ->
                        contact.state().equals("CONNECTED") || contact.state().equals("CONNECTED_ONHOLD"))
                .count();
    }

    static String contactState(String onTheWire) {
        return switch (onTheWire) {
            case "INCOMING", "PENDING", "CONNECTING" -> "RINGING";
            case "CONNECTED" -> "ON_CONTACT";
            case "CONNECTED_ONHOLD" -> "ON_HOLD";
            case "ENDED" -> "ACW";
            case "ERROR", "MISSED", "REJECTED", "PAUSED" -> onTheWire;
            default -> throw new IllegalArgumentException("the contract knows no contact state " + onTheWire);
        };
    }

    private static Condition status(Seen.Desk desk) {
        if (desk.status().equals("Error")) {
            return Condition.plain("ERROR");
        }
        String byName = switch (desk.status()) {
            case "Available" -> "ROUTABLE";
            case "Offline" -> "OFFLINE";
            default -> "CUSTOM";
        };
        return switch (desk.type().orElse(byName)) {
            case "ROUTABLE" -> Condition.plain("AVAILABLE");
            case "OFFLINE" -> Condition.plain("OFFLINE");
            default -> new Condition("CUSTOM", Optional.of(desk.status()));
        };
    }
}
