package io.contactpulse.ctrenrichment.domain;

import static io.contactpulse.ctrenrichment.recorded.Ctr.at;
import static io.contactpulse.ctrenrichment.recorded.Facts.journey;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.schema.JourneyFacts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepeatFinderTest {
    private static final long DAY = 24 * 3600;

    @Test
    void linksEachTryToTheLatestEarlierOne() {
        List<JourneyFacts> tries =
                RepeatFinder.apply(List.of(), List.of(journey("a", 0), journey("b", 100), journey("c", 200)));

        assertThat(tries)
                .extracting(JourneyFacts::getOptionalRepeatOf)
                .containsExactly(Optional.empty(), Optional.of("a"), Optional.of("b"));
        assertThat(tries).extracting(JourneyFacts::getRepeats).containsExactly(0, 1, 2);
    }

    @Test
    void looksBackADayFromStartToStart() {
        List<JourneyFacts> tries =
                RepeatFinder.apply(List.of(), List.of(journey("a", 0), journey("b", DAY), journey("c", 2 * DAY + 1)));

        assertThat(tries)
                .extracting(JourneyFacts::getOptionalRepeatOf)
                .containsExactly(Optional.empty(), Optional.of("a"), Optional.empty());
    }

    @Test
    void restatesTheLaterTryWhenAnEarlierOneComesLate() {
        List<JourneyFacts> known = RepeatFinder.apply(List.of(), List.of(journey("b", 100)));

        JourneyFacts late = journey("a", 0, 9000);
        List<JourneyFacts> tries = RepeatFinder.apply(known, List.of(late));

        assertThat(tries)
                .extracting(JourneyFacts::getOptionalRepeatOf)
                .containsExactly(Optional.empty(), Optional.of("a"));
        assertThat(tries.get(1).getAt()).isEqualTo(at(9000));
    }

    @Test
    void linksAnewWhenATryLeavesTheGroup() {
        List<JourneyFacts> known =
                RepeatFinder.apply(List.of(), List.of(journey("a", 0), journey("b", 100), journey("c", 200)));
        JourneyFacts gone =
                JourneyFacts.newBuilder(journey("b", 100)).setWithdrawn(true).build();

        List<JourneyFacts> tries = RepeatFinder.apply(known, List.of(gone));

        assertThat(tries)
                .extracting(JourneyFacts::getOptionalRepeatOf)
                .containsExactly(Optional.empty(), Optional.of("a"));
        assertThat(tries).extracting(JourneyFacts::getRepeats).containsExactly(0, 1);
    }
}
