package io.contactpulse.agentstatesla.operator;

import static io.contactpulse.testkit.AgentEvents.anAgentEvent;
import static io.contactpulse.testkit.Moments.NINE_OCLOCK;
import static io.contactpulse.testkit.Moments.at;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.schema.AgentEvent;
import io.contactpulse.schema.ContactState;
import io.contactpulse.testkit.AgentEvents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Under the shipped rules: on hold for 2 minutes is a warning, for 3 minutes critical. */
class TrackAgentStateTest {
    private TrackingHarness harness;

    @BeforeEach
    void openLive() throws Exception {
        harness = TrackingHarness.started(NINE_OCLOCK.minus(ofMinutes(1)));
        harness.arrives(anAgentEvent().of("somebody else").at(NINE_OCLOCK.minus(ofMinutes(1))));
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void firesOnTimeWithOnlyTheClockMoving() throws Exception {
        harness.arrives(onHold().at(at("09:00:00")));

        harness.clockReaches(at("09:01:59"));
        assertThat(harness.signals()).isEmpty();
        harness.clockReaches(at("09:02:00"));
        assertThat(harness.signals()).containsExactly("1 RAISED WARN 09:02:00");
        harness.clockReaches(at("09:03:00"));
        assertThat(harness.signals()).containsExactly("1 RAISED WARN 09:02:00", "2 RAISED CRITICAL 09:03:00");
    }

    @Test
    void resolvesWhenTheStateEnds() throws Exception {
        harness.arrives(onHold().at(at("09:00:00")));
        harness.clockReaches(at("09:02:00"));
        harness.arrives(anAgentEvent().at(at("09:02:30")));

        assertThat(harness.signals()).containsExactly("1 RAISED WARN 09:02:00", "2 CLEARED WARN 09:02:30");
    }

    @Test
    void neitherLosesNorRepeatsAnAlertOverARestart() throws Exception {
        harness.arrives(onHold().at(at("09:00:00")));
        harness.clockReaches(at("09:02:00"));
        OperatorSubtaskState snapshot = harness.snapshot();
        harness.close();

        harness = TrackingHarness.restored(snapshot, at("09:02:20"));
        harness.clockReaches(at("09:02:59"));
        assertThat(harness.signals()).isEmpty();
        harness.clockReaches(at("09:03:00"));
        harness.arrives(anAgentEvent().at(at("09:03:10")));
        assertThat(harness.signals()).containsExactly("2 RAISED CRITICAL 09:03:00", "3 CLEARED CRITICAL 09:03:10");
    }

    @Test
    void firesAfterARestartWhatCameDueMeanwhile() throws Exception {
        harness.arrives(onHold().at(at("09:00:00")));
        OperatorSubtaskState snapshot = harness.snapshot();
        harness.close();

        harness = TrackingHarness.restored(snapshot, at("09:02:30"));
        harness.clockReaches(at("09:02:31"));
        assertThat(harness.signals()).isEmpty();
        harness.clockReaches(at("09:02:45"));

        assertThat(harness.signals()).containsExactly("1 RAISED WARN 09:02:00");
    }

    @Test
    void raisesNoFalseAlarmWhileABacklogIsRead() throws Exception {
        harness.arrives(onHold().at(at("09:00:00")));
        OperatorSubtaskState snapshot = harness.snapshot();
        harness.close();

        // The hold ended while the job was down, but the event that says so is not the first to be read.
        harness = TrackingHarness.restored(snapshot, at("09:05:00"));
        harness.clockReaches(at("09:05:04"));
        harness.arrives(anAgentEvent().of("somebody else").at(at("09:00:30")).arrivedAt(at("09:00:30")));
        harness.clockReaches(at("09:05:13"));
        harness.arrives(anAgentEvent().at(at("09:00:50")).arrivedAt(at("09:00:50")));
        harness.clockReaches(at("09:06:00"));

        assertThat(harness.signals()).isEmpty();
    }

    @Test
    void writesTheSameWhateverComesTwice() throws Exception {
        harness.arrives(onHold().at(at("09:00:00")));
        harness.arrives(onHold().at(at("09:00:00")));
        harness.clockReaches(at("09:02:00"));
        harness.arrives(anAgentEvent().at(at("09:02:30")));
        harness.arrives(onHold().at(at("09:00:00")));
        harness.arrives(anAgentEvent().at(at("09:02:30")));

        assertThat(harness.signals()).containsExactly("1 RAISED WARN 09:02:00", "2 CLEARED WARN 09:02:30");
        assertThat(harness.rowsOf("agent-1")).isEqualTo(2);
        assertThat(harness.sideOutput(TrackAgentState.LATE)).isEmpty();
    }

    @Test
    void keepsALateEventApart() throws Exception {
        harness.arrives(anAgentEvent().at(at("09:01:00")));
        harness.arrives(anAgentEvent().at(at("09:00:30")));

        assertThat(harness.sideOutput(TrackAgentState.LATE))
                .extracting(AgentEvent::getAt)
                .containsExactly(at("09:00:30"));
        assertThat(harness.rowsOf("agent-1")).isEqualTo(1);
    }

    @Test
    void setsNoTimerForAnAgentWhoIsOff() throws Exception {
        harness.arrives(anAgentEvent().of("somebody else").at(at("08:59:30")).offline());
        harness.arrives(onHold().at(at("09:00:00")));
        assertThat(harness.timers()).isEqualTo(1);
        harness.arrives(anAgentEvent().at(at("09:00:10")).offline());

        assertThat(harness.timers()).isZero();
    }

    @Test
    void forgetsAnAgentUnheardOfForEightDays() throws Exception {
        harness.stateAgesUntil(NINE_OCLOCK);
        harness.arrives(onHold().at(at("09:00:00")));
        harness.clockReaches(at("09:02:00"));
        harness.stateAgesUntil(NINE_OCLOCK.plus(Duration.ofDays(9)));
        harness.arrives(anAgentEvent().at(at("08:00:00")));

        assertThat(harness.sideOutput(TrackAgentState.LATE)).isEmpty();
        assertThat(harness.rowsOf("agent-1")).isEqualTo(2);
    }

    @Test
    void letsNothingHappenAfterTheEndOfAReplay() throws Exception {
        harness.close();
        harness = TrackingHarness.started(Pace.eventTime(at("09:02:30")));
        harness.arrives(onHold().at(at("09:00:00")));
        harness.watermarkReaches(Long.MAX_VALUE);

        assertThat(harness.signals()).containsExactly("1 RAISED WARN 09:02:00");
    }

    @Test
    void replaysTheSameWhetherTheWatermarkOrTheNextEventComesFirst() throws Exception {
        harness.close();
        harness = TrackingHarness.started(Pace.eventTime(at("10:00:00")));
        harness.arrives(onHold().at(at("09:00:00")));
        harness.watermarkReaches(at("09:02:00").toEpochMilli());
        harness.arrives(anAgentEvent().at(at("09:40:00")));
        harness.watermarkReaches(Long.MAX_VALUE);
        List<String> byWatermark = story();

        harness.close();
        harness = TrackingHarness.started(Pace.eventTime(at("10:00:00")));
        harness.arrives(onHold().at(at("09:00:00")));
        harness.arrives(anAgentEvent().at(at("09:40:00")));
        harness.watermarkReaches(Long.MAX_VALUE);

        assertThat(story()).isEqualTo(byWatermark);
        assertThat(harness.signals())
                .as("of the hold, and of all holds together")
                .containsExactly(
                        "1 RAISED WARN 09:02:00",
                        "2 RAISED CRITICAL 09:03:00",
                        "1 RAISED WARN 09:04:00",
                        "2 RAISED CRITICAL 09:06:00",
                        "3 CLEARED CRITICAL 09:40:00",
                        "3 CLEARED CRITICAL 09:40:00");
    }

    private static AgentEvents onHold() {
        return anAgentEvent().holding("c1", ContactState.CONNECTED_ONHOLD);
    }

    private List<String> story() {
        List<String> lines = new ArrayList<>();
        harness.sideOutput(TrackAgentState.DESK).forEach(entry -> lines.add(entry.toString()));
        harness.sideOutput(TrackAgentState.INTERVALS).forEach(interval -> lines.add(interval.toString()));
        return lines;
    }
}
