package io.contactpulse.agentstatesla.operator;

import static java.time.Duration.ofMinutes;

import io.contactpulse.agentstatesla.domain.AgentTracker;
import io.contactpulse.agentstatesla.domain.Fence;
import io.contactpulse.agentstatesla.domain.rules.RuleFiles;
import io.contactpulse.schema.AgentEvent;
import io.contactpulse.schema.AgentRow;
import io.contactpulse.schema.AlertEvent;
import io.contactpulse.testkit.AgentEvents;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
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

/** {@link TrackAgentState} under the shipped rules, with a clock in the test's hand. */
final class TrackingHarness implements AutoCloseable {
    private final KeyedOneInputStreamOperatorTestHarness<String, AgentEvent, AgentRow> harness;

    private TrackingHarness(Pace pace) throws Exception {
        AgentTracker tracker = AgentTracker.of(RuleFiles.load(Optional.empty()), Fence.of(ofMinutes(10)));
        harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new TrackAgentState(tracker, pace)), AgentEvent::getAgentId, Types.STRING);
    }

    /** Live, from that moment on. */
    static TrackingHarness started(Instant now) throws Exception {
        TrackingHarness started = new TrackingHarness(wallClock(now));
        started.harness.setProcessingTime(now.toEpochMilli());
        started.harness.open();
        return started;
    }

    static TrackingHarness started(Pace pace) throws Exception {
        TrackingHarness started = new TrackingHarness(pace);
        started.harness.open();
        return started;
    }

    static TrackingHarness restored(OperatorSubtaskState snapshot, Instant now) throws Exception {
        TrackingHarness restored = new TrackingHarness(wallClock(now));
        restored.harness.setProcessingTime(now.toEpochMilli());
        restored.harness.initializeState(snapshot);
        restored.harness.open();
        return restored;
    }

    private static Pace wallClock(Instant opening) {
        return Pace.wallClock(Clock.fixed(opening, ZoneOffset.UTC));
    }

    OperatorSubtaskState snapshot() throws Exception {
        return harness.snapshot(1, 1);
    }

    void arrives(AgentEvents event) throws Exception {
        AgentEvent built = event.build();
        harness.processElement(built, built.getAt().toEpochMilli());
    }

    /** Flink fires a timer when its time is past, which is a millisecond later. */
    void clockReaches(Instant time) throws Exception {
        harness.setProcessingTime(time.toEpochMilli() + 1);
    }

    void watermarkReaches(long time) throws Exception {
        harness.processWatermark(time);
    }

    void stateAgesUntil(Instant time) {
        harness.setStateTtlProcessingTime(time.toEpochMilli());
    }

    int timers() {
        return harness.numProcessingTimeTimers();
    }

    long rowsOf(String agentId) {
        return harness.extractOutputValues().stream()
                .filter(row -> row.getAgentId().equals(agentId))
                .count();
    }

    int messages() {
        return sideOutput(TrackAgentState.NOTIFICATIONS).size();
    }

    /** Transitions as {@code seq status level at}. */
    List<String> alertEvents() {
        List<String> lines = new ArrayList<>();
        for (AlertEvent event : sideOutput(TrackAgentState.ALERT_EVENTS)) {
            lines.add(event.getSeq() + " " + event.getStatus() + " " + event.getLevel() + " "
                    + event.getAt().toString().substring(11).replace("Z", ""));
        }
        return lines;
    }

    <T> List<T> sideOutput(OutputTag<T> tag) {
        Queue<StreamRecord<T>> records = harness.getSideOutput(tag);
        List<T> values = new ArrayList<>();
        if (records != null) {
            records.forEach(record -> values.add(record.getValue()));
        }
        return values;
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }
}
