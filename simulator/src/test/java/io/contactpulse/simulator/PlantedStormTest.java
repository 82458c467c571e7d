package io.contactpulse.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PlantedStormTest {
    private static final List<Duration> EVERY_FOUR_MINUTES = Stream.iterate(
                    Duration.ofSeconds(40), storm -> storm.plusMinutes(4))
            .limit(6)
            .toList();
    private static final Scenario DEMO = Scenario.shift(1)
            .withAgents(40)
            .withWarmUp(Duration.ofMinutes(25))
            .withLength(Duration.ofMinutes(30))
            .withStorms(EVERY_FOUR_MINUTES);

    private record Failure(Instant began, Instant ended, String routingProfile) {}

    @Test
    void areOffUnlessAskedFor() {
        assertThat(Floor.plantedStorms(Scenario.shift(1).withAgents(200))).isEmpty();
    }

    @Test
    void hitEightOrMoreOfOneRoutingProfileWithinFifteenSecondsForNinety() {
        Map<String, List<JsonNode>> byAgent = Recorded.of(DEMO).byAgent();
        List<PlantedStorm> storms = Floor.plantedStorms(DEMO);

        assertThat(storms).hasSize(6).allSatisfy(storm -> {
            assertThat(storm.agentIds()).hasSizeGreaterThanOrEqualTo(8).doesNotHaveDuplicates();
            List<Failure> failures = new ArrayList<>();
            storm.agentIds().forEach(agentId -> failures.add(failure(eventsOf(agentId, byAgent), storm)));
            assertThat(failures).allSatisfy(failure -> {
                assertThat(failure.routingProfile()).isEqualTo(storm.routingProfile());
                assertThat(failure.began()).isBetween(storm.from(), storm.from().plusSeconds(15));
                assertThat(seconds(failure)).isEqualTo(90);
            });
            assertThat(failures.stream().map(Failure::ended)).contains(storm.until());
        });
        assertThat(storms.get(0).from())
                .isBetween(DEMO.start().plusSeconds(40), DEMO.start().plusSeconds(55));
    }

    @Test
    void cutOffWhatTheAgentsHaveInHand() {
        List<JsonNode> cutOff = new ArrayList<>();
        Recorded.of(DEMO.withAgents(300)).byAgent().values().forEach(events -> {
            for (int index = 1; index < events.size(); index++) {
                boolean fails = Recorded.status(events.get(index)).equals("Error")
                        && !Recorded.status(events.get(index - 1)).equals("Error");
                if (fails) {
                    Recorded.contacts(events.get(index - 1)).forEach(cutOff::add);
                    assertThat(Recorded.contacts(events.get(index))).isEmpty();
                }
            }
        });

        assertThat(cutOff.stream().map(contact -> contact.get("State").textValue()))
                .contains("ENDED", "ERROR")
                .isSubsetOf("ENDED", "ERROR", "MISSED", "REJECTED");
    }

    @Test
    void hitAsManyAsThereAreOnASmallFloor() {
        Scenario small = DEMO.withAgents(10).withStorms(List.of(Duration.ofMinutes(10)));

        assertThat(Floor.plantedStorms(small))
                .singleElement()
                .satisfies(storm -> assertThat(storm.agentIds()).hasSizeBetween(2, 3));
    }

    private static List<JsonNode> eventsOf(String agentId, Map<String, List<JsonNode>> byAgent) {
        return byAgent.entrySet().stream()
                .filter(agent -> agent.getKey().endsWith(agentId))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static Failure failure(List<JsonNode> events, PlantedStorm storm) {
        List<JsonNode> inStorm = events.stream()
                .filter(event -> !Recorded.at(event).isBefore(storm.from())
                        && !Recorded.at(event).isAfter(storm.until()))
                .toList();
        JsonNode first = inStorm.stream()
                .filter(event -> Recorded.status(event).equals("Error"))
                .findFirst()
                .orElseThrow();
        JsonNode after = inStorm.stream()
                .dropWhile(event -> event != first)
                .filter(event -> !Recorded.status(event).equals("Error"))
                .findFirst()
                .orElseThrow();
        return new Failure(
                Recorded.at(first),
                Recorded.at(after),
                Recorded.current(first).at("/Configuration/RoutingProfile/Name").textValue());
    }

    /** Connect's milliseconds say little, so whole seconds are compared. */
    private static long seconds(Failure failure) {
        return failure.ended().getEpochSecond() - failure.began().getEpochSecond();
    }
}
