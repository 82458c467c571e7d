package io.contactpulse.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.simulator.Floor;
import io.contactpulse.simulator.PlantedStorm;
import io.contactpulse.simulator.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoSettingsTest {
    private static final Instant NINE_OCLOCK = Instant.parse("2026-03-02T09:00:00Z");

    /** Whichever seed is shown: somebody who looks for a minute and a half sees a storm come. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void showsAStormOfEightOrMoreInTheFirstMinute(long seed) {
        // given
        Scenario people = new DemoSettings(Optional.empty(), 1, seed, 40).people(NINE_OCLOCK);

        // when
        PlantedStorm first = Floor.plantedStorms(people).get(0);

        // then
        assertThat(first.agentIds()).hasSizeGreaterThanOrEqualTo(8);
        assertThat(Duration.between(people.start(), first.from()).toSeconds()).isBetween(40L, 55L);
    }

    @Test
    void repeatsTheStormEveryFourMinutes() {
        List<Duration> storms =
                new DemoSettings(Optional.empty(), 1, 1, 40).people(NINE_OCLOCK).storms();

        assertThat(storms)
                .startsWith(Duration.ofSeconds(40), Duration.ofSeconds(280), Duration.ofSeconds(520))
                .hasSize(120);
    }
}
