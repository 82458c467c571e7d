package io.contactpulse.agentstatesla.oracle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.contactpulse.schema.AgentStateChange;
import io.contactpulse.schema.AiActivity;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One record of a recording, as far as the oracle reads it. Strings that recur are interned: a recording has many. */
record Seen(Instant at, String type, String id, String agentId, Kind kind, Optional<Desk> desk) {
    static final Comparator<Seen> REPLAY_ORDER =
            Comparator.comparing(Seen::at).thenComparing(Seen::isHeartBeat).thenComparing(Seen::id);

    private static final ObjectReader JSON = new ObjectMapper().readerFor(WireEvent.class);

    enum Kind {
        HUMAN,
        AI
    }

    /** The current snapshot. */
    record Desk(
            String status,
            Optional<String> type,
            Optional<Instant> since,
            List<InHand> contacts,
            Optional<Next> next,
            Profile profile) {}

    record InHand(String id, String channel, String state, Optional<Instant> since, Optional<String> queue) {}

    /** The status chosen for after the contact. */
    record Next(String name, Optional<Instant> since) {}

    /** What agents have in common with others. */
    record Profile(Optional<String> routingProfile, Optional<String> site) {
        static final Profile UNKNOWN = new Profile(Optional.empty(), Optional.empty());
    }

    static Seen of(Recorded record) {
        return record.change().map(Seen::of).orElseGet(() -> of(record.json().orElseThrow()));
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

    private static Seen of(AgentStateChange change) {
        Desk desk = new Desk(
                step(change.getActivity()),
                Optional.of(change.getActivity() == AiActivity.IDLE ? "ROUTABLE" : "CUSTOM"),
                Optional.of(change.getAt()),
                List.of(),
                Optional.empty(),
                new Profile(change.getOptionalRoutingProfile(), Optional.empty()));
        String agentId = lastSegment(change.getAgentArn());
        return new Seen(change.getAt(), "STATE_CHANGE", change.getEventId(), agentId, Kind.AI, Optional.of(desk));
    }

    private static String step(AiActivity activity) {
        return switch (activity) {
            case IDLE -> "Available";
            case PROCESSING -> "Processing";
            case QUERYING_KB -> "QueryingKB";
            case ANALYZING -> "Analyzing";
            case GENERATING -> "Generating";
            case VALIDATING -> "Validating";
            case RESPONDING -> "Responding";
            case ERROR -> "Error";
            case UNKNOWN -> "Unknown";
        };
    }

    private static Seen of(String line) {
        try {
            WireEvent event = JSON.readValue(line);
            return new Seen(
                    Instant.parse(event.at()),
                    event.type().intern(),
                    event.id(),
                    lastSegment(event.agentArn()),
                    Kind.HUMAN,
                    Optional.ofNullable(event.snapshot()).map(Seen::desk));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not an agent event: " + line, e);
        }
    }

    private static Desk desk(WireEvent.Snapshot snapshot) {
        return new Desk(
                snapshot.status().name().intern(),
                text(snapshot.status().type()),
                time(snapshot.status().since()),
                snapshot.contacts().stream().map(Seen::inHand).toList(),
                Optional.ofNullable(snapshot.nextStatus())
                        .map(next -> new Next(next.name().intern(), time(next.since()))),
                Optional.ofNullable(snapshot.configuration()).map(Seen::profile).orElse(Profile.UNKNOWN));
    }

    private static Profile profile(WireEvent.Configuration configuration) {
        Optional<WireEvent.Named> site =
                Optional.ofNullable(configuration.groups()).map(WireEvent.Groups::first);
        return new Profile(name(configuration.routingProfile()), site.flatMap(Seen::name));
    }

    private static InHand inHand(WireEvent.Contact contact) {
        return new InHand(
                contact.id().intern(),
                contact.channel().intern(),
                contact.state().intern(),
                time(contact.since()),
                name(contact.queue()));
    }

    private static Optional<String> name(WireEvent.@Nullable Named named) {
        return Optional.ofNullable(named).flatMap(present -> text(present.name()));
    }

    private static Optional<Instant> time(@Nullable String value) {
        return Optional.ofNullable(value).map(Instant::parse);
    }

    private static Optional<String> text(@Nullable String value) {
        return Optional.ofNullable(value).map(String::intern);
    }

    private static String lastSegment(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1).intern();
    }
}
