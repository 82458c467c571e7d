package io.contactpulse.agentstatesla.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.schema.AgentInterval;
import io.contactpulse.schema.AgentOccupancy;
import io.contactpulse.testkit.AgentEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random shifts, told once in order and once as a live run tells them: with timers in between, some of which come before
 * the news of an event that happened earlier. Both must leave the same intervals, and these must fill the shift.
 */
class ShiftAddsUpTest {
    static IntStream seeds() {
        return IntStream.rangeClosed(1, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void fillsTheShiftWithoutGapOrOverlap(int seed) {
        List<AgentEvents> events = RandomShift.events(new Random(seed));
        Life told = new Life();
        events.forEach(told::happens);
        Life lived = new Life();
        RandomShift.live(lived, events, new Random(-seed));

        List<AgentInterval> intervals = newest(told.intervals);
        Instant start = events.get(0).build().getAt();
        Instant end = events.get(events.size() - 1).build().getAt();
        assertThat(total(intervals)).isEqualTo(Duration.between(start, end));
        Instant expectedStart = start;
        for (AgentInterval interval : intervals) {
            assertThat(interval.getStart()).isEqualTo(expectedStart);
            assertThat(interval.getEnd()).isAfter(interval.getStart());
            assertThat(quarterOf(interval.getEnd().minusMillis(1))).isEqualTo(quarterOf(interval.getStart()));
            expectedStart = interval.getEnd();
        }
        assertThat(withoutVersions(newest(lived.intervals))).isEqualTo(withoutVersions(intervals));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void staffsEveryMomentOfTheShiftAndNoOther(int seed) {
        List<AgentEvents> events = RandomShift.events(new Random(seed));
        Life told = new Life();
        events.forEach(told::happens);
        Life lived = new Life();
        RandomShift.live(lived, events, new Random(-seed));

        List<AgentOccupancy> quarters = newestQuarters(told.occupancy);
        Instant start = events.get(0).build().getAt();
        Instant end = events.get(events.size() - 1).build().getAt();
        assertThat(quarters.stream().mapToLong(AgentOccupancy::getStaffedMillis).sum())
                .isEqualTo(Duration.between(start, end).toMillis());
        assertThat(quarters)
                .allMatch(quarter ->
                        quarter.getOnContactMillis() + quarter.getIdleMillis() <= quarter.getStaffedMillis());
        assertThat(newestQuarters(lived.occupancy)).isEqualTo(quarters);
    }

    /** What a store holds in the end, without versions and without quarter hours that were no part of a shift after all. */
    private static List<AgentOccupancy> newestQuarters(List<AgentOccupancy> written) {
        Map<Instant, AgentOccupancy> newest = new TreeMap<>(Comparator.naturalOrder());
        for (AgentOccupancy quarter : written) {
            newest.merge(quarter.getStart(), quarter, (one, other) -> {
                assertThat(one.getVersion()).as("versions of one key differ").isNotEqualTo(other.getVersion());
                return one.getVersion() > other.getVersion() ? one : other;
            });
        }
        return newest.values().stream()
                .filter(quarter -> quarter.getStaffedMillis() > 0)
                .map(quarter -> AgentOccupancy.newBuilder(quarter).setVersion(0).build())
                .toList();
    }

    /** What a store holds in the end: of each key the highest version, without what was deleted. */
    private static List<AgentInterval> newest(List<AgentInterval> written) {
        Map<Instant, AgentInterval> newest = new TreeMap<>(Comparator.naturalOrder());
        for (AgentInterval interval : written) {
            newest.merge(interval.getStart(), interval, (one, other) -> {
                assertThat(one.getVersion()).as("versions of one key differ").isNotEqualTo(other.getVersion());
                return one.getVersion() > other.getVersion() ? one : other;
            });
        }
        return newest.values().stream()
                .filter(interval -> !interval.getDeleted())
                .toList();
    }

    private static List<AgentInterval> withoutVersions(List<AgentInterval> intervals) {
        return intervals.stream()
                .map(interval ->
                        AgentInterval.newBuilder(interval).setVersion(0).build())
                .toList();
    }

    private static Duration total(List<AgentInterval> intervals) {
        return intervals.stream()
                .map(interval -> Duration.between(interval.getStart(), interval.getEnd()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static long quarterOf(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), 900);
    }
}
