package io.contactpulse.agentstatesla.operator;

import static io.contactpulse.testkit.AgentEvents.anAgentEvent;
import static io.contactpulse.testkit.Moments.NINE_OCLOCK;
import static io.contactpulse.testkit.Moments.at;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.agentstatesla.domain.AgentTracker;
import io.contactpulse.agentstatesla.domain.Fence;
import io.contactpulse.agentstatesla.domain.RuleFiles;
import io.contactpulse.schema.AgentEvent;
import io.contactpulse.schema.AgentRow;
import io.contactpulse.schema.AlertEvent;
import io.contactpulse.schema.ContactState;
import io.contactpulse.testkit.AgentEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Under the shipped rules: on hold for 2 minutes is a warning, for 3 minutes critical. */
class TrackAgentStateTest {
    private KeyedOneInputStreamOperatorTestHarness<String, AgentEvent, AgentRow> harness;

    @BeforeEach
    void openLive() throws Exception {
        harness = started(Pace.wallClock());
        harness.setProcessingTime(NINE_OCLOCK.minus(ofMinutes(1)).toEpochMilli());
        arrives(anAgentEvent().of("somebody else").at(NINE_OCLOCK.minus(ofMinutes(1))));
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void firesOnTimeWithOnlyTheClockMoving() throws Exception {
        arrives(onHold().at(at("09:00:00")));

        clockReaches(at("09:01:59"));
        assertThat(alertEvents()).isEmpty();
        clockReaches(at("09:02:00"));
        assertThat(alertEvents()).containsExactly("1 FIRING WARN 09:02:00");
        clockReaches(at("09:03:00"));
        assertThat(alertEvents()).containsExactly("1 FIRING WARN 09:02:00", "2 FIRING CRITICAL 09:03:00");
        assertThat(messages()).isEqualTo(2);
    }

    @Test
    void resolvesWhenTheStateEnds() throws Exception {
        arrives(onHold().at(at("09:00:00")));
        clockReaches(at("09:02:00"));
        arrives(anAgentEvent().at(at("09:02:30")));

        assertThat(alertEvents()).containsExactly("1 FIRING WARN 09:02:00", "2 RESOLVED WARN 09:02:30");
        assertThat(messages()).isEqualTo(2);
    }

    @Test
    void neitherLosesNorRepeatsAnAlertOverARestart() throws Exception {
        arrives(onHold().at(at("09:00:00")));
        clockReaches(at("09:02:00"));
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();

        harness = restored(snapshot, at("09:02:20"));
        clockReaches(at("09:02:59"));
        assertThat(alertEvents()).isEmpty();
        clockReaches(at("09:03:00"));
        arrives(anAgentEvent().at(at("09:03:10")));
        assertThat(alertEvents()).containsExactly("2 FIRING CRITICAL 09:03:00", "3 RESOLVED CRITICAL 09:03:10");
    }

    @Test
    void firesAfterARestartWhatCameDueMeanwhile() throws Exception {
        arrives(onHold().at(at("09:00:00")));
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();

        harness = restored(snapshot, at("09:02:30"));
        clockReaches(at("09:02:31"));
        assertThat(alertEvents()).isEmpty();
        clockReaches(at("09:02:45"));

        assertThat(alertEvents()).containsExactly("1 FIRING WARN 09:02:00");
        assertThat(messages()).isEqualTo(1);
    }

    @Test
    void raisesNoFalseAlarmWhileABacklogIsRead() throws Exception {
        arrives(onHold().at(at("09:00:00")));
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();

        // The hold ended while the job was down, but the event that says so is not the first to be read.
        harness = restored(snapshot, at("09:05:00"));
        clockReaches(at("09:05:04"));
        arrives(anAgentEvent().of("somebody else").at(at("09:00:30")).arrivedAt(at("09:00:30")));
        clockReaches(at("09:05:13"));
        arrives(anAgentEvent().at(at("09:00:50")).arrivedAt(at("09:00:50")));
        clockReaches(at("09:06:00"));

        assertThat(alertEvents()).isEmpty();
    }

    @Test
    void writesTheSameWhateverComesTwice() throws Exception {
        arrives(onHold().at(at("09:00:00")));
        arrives(onHold().at(at("09:00:00")));
        clockReaches(at("09:02:00"));
        arrives(anAgentEvent().at(at("09:02:30")));
        arrives(onHold().at(at("09:00:00")));
        arrives(anAgentEvent().at(at("09:02:30")));

        assertThat(alertEvents()).containsExactly("1 FIRING WARN 09:02:00", "2 RESOLVED WARN 09:02:30");
        assertThat(rowsOf("agent-1")).isEqualTo(2);
        assertThat(sideOutput(TrackAgentState.LATE)).isEmpty();
    }

    @Test
    void keepsALateEventApart() throws Exception {
        arrives(anAgentEvent().at(at("09:01:00")));
        arrives(anAgentEvent().at(at("09:00:30")));

        assertThat(sideOutput(TrackAgentState.LATE))
                .extracting(AgentEvent::getAt)
                .containsExactly(at("09:00:30"));
        assertThat(rowsOf("agent-1")).isEqualTo(1);
    }

    @Test
    void setsNoTimerForAnAgentWhoIsOff() throws Exception {
        arrives(anAgentEvent().of("somebody else").at(at("08:59:30")).offline());
        arrives(onHold().at(at("09:00:00")));
        assertThat(harness.numProcessingTimeTimers()).isEqualTo(1);
        arrives(anAgentEvent().at(at("09:00:10")).offline());

        assertThat(harness.numProcessingTimeTimers()).isZero();
    }

    @Test
    void forgetsAnAgentUnheardOfForEightDays() throws Exception {
        harness.setStateTtlProcessingTime(NINE_OCLOCK.toEpochMilli());
        arrives(onHold().at(at("09:00:00")));
        clockReaches(at("09:02:00"));
        harness.setStateTtlProcessingTime(NINE_OCLOCK.plus(Duration.ofDays(9)).toEpochMilli());
        arrives(anAgentEvent().at(at("08:00:00")));

        assertThat(sideOutput(TrackAgentState.LATE)).isEmpty();
        assertThat(rowsOf("agent-1")).isEqualTo(2);
    }

    @Test
    void letsNothingHappenAfterTheEndOfAReplay() throws Exception {
        harness.close();
        harness = started(Pace.eventTime(at("09:02:30")));
        arrives(onHold().at(at("09:00:00")));
        harness.processWatermark(Long.MAX_VALUE);

        assertThat(alertEvents()).containsExactly("1 FIRING WARN 09:02:00");
    }

    @Test
    void replaysTheSameWhetherTheWatermarkOrTheNextEventComesFirst() throws Exception {
        harness.close();
        harness = started(Pace.eventTime(at("10:00:00")));
        arrives(onHold().at(at("09:00:00")));
        harness.processWatermark(at("09:02:00").toEpochMilli());
        arrives(anAgentEvent().at(at("09:40:00")));
        harness.processWatermark(Long.MAX_VALUE);
        List<String> byWatermark = story();

        harness.close();
        harness = started(Pace.eventTime(at("10:00:00")));
        arrives(onHold().at(at("09:00:00")));
        arrives(anAgentEvent().at(at("09:40:00")));
        harness.processWatermark(Long.MAX_VALUE);

        assertThat(story()).isEqualTo(byWatermark);
        assertThat(byWatermark)
                .contains("1 FIRING WARN PUBLISHED", "2 FIRING CRITICAL PUBLISHED", "3 RESOLVED CRITICAL PUBLISHED");
    }

    private static AgentEvents onHold() {
        return anAgentEvent().holding("c1", ContactState.CONNECTED_ONHOLD);
    }

    private void arrives(AgentEvents event) throws Exception {
        harness.processElement(event.build(), event.build().getAt().toEpochMilli());
    }

    /** Flink fires a timer when its time is past, which is a millisecond later. */
    private void clockReaches(Instant time) throws Exception {
        harness.setProcessingTime(time.toEpochMilli() + 1);
    }

    private long rowsOf(String agentId) {
        return harness.extractOutputValues().stream()
                .filter(row -> row.getAgentId().equals(agentId))
                .count();
    }

    private int messages() {
        return sideOutput(TrackAgentState.NOTIFICATIONS).size();
    }

    private List<String> alertEvents() {
        List<String> lines = new ArrayList<>();
        for (AlertEvent event : sideOutput(TrackAgentState.ALERT_EVENTS)) {
            lines.add(event.getSeq() + " " + event.getStatus() + " " + event.getLevel() + " "
                    + event.getAt().toString().substring(11).replace("Z", ""));
        }
        return lines;
    }

    private List<String> story() {
        List<String> lines = new ArrayList<>();
        for (AlertEvent event : sideOutput(TrackAgentState.ALERT_EVENTS)) {
            lines.add(event.getSeq() + " " + event.getStatus() + " " + event.getLevel() + " " + event.getPublication());
        }
        sideOutput(TrackAgentState.INTERVALS).forEach(interval -> lines.add(interval.toString()));
        return lines;
    }

    private <T> List<T> sideOutput(OutputTag<T> tag) {
        Queue<StreamRecord<T>> records = harness.getSideOutput(tag);
        List<T> values = new ArrayList<>();
        if (records != null) {
            records.forEach(record -> values.add(record.getValue()));
        }
        return values;
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, AgentEvent, AgentRow> restored(
            OperatorSubtaskState snapshot, Instant now) throws Exception {
        KeyedOneInputStreamOperatorTestHarness<String, AgentEvent, AgentRow> harness = harness(Pace.wallClock());
        harness.setProcessingTime(now.toEpochMilli());
        harness.initializeState(snapshot);
        harness.open();
        return harness;
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, AgentEvent, AgentRow> started(Pace pace)
            throws Exception {
        KeyedOneInputStreamOperatorTestHarness<String, AgentEvent, AgentRow> harness = harness(pace);
        harness.open();
        return harness;
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, AgentEvent, AgentRow> harness(Pace pace)
            throws Exception {
        AgentTracker tracker = AgentTracker.of(RuleFiles.load(Optional.empty()), Fence.of(ofMinutes(10)));
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new TrackAgentState(tracker, pace)), AgentEvent::getAgentId, Types.STRING);
    }
}
