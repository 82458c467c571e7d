package io.contactpulse.agentstatesla.oracle;

import io.contactpulse.simulator.SimulatedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** Somebody who is there all day and whose heart-beats show that the feed is alive, however quiet all others are. */
final class QuietAgent {
    private static final String INSTANCE = "arn:aws:connect:eu-central-1:000000000000:instance/i-1";
    private static final Duration HEART_BEATS_EVERY = Duration.ofMinutes(2);

    private QuietAgent() {}

    static Stream<Recorded> events(Instant opening, Instant end) {
        return Stream.iterate(0, number -> number + 1)
                .map(number -> event(opening, number))
                .takeWhile(event -> !event.at().isAfter(end));
    }

    private static Recorded event(Instant opening, int number) {
        Instant at = opening.plus(HEART_BEATS_EVERY.multipliedBy(number));
        String json = """
                {"AgentARN":"%s/agent/quiet-agent","CurrentAgentSnapshot":{"AgentStatus":{"Name":"Available",
                "Type":"ROUTABLE"},"Configuration":{"Username":"quiet-agent"},"Contacts":[]},"EventId":"quiet-%d",
                "EventTimestamp":"%s","EventType":"%s","InstanceARN":"%s"}""".formatted(INSTANCE, number, at, number == 0 ? "LOGIN" : "HEART_BEAT", INSTANCE);
        return Recorded.of(new SimulatedEvent(at, "quiet-agent", json));
    }
}
