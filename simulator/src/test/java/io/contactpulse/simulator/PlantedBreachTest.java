package io.contactpulse.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PlantedBreachTest {
    private static final Scenario DEMO = Scenario.shift(1).withWarmUp(Duration.ofHours(1));

    static Stream<Scenario> scenarios() {
        return Stream.of(
                Scenario.shift(1),
                DEMO.withLength(Duration.ofHours(2)),
                DEMO.withPace(10).withLength(Duration.ofHours(1)),
                Scenario.shift(2).withAgents(40).withBreaches(100),
                Scenario.shift(3)
                        .withAgents(20)
                        .withPace(100)
                        .withLength(Duration.ofMinutes(40))
                        .withBreaches(30),
                DEMO.withLength(Duration.ofMinutes(30))
                        .withStorms(Stream.iterate(Duration.ofSeconds(40), storm -> storm.plusMinutes(4))
                                .limit(7)
                                .toList()),
                Scenario.shift(7)
                        .withAgents(40)
                        .withLength(Duration.ofHours(4))
                        .withBreaches(120)
                        .withStorms(Stream.iterate(Duration.ofMinutes(15), storm -> storm.plusMinutes(40))
                                .limit(5)
                                .toList()),
                Scenario.shift(4).withPace(0.3).withBreaches(25),
                Scenario.shift(5).withAgents(3).withLength(Duration.ofMinutes(20)));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void areExactlyTheStatesThatOutlastTheirLimit(Scenario scenario) {
        assertThat(LongStates.in(Recorded.stream(scenario)))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(Floor.plantedBreaches(scenario));
    }

    @Test
    void areAsManyAsAskedForWhenThereIsRoom() {
        assertThat(Floor.plantedBreaches(Scenario.shift(1).withBreaches(40))).hasSize(40);
        assertThat(Floor.plantedBreaches(Scenario.shift(1).withBreaches(0))).isEmpty();
    }

    @Test
    void breachInEveryKindOfStateWithinTheFirstMinuteAfterAWarmUp() {
        List<PlantedBreach> early = Floor.plantedBreaches(DEMO).stream()
                .filter(breach -> !breach.breachedAt().isBefore(DEMO.start()))
                .filter(breach -> breach.breachedAt().isBefore(DEMO.start().plusSeconds(60)))
                .toList();

        assertThat(early.stream().map(PlantedBreach::state).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("CUSTOM", "ON_CONTACT", "ACW", "ON_HOLD", "RINGING", "ERROR");
    }

    @Test
    void neverBreachBeforeTheStart() {
        assertThat(Floor.plantedBreaches(DEMO.withBreaches(60)))
                .noneMatch(breach -> breach.breachedAt().isBefore(DEMO.start()));
    }

    @Test
    void endInPartWithinNinetySecondsSoThatADemoSeesThemResolve() {
        assertThat(Floor.plantedBreaches(DEMO))
                .filteredOn(breach -> breach.stateEnd().isAfter(DEMO.start()))
                .filteredOn(breach -> breach.stateEnd().isBefore(DEMO.start().plusSeconds(90)))
                .hasSizeGreaterThanOrEqualTo(3);
    }
}
