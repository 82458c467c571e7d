package io.contactpulse.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FloorTest {
    private static final Scenario HOUR = Scenario.shift(7).withAgents(20).withLength(Duration.ofHours(1));

    @Test
    void givesTheSameEventsForTheSameSeed() {
        assertThat(Floor.events(HOUR).toList())
                .isEqualTo(Floor.events(HOUR).toList())
                .hasSizeGreaterThan(1_000);
    }

    @Test
    void givesOtherEventsForAnotherSeed() {
        Scenario other = Scenario.shift(8).withAgents(20).withLength(Duration.ofHours(1));

        assertThat(Floor.events(other).map(SimulatedEvent::json))
                .doesNotContainAnyElementsOf(
                        Floor.events(HOUR).map(SimulatedEvent::json).toList());
    }

    @Test
    void ordersEventsByTimeThenAgent() {
        assertThat(Floor.events(HOUR).toList())
                .isSortedAccordingTo(Comparator.comparing(SimulatedEvent::at).thenComparing(SimulatedEvent::agentArn));
    }

    @Test
    void tellsTimeAndPartitionKeyOfTheJson() {
        assertThat(Floor.events(HOUR)).allSatisfy(event -> {
            assertThat(Recorded.at(Recorded.parse(event.json()))).isEqualTo(event.at());
            assertThat(Recorded.parse(event.json()).get("AgentARN").textValue()).isEqualTo(event.agentArn());
        });
    }

    @Test
    void staysBetweenOpeningAndEnd() {
        Scenario scenario = HOUR.withWarmUp(Duration.ofMinutes(30));
        Instant opens = scenario.start().minus(Duration.ofMinutes(30));
        Instant ends = scenario.start().plus(Duration.ofHours(1));

        assertThat(Floor.events(scenario).map(SimulatedEvent::at))
                .allMatch(at -> !at.isBefore(opens) && at.isBefore(ends));
    }

    @Test
    void hasAgentsInMidShiftAtStartAfterAWarmUp() {
        Scenario scenario = HOUR.withWarmUp(Duration.ofHours(1));

        long atWork = Floor.events(scenario)
                .takeWhile(event -> event.at().isBefore(scenario.start()))
                .map(SimulatedEvent::agentArn)
                .distinct()
                .count();

        assertThat(atWork).isEqualTo(20);
    }

    @Test
    void isBusierAtAHigherPace() {
        assertThat(Floor.events(HOUR.withPace(10)).count())
                .isGreaterThan(5 * Floor.events(HOUR).count());
    }

    @Test
    void givesTheFirstEventsOfALargeFloorWithoutMakingTheRest() {
        Scenario large = Scenario.shift(1).withAgents(2_000);

        List<SimulatedEvent> first = Floor.events(large).limit(10_000).toList();

        assertThat(first).hasSize(10_000);
        assertThat(first.get(9_999).at()).isBefore(large.start().plus(Duration.ofMinutes(30)));
    }

    @Test
    void tellsHowFastItIs() {
        Scenario scenario = Scenario.shift(1).withAgents(500).withLength(Duration.ofHours(2));
        long began = System.nanoTime();

        long events = Floor.events(scenario).count();

        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf("simulated %,d events at %,.0f events/s%n", events, events / seconds);
        assertThat(events).isGreaterThan(10_000);
    }
}
