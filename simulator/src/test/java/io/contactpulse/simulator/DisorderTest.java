package io.contactpulse.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DisorderTest {
    private static final List<Integer> THOUSAND =
            IntStream.range(0, 1_000).boxed().toList();

    @Test
    void repeatsSomeItemsAndLosesNone() {
        List<Integer> doubled = Disorder.of(1).doubled(THOUSAND);

        assertThat(doubled).hasSizeBetween(1_200, 1_400).isSorted();
        assertThat(new HashSet<>(doubled)).hasSize(1_000);
    }

    @Test
    void changesTheOrderAndNothingElse() {
        assertThat(Disorder.of(1).shuffled(THOUSAND))
                .isNotEqualTo(THOUSAND)
                .containsExactlyInAnyOrderElementsOf(THOUSAND);
    }

    @Test
    void isRepeatableForASeedAndDiffersBetweenSeeds() {
        assertThat(Disorder.of(1).shuffled(THOUSAND))
                .isEqualTo(Disorder.of(1).shuffled(THOUSAND))
                .isNotEqualTo(Disorder.of(2).shuffled(THOUSAND));
        assertThat(Disorder.of(1).doubled(THOUSAND))
                .isEqualTo(Disorder.of(1).doubled(THOUSAND))
                .isNotEqualTo(Disorder.of(2).doubled(THOUSAND));
    }

    @Test
    void letsNoItemComeMoreThanAWindowTooEarly() {
        List<Integer> shuffled = Disorder.of(3).shuffled(THOUSAND.stream(), 50).toList();

        assertThat(shuffled).isNotEqualTo(THOUSAND).containsExactlyInAnyOrderElementsOf(THOUSAND);
        for (int place = 0; place < shuffled.size(); place++) {
            assertThat(shuffled.get(place) - place).isLessThan(50);
        }
    }
}
