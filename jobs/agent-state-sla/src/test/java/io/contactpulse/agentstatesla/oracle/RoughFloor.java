package io.contactpulse.agentstatesla.oracle;

import io.contactpulse.testkit.Moments;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Agents whose events follow no plan: any state after any other, clocks of the sender that are missing, early or late,
 * heart-beats and changes after the end of a shift, shifts and statuses that begin exactly on a quarter hour, and every
 * half hour a bad minute in which much goes wrong at once. One agent keeps the feed alive.
 */
record RoughFloor(long seed) implements Recording {
    private static final long serialVersionUID = 1L;

    private static final Instant OPENING = Moments.at("08:00:00");
    private static final int PEOPLE = 10;
    private static final int AI_AGENTS = 3;
    private static final int EVENTS_EACH = 200;

    @Override
    public Stream<Recorded> events() {
        Stream<Recorded> people = IntStream.range(0, PEOPLE)
                .mapToObj(number -> new RoughAgent(seed, number, OPENING))
                .flatMap(agent -> IntStream.range(0, EVENTS_EACH).mapToObj(agent::next));
        Stream<Recorded> aiAgents = IntStream.range(0, AI_AGENTS)
                .mapToObj(number -> new RoughAiAgent(seed, number, OPENING))
                .flatMap(agent -> IntStream.range(0, EVENTS_EACH).mapToObj(agent::next));
        List<Recorded> rough = Stream.concat(people, aiAgents).toList();
        Instant end =
                rough.stream().map(Recorded::at).max(Comparator.naturalOrder()).orElseThrow();
        return Stream.concat(rough.stream(), QuietAgent.events(OPENING, end))
                .sorted(Comparator.comparing(Recorded::at));
    }
}
