package io.contactpulse.agentstatesla.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.simulator.Disorder;
import io.contactpulse.simulator.Floor;
import io.contactpulse.simulator.Scenario;
import io.contactpulse.simulator.SimulatedEvent;
import io.contactpulse.testkit.Moments;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The job and the oracle read the same recording and must end with the same tables, row by row. */
@ExtendWith(MiniClusterExtension.class)
class JobEqualsOracleIT {
    private final Oracle oracle = new Oracle(Limit.SHIPPED);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void endsAReplayWithWhatTheOracleSays(long seed) throws Exception {
        List<SimulatedEvent> events = orderlyFloor(seed);

        Tables replayed = ReplayedJob.run(events, newest(events)).tables();

        assertSame(replayed, expected(events, newest(events)), "orderly floor of seed " + seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void endsALiveRunWithWhatTheOracleSays(long seed) throws Exception {
        List<SimulatedEvent> events = orderlyFloor(seed);
        Instant end = newest(events).plus(LiveJob.DELAY);

        Tables live = LiveJob.run(events, end).tables();

        assertSame(live, expected(events, end), "orderly floor of seed " + seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void endsAReplayOfARoughFloorWithWhatTheOracleSays(long seed) throws Exception {
        List<SimulatedEvent> events = RoughFloor.events(seed, 10, 200);

        Tables replayed = ReplayedJob.run(events, newest(events)).tables();

        assertSame(replayed, expected(events, newest(events)), "rough floor of seed " + seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void endsALiveRunOfARoughFloorWithWhatTheOracleSays(long seed) throws Exception {
        List<SimulatedEvent> events = RoughFloor.events(seed, 10, 200);
        Instant end = newest(events).plus(LiveJob.DELAY);

        Tables live = LiveJob.run(events, end).tables();

        assertSame(live, expected(events, end), "rough floor of seed " + seed);
    }

    /**
     * Two hours of forty people; every third floor has been at work for an hour before, every fourth is a busy one, every
     * other recording has repeats.
     */
    private static List<SimulatedEvent> orderlyFloor(long seed) {
        Scenario scenario = Scenario.shift(seed)
                .withStart(Moments.at("08:00:00"))
                .withAgents(40)
                .withLength(Duration.ofHours(2))
                .withWarmUp(seed % 3 == 0 ? Duration.ofHours(1) : Duration.ZERO)
                .withPace(seed % 4 == 0 ? 3 : 1);
        List<SimulatedEvent> events = Floor.events(scenario).toList();
        return seed % 2 == 0 ? Disorder.of(seed).doubled(events) : events;
    }

    private static Instant newest(List<SimulatedEvent> events) {
        return events.get(events.size() - 1).at();
    }

    private Tables expected(List<SimulatedEvent> events, Instant until) {
        return oracle.tables(events.stream().map(SimulatedEvent::json), until);
    }

    private static void assertSame(Tables actual, Tables expected, String floor) {
        assertThat(expected.alerts()).as("alerts expected of the %s", floor).isNotEmpty();
        assertThat(difference(expected, actual)).as("missing, of the %s", floor).isEmpty();
        assertThat(difference(actual, expected))
                .as("too much, of the %s", floor)
                .isEmpty();
    }

    private static List<String> difference(Tables some, Tables others) {
        Set<String> left = new TreeSet<>(some.alerts());
        left.addAll(some.intervals());
        left.addAll(some.agents());
        left.removeAll(others.alerts());
        left.removeAll(others.intervals());
        left.removeAll(others.agents());
        return List.copyOf(left);
    }
}
