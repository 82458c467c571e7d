package io.contactpulse.agentstatesla.operator;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import io.contactpulse.agentstatesla.domain.queue.ServiceLevelTargets;
import io.contactpulse.agentstatesla.domain.rules.Measure;
import io.contactpulse.agentstatesla.domain.rules.Rule;
import io.contactpulse.agentstatesla.domain.rules.Rules;
import io.contactpulse.schema.AlertLevel;
import io.contactpulse.schema.AlertSignal;
import io.contactpulse.schema.DeskEntry;
import io.contactpulse.schema.QueueEntry;
import io.contactpulse.schema.QueueStatus;
import io.contactpulse.schema.RuleSet;
import io.contactpulse.schema.RuleText;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;

/** {@link WatchQueues} under two rules, with a clock in the test's hand. */
final class WatchingHarness implements AutoCloseable {
    private final KeyedBroadcastOperatorTestHarness<String, QueueEntry, RuleSet, QueueStatus> harness;

    private WatchingHarness(Pace pace) throws Exception {
        Rules rules = Rules.of(List.of(
                Rule.newBuilder("wait", Measure.OLDEST_WAITING_SECONDS)
                        .threshold(AlertLevel.WARN, ofMinutes(2))
                        .threshold(AlertLevel.CRITICAL, ofMinutes(3))
                        .build(),
                Rule.newBuilder("level", Measure.SERVICE_LEVEL_ANSWERED)
                        .threshold(AlertLevel.WARN, 500)
                        .build()));
        WatchQueues watch =
                new WatchQueues(new RulesInForce(rules), ServiceLevelTargets.of(ofSeconds(20), Map.of()), pace);
        harness = new KeyedBroadcastOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(watch, List.of(RulesInForce.STATE)),
                WatchQueues::queueOf,
                Types.STRING,
                1,
                1,
                0);
    }

    /** Live, from that moment on. */
    static WatchingHarness started(Instant now) throws Exception {
        WatchingHarness started = new WatchingHarness(wallClock(now));
        started.harness.setProcessingTime(now.toEpochMilli());
        started.harness.open();
        return started;
    }

    static WatchingHarness started(Pace pace) throws Exception {
        WatchingHarness started = new WatchingHarness(pace);
        started.harness.open();
        return started;
    }

    static WatchingHarness restored(OperatorSubtaskState snapshot, Instant now) throws Exception {
        WatchingHarness restored = new WatchingHarness(wallClock(now));
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

    /** The entry, as soon as it is true: a clock that is behind moves on to it. */
    void hears(QueueEntry entry) throws Exception {
        if (clock().isBefore(entry.getAt())) {
            harness.setProcessingTime(entry.getAt().toEpochMilli());
        }
        harness.processElement(entry, entry.getAt().toEpochMilli());
    }

    void rulesBecome(String yaml) throws Exception {
        RuleText file =
                RuleText.newBuilder().setName("rules.yaml").setText(yaml).build();
        harness.processBroadcastElement(
                RuleSet.newBuilder().setVersion("2").setFiles(List.of(file)).build(), 0);
    }

    /** Flink fires a timer when its time is past, which is a millisecond later. */
    void clockReaches(Instant time) throws Exception {
        harness.setProcessingTime(time.toEpochMilli() + 1);
    }

    Instant clock() {
        return Instant.ofEpochMilli(harness.getProcessingTime());
    }

    void watermarkReaches(long time) throws Exception {
        harness.processWatermark(new Watermark(time));
        harness.processBroadcastWatermark(new Watermark(time));
    }

    void stateAgesUntil(Instant time) {
        harness.setStateTtlProcessingTime(time.toEpochMilli());
    }

    int timers() {
        return harness.numProcessingTimeTimers();
    }

    List<QueueStatus> rows() {
        return harness.extractOutputValues();
    }

    /** Signals as {@code rule type level time seq}. */
    List<String> signals() {
        List<String> lines = new ArrayList<>();
        for (DeskEntry entry : forDesk()) {
            entry.getOptionalSignal().map(WatchingHarness::line).ifPresent(lines::add);
        }
        return lines;
    }

    private static String line(AlertSignal signal) {
        return signal.getRuleId() + " " + signal.getType() + " " + signal.getLevel() + " "
                + signal.getAt().toString().substring(11).replace("Z", "") + " " + signal.getSeq();
    }

    /** Everything: rows, then what the desk hears. */
    List<String> told() {
        List<String> lines = new ArrayList<>();
        rows().forEach(row -> lines.add(row.toString()));
        forDesk().forEach(entry -> lines.add(entry.toString()));
        return lines;
    }

    private List<DeskEntry> forDesk() {
        Queue<StreamRecord<DeskEntry>> records = harness.getSideOutput(WatchQueues.DESK);
        List<DeskEntry> entries = new ArrayList<>();
        if (records != null) {
            records.forEach(record -> entries.add(record.getValue()));
        }
        return entries;
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }
}
