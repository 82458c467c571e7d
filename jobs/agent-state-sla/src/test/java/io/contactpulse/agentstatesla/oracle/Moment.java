package io.contactpulse.agentstatesla.oracle;

import io.contactpulse.agentstatesla.oracle.Tables.Condition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What holds from one event on: the agent's effective condition, the condition and start of the chosen status, and the
 * contacts in hand. Nothing of it is carried over from the moment before, but for the rules about being off.
 */
record Moment(
        Instant at,
        Condition condition,
        Optional<Condition> status,
        Optional<Instant> statusSince,
        List<Seen.InHand> contacts) {

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
        return new Moment(at, plain("OFFLINE"), Optional.empty(), Optional.empty(), List.of());
    }

    static Moment unknown(Instant at) {
        return new Moment(at, plain("UNKNOWN"), Optional.empty(), Optional.empty(), List.of());
    }

    static Moment of(Instant at, Seen.Desk desk) {
        Condition status = status(desk);
        String first = Stream.concat(
                        Stream.of(status.state()),
                        desk.contacts().stream().map(contact -> contactState(contact.state())))
                .min((one, other) -> PRECEDENCE.indexOf(one) - PRECEDENCE.indexOf(other))
                .orElseThrow();
        if (first.equals("OFFLINE")) {
            return off(at);
        }
        Condition condition = first.equals(status.state()) ? status : plain(first);
        return new Moment(at, condition, Optional.of(status), desk.since(), desk.contacts());
    }

    boolean isOff() {
        return condition.state().equals("OFFLINE");
    }

    int connected() {
        return (int) contacts.stream()
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
            return plain("ERROR");
        }
        String byName = switch (desk.status()) {
            case "Available" -> "ROUTABLE";
            case "Offline" -> "OFFLINE";
            default -> "CUSTOM";
        };
        return switch (desk.type().orElse(byName)) {
            case "ROUTABLE" -> plain("AVAILABLE");
            case "OFFLINE" -> plain("OFFLINE");
            default -> new Condition("CUSTOM", Optional.of(desk.status()));
        };
    }

    private static Condition plain(String state) {
        return new Condition(state, Optional.empty());
    }
}
