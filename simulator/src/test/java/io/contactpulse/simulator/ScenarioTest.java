package io.contactpulse.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ScenarioTest {

    static Stream<Arguments> refused() {
        return Stream.of(
                refusal(shift -> shift.withAgents(0), "agents must be between 1 and 100000, not 0"),
                refusal(shift -> shift.withAiAgents(-1), "AI agents must be between 0 and 1000, not -1"),
                refusal(shift -> shift.withBreaches(-1), "breaches must be between 0 and 10000, not -1"),
                refusal(shift -> shift.withLength(Duration.ZERO), "length must be between PT1S and PT24H, not PT0S"),
                refusal(
                        shift -> shift.withLength(Duration.ofHours(25)),
                        "length must be between PT1S and PT24H, not PT25H"),
                refusal(
                        shift -> shift.withWarmUp(Duration.ofSeconds(-1)),
                        "warm-up must be between PT0S and PT24H, not PT-1S"),
                refusal(
                        shift -> shift.withStorms(List.of(Duration.ofSeconds(-1))),
                        "a storm must begin between PT0S and the end, not at PT-1S"),
                refusal(
                        shift -> shift.withStorms(List.of(Duration.ofHours(8))),
                        "a storm must begin between PT0S and the end, not at PT8H"),
                refusal(
                        shift -> shift.withStorms(Collections.nCopies(1_001, Duration.ZERO)),
                        "storms must be between 0 and 1000, not 1001"),
                refusal(shift -> shift.withPace(0), "pace must be between 0.1 and 100, not 0.0"),
                refusal(shift -> shift.withPace(Double.NaN), "pace must be between 0.1 and 100, not NaN"),
                refusal(
                        shift -> shift.withStart(Instant.EPOCH),
                        "start must be between the years 2000 and 2100, not 1970-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatCannotBeSimulated(UnaryOperator<Scenario> change, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> change.apply(Scenario.shift(1)))
                .withMessage(message);
    }

    @Test
    void changesOneThingAtATime() {
        Instant noon = Instant.parse("2026-06-01T12:00:00Z");

        Scenario changed = Scenario.shift(9)
                .withAgents(1)
                .withAiAgents(2)
                .withStart(noon)
                .withLength(Duration.ofHours(3))
                .withWarmUp(Duration.ofMinutes(4))
                .withPace(5)
                .withBreaches(6)
                .withStorms(List.of(Duration.ofMinutes(7)));

        assertThat(changed)
                .isEqualTo(new Scenario(
                        9,
                        1,
                        2,
                        noon,
                        Duration.ofHours(3),
                        Duration.ofMinutes(4),
                        5,
                        6,
                        List.of(Duration.ofMinutes(7))));
    }

    private static Arguments refusal(UnaryOperator<Scenario> change, String message) {
        return Arguments.of(change, message);
    }
}
