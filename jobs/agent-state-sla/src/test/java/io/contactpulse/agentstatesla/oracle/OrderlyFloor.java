package io.contactpulse.agentstatesla.oracle;

import io.contactpulse.simulator.Disorder;
import io.contactpulse.simulator.Floor;
import io.contactpulse.simulator.Scenario;
import io.contactpulse.testkit.Moments;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * A simulated floor with planted breaches; every third has been at work for an hour before, every fourth is a busy one,
 * every other recording has repeats.
 */
record OrderlyFloor(long seed, int agents, int hours) implements Recording {
    private static final long serialVersionUID = 1L;

    private static final int AGENTS_PER_AI_AGENT = 50;
    private static final int AGENTS_PER_BREACH = 4;

    @Override
    public Stream<Recorded> events() {
        Scenario scenario = Scenario.shift(seed)
                .withStart(Moments.at("08:00:00"))
                .withAgents(agents)
                .withAiAgents(Math.max(2, agents / AGENTS_PER_AI_AGENT))
                .withBreaches(Math.max(12, agents / AGENTS_PER_BREACH))
                .withLength(Duration.ofHours(hours))
                .withWarmUp(seed % 3 == 0 ? Duration.ofHours(1) : Duration.ZERO)
                .withPace(seed % 4 == 0 ? 3 : 1);
        Stream<Recorded> events = Recording.merged(
                Floor.events(scenario).map(Recorded::of),
                Floor.aiEvents(scenario).map(Recorded::of));
        return seed % 2 == 0 ? Disorder.of(seed).doubled(events) : events;
    }
}
