package io.contactpulse.agentstatesla.oracle;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.agentstatesla.oracle.Oracle.Answer;
import io.contactpulse.agentstatesla.oracle.Tables.AlertLine;
import io.contactpulse.agentstatesla.oracle.Tables.IncidentLine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The job and the oracle read the same recording and must end with the same tables, row by row. The orderly floors are
 * small; {@code -Doracle.agents=2000 -Doracle.hours=8 -Doracle.seeds=20} makes them as large as you like.
 */
@ExtendWith(MiniClusterExtension.class)
class JobEqualsOracleIT {
    private static final int AGENTS = Integer.getInteger("oracle.agents", 40);
    private static final int HOURS = Integer.getInteger("oracle.hours", 2);
    private static final int SEEDS = Integer.getInteger("oracle.seeds", 20);

    private static final Oracle ORACLE = new Oracle(Limit.SHIPPED);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, SEEDS);
    }

    /** A rule that nobody breaks would be compared in vain. */
    @Test
    void hasAFloorForEveryRuleAndForStorms() {
        List<Tables> floors = LongStream.rangeClosed(1, 20)
                .mapToObj(seed -> ORACLE.answer(new RoughFloor(seed), Duration.ZERO))
                .map(Answer::tables)
                .toList();

        Stream<AlertLine> alerts = floors.stream().flatMap(floor -> floor.alerts().stream());
        Stream<IncidentLine> incidents = floors.stream().flatMap(floor -> floor.incidents().stream());
        assertThat(countByRule(alerts))
                .as("alerts by rule and level")
                .containsOnlyKeys(Limit.SHIPPED.stream()
                        .flatMap(limit -> Stream.of(limit.ruleId() + " WARN", limit.ruleId() + " CRITICAL"))
                        .toList());
        assertThat(incidents.map(IncidentLine::status).distinct()).containsExactlyInAnyOrder("FIRING", "RESOLVED");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void endsAReplayWithWhatTheOracleSays(long seed) throws Exception {
        Recording floor = new OrderlyFloor(seed, AGENTS, HOURS);
        Answer expected = ORACLE.answer(floor, Duration.ZERO);

        Tables replayed = ReplayedJob.run(floor, expected.end());

        assertSame(replayed, expected.tables(), floor.toString());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void endsALiveRunWithWhatTheOracleSays(long seed) throws Exception {
        Recording floor = new OrderlyFloor(seed, AGENTS, HOURS);
        Answer expected = ORACLE.answer(floor, LiveJob.DELAY);

        LiveJob.Outcome live = LiveJob.run(floor, expected.end());

        assertSame(live, expected.tables(), floor.toString());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 13})
    void endsAReplayOfARoughFloorWithWhatTheOracleSays(long seed) throws Exception {
        Recording floor = new RoughFloor(seed);
        Answer expected = ORACLE.answer(floor, Duration.ZERO);

        Tables replayed = ReplayedJob.run(floor, expected.end());

        assertSame(replayed, expected.tables(), floor.toString());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void endsALiveRunOfARoughFloorWithWhatTheOracleSays(long seed) throws Exception {
        Recording floor = new RoughFloor(seed);
        Answer expected = ORACLE.answer(floor, LiveJob.DELAY);

        LiveJob.Outcome live = LiveJob.run(floor, expected.end());

        assertSame(live, expected.tables(), floor.toString());
    }

    /** An alert that was taken back may have made a storm larger: when it was raised nobody could know better. */
    private static void assertSame(LiveJob.Outcome live, Tables expected, String floor) {
        if (live.tookSomethingBack()) {
            assertSame(live.tables().withoutIncidents(), expected.withoutIncidents(), floor);
        } else {
            assertSame(live.tables(), expected, floor);
        }
    }

    private static void assertSame(Tables actual, Tables expected, String floor) {
        Map<String, Long> alerts = countByRule(expected.alerts().stream());
        assertThat(alerts).as("alerts expected of %s", floor).isNotEmpty();
        List<String> differences = Stream.concat(
                        difference(expected, actual).stream().map(line -> "missing " + line),
                        difference(actual, expected).stream().map(line -> "too much " + line))
                .toList();
        assertThat(differences).as("%s with %s", floor, alerts).isEmpty();
    }

    private static Map<String, Long> countByRule(Stream<AlertLine> alerts) {
        return alerts.collect(
                groupingBy(alert -> alert.ruleId() + " " + alert.level(), TreeMap::new, Collectors.counting()));
    }

    /** Lines sort by table, agent and time. */
    private static List<String> difference(Tables some, Tables others) {
        return some.lines()
                .filter(line -> !others.contains(line))
                .map(Record::toString)
                .sorted()
                .toList();
    }
}
