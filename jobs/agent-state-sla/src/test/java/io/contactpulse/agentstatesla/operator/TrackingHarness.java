package io.contactpulse.agentstatesla.operator;

import io.contactpulse.agentstatesla.domain.AgentTracker;
import io.contactpulse.agentstatesla.domain.Hashes;
import io.contactpulse.agentstatesla.domain.Schedule;
import io.contactpulse.agentstatesla.domain.rules.RuleFiles;
import io.contactpulse.schema.AgentEvent;
import io.contactpulse.schema.AgentRow;
import io.contactpulse.schema.AlertSignal;
import io.contactpulse.schema.RuleSet;
import io.contactpulse.schema.RuleText;
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
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** {@link TrackAgentState} under the shipped rules, with a clock in the test's hand. */
final class TrackingHarness implements AutoCloseable {
    private final KeyedBroadcastOperatorTestHarness<String, AgentEvent, RuleSet, AgentRow> harness;

    private TrackingHarness(Pace pace) throws Exception {
        RulesInForce rules = new RulesInForce(RuleFiles.load(Optional.empty()));
        harness = new KeyedBroadcastOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(
                        new TrackAgentState(AgentTracker.of(Schedule.none()), rules, pace),
                        List.of(RulesInForce.STATE)),
                AgentEvent::getAgentId,
                Types.STRING,
                1,
                1,
                0);
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
        arrives(event.build());
    }

    void arrives(AgentEvent event) throws Exception {
        harness.processElement(event, event.getAt().toEpochMilli());
    }

    /** Flink fires a timer when its time is past, which is a millisecond later. */
    void clockReaches(Instant time) throws Exception {
        harness.setProcessingTime(time.toEpochMilli() + 1);
    }

    /** The clock jumps elsewhere; here it goes second by second, as a real one does. */
    void secondsPassUntil(Instant time) throws Exception {
        for (Instant now = Instant.ofEpochMilli(harness.getProcessingTime()); now.isBefore(time); ) {
            now = now.plusSeconds(1);
            clockReaches(now.isBefore(time) ? now : time);
        }
    }

    void watermarkReaches(long time) throws Exception {
        harness.processWatermark(new Watermark(time));
        harness.processBroadcastWatermark(new Watermark(time));
    }

    /** From now on these rules hold, and no others. */
    void rulesBecome(String yaml) throws Exception {
        RuleText file =
                RuleText.newBuilder().setName("rules.yaml").setText(yaml).build();
        harness.processBroadcastElement(
                RuleSet.newBuilder()
                        .setVersion(Hashes.sha256(yaml))
                        .setFiles(List.of(file))
                        .build(),
                0);
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

    /** Signals as {@code seq type level at}. */
    List<String> signals() {
        List<String> lines = new ArrayList<>();
        for (AlertSignal signal : signalRecords()) {
            lines.add(line(signal));
        }
        return lines;
    }

    /** Signals as {@code rule seq type level at}. */
    List<String> measured() {
        List<String> lines = new ArrayList<>();
        for (AlertSignal signal : signalRecords()) {
            lines.add(signal.getRuleId() + " " + line(signal));
        }
        return lines;
    }

    List<AlertSignal> signalRecords() {
        return sideOutput(TrackAgentState.DESK).stream()
                .flatMap(entry -> entry.getOptionalSignal().stream())
                .toList();
    }

    private static String line(AlertSignal signal) {
        return signal.getSeq() + " " + signal.getType() + " " + signal.getLevel() + " "
                + signal.getAt().toString().substring(11).replace("Z", "");
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
