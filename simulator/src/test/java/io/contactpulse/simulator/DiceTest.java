package io.contactpulse.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DiceTest {

    @Test
    void staysWithinBothEnds() {
        Dice dice = Dice.of(1, "ends", 0);

        List<Integer> drawn =
                IntStream.range(0, 1_000).mapToObj(index -> dice.between(-2, 2)).toList();
        List<Integer> skewed =
                IntStream.range(0, 1_000).mapToObj(index -> dice.skewed(10, 14)).toList();

        assertThat(drawn).containsOnly(-2, -1, 0, 1, 2).contains(-2, 2);
        assertThat(skewed).containsOnly(10, 11, 12, 13, 14).contains(10, 14);
    }

    @Test
    void drawsRandomUuids() {
        Dice dice = Dice.of(1, "ids", 0);

        assertThat(IntStream.range(0, 1_000).mapToObj(index -> dice.uuid()))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.version() == 4 && id.variant() == 2);
    }

    /** A change here changes every recording ever made from a seed. */
    @Test
    void neverChangesWhatASeedMeans() {
        assertThat(Dice.of(1, "agent", 0).uuid()).hasToString("049f71d5-624f-4a9d-b46a-33c0dc1588c5");
    }
}
