package io.contactpulse.agentstatesla.domain;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.agentstatesla.domain.rules.Measure;
import io.contactpulse.agentstatesla.domain.rules.Rule;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.AlertSignal;
import io.contactpulse.schema.SignalType;
import io.contactpulse.testkit.AgentEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random shifts under rules on everything that is measured: timers may not change what is told. */
class SignalsSettleAlikeTest {
    private static final Rule[] RULES = {
        Life.rule("on-hold", AgentState.ON_HOLD, ofMinutes(3), ofMinutes(9)),
        rule("hold", Measure.TOTAL_HOLD_SECONDS, ofMinutes(4), ofMinutes(12)),
        Life.rule("rejected", Measure.REJECTED_COUNT, 1, 3),
        Life.rule("missed", Measure.MISSED_COUNT, 2, 4),
        Life.rule("row", Measure.MISSED_IN_A_ROW, 2, 3),
        rule("login", Measure.LOGIN_SECONDS, ofMinutes(60), ofMinutes(90)),
        rule("silent", Measure.SILENT_SECONDS, ofMinutes(5), ofMinutes(15))
    };

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void tellsTheSameWhetherATimerOrTheNextEventSettlesIt(int seed) {
        List<AgentEvents> events = RandomShift.events(new Random(seed));
        Life told = new Life(RULES);
        events.forEach(told::happens);
        Life timed = new Life(RULES);
        for (AgentEvents event : events) {
            everyTimerFires(timed, event.build().getAt());
            timed.happens(event);
        }

        assertThat(timed.signals()).isEqualTo(told.signals());
        assertThat(sorted(timed.desk)).isEqualTo(sorted(told.desk));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void endsAlikeWhenNewsIsLate(int seed) {
        List<AgentEvents> events = RandomShift.events(new Random(seed));
        Life told = new Life(RULES);
        events.forEach(told::happens);
        Life lived = new Life(RULES);
        RandomShift.live(lived, events, new Random(-seed));

        assertThat(ends(lived)).isEqualTo(ends(told));
        assertThat(lived.agent().getAlerts()).isEmpty();
    }

    private static void everyTimerFires(Life life, Instant until) {
        if (life.rows.isEmpty()) {
            return;
        }
        while (life.agent()
                .getOptionalDueAt()
                .filter(due -> !due.isAfter(until))
                .isPresent()) {
            life.timePassesUntil(life.agent().getDueAt());
        }
    }

    private static List<String> sorted(List<?> entries) {
        return entries.stream().map(Object::toString).sorted().toList();
    }

    /** The last word on every alert that was not taken back. */
    private static Map<String, String> ends(Life life) {
        Map<String, AlertSignal> last = new TreeMap<>();
        life.signals().forEach(signal -> last.put(signal.getAlertId(), signal));
        last.values().removeIf(signal -> signal.getType() == SignalType.RETRACTED);
        Map<String, String> ends = new TreeMap<>();
        last.forEach((alertId, signal) -> ends.put(
                alertId, AlertSignal.newBuilder(signal).setSeq(0).build().toString()));
        return ends;
    }

    private static Rule rule(String id, Measure measure, Duration warn, Duration critical) {
        return Life.rule(id, measure, warn.toMillis(), critical.toMillis());
    }
}
