package io.contactpulse.agentstatesla.domain;

import static io.contactpulse.testkit.AgentEvents.anAgentEvent;
import static io.contactpulse.testkit.Moments.NINE_OCLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.schema.AgentEventType;
import io.contactpulse.schema.AgentInterval;
import io.contactpulse.schema.ContactState;
import io.contactpulse.testkit.AgentEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
    private static final ContactState[] STATES = ContactState.values();

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void fillsTheShiftWithoutGapOrOverlap(int seed) {
        List<AgentEvents> events = randomShift(new Random(seed));
        Life told = new Life();
        events.forEach(told::happens);
        Life lived = new Life();
        live(lived, events, new Random(-seed));

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

    /** From LOGIN to LOGOUT, with anything in between, up to half an hour apart. */
    private static List<AgentEvents> randomShift(Random random) {
        List<AgentEvents> events = new ArrayList<>();
        Instant at = NINE_OCLOCK.plusMillis(random.nextInt(3_600_000));
        events.add(anAgentEvent().at(at).ofType(AgentEventType.LOGIN));
        for (int count = random.nextInt(40); count > 0; count--) {
            at = at.plusMillis(1 + random.nextInt(random.nextBoolean() ? 5_000 : 1_800_000));
            AgentEvents event = anAgentEvent().at(at);
            for (int contact = random.nextInt(4); contact > 0; contact--) {
                event.holding("c" + contact, STATES[random.nextInt(STATES.length)]);
            }
            events.add(event);
        }
        events.add(
                anAgentEvent().at(at.plusMillis(1 + random.nextInt(1_800_000))).ofType(AgentEventType.LOGOUT));
        return events;
    }

    /** Every event arrives up to 20 minutes late, and time has been settled up to its arrival. */
    private static void live(Life life, List<AgentEvents> events, Random random) {
        Instant clock = events.get(0).build().getAt();
        for (AgentEvents event : events) {
            Instant arrival =
                    event.build().getAt().plusMillis(random.nextInt(random.nextInt(4) == 0 ? 1_200_000 : 500));
            clock = arrival.isAfter(clock) ? arrival : clock;
            if (event != events.get(0)) {
                life.timePassesUntil(clock);
            }
            life.happens(event.build(), clock);
        }
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
