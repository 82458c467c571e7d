package io.contactpulse.agentstatesla.operator;

import io.contactpulse.agentstatesla.domain.desk.DeskSettings;
import io.contactpulse.agentstatesla.domain.rules.RuleFiles;
import io.contactpulse.schema.Alert;
import io.contactpulse.schema.AlertEvent;
import io.contactpulse.schema.DeskEntry;
import io.contactpulse.schema.Notification;
import io.contactpulse.schema.Publication;
import io.contactpulse.schema.RuleSet;
import io.contactpulse.schema.RuleText;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** {@link RunAlertDesk} under rules of the test, with a clock in the test's hand. */
final class DeskHarness implements AutoCloseable {
    private static final DeskSettings USUAL = DeskSettings.newBuilder().build();

    private final KeyedTwoInputStreamOperatorTestHarness<String, DeskEntry, RuleSet, Alert> harness;

    private DeskHarness(String rules, DeskSettings settings, Pace pace) throws Exception {
        RulesInForce inForce =
                new RulesInForce(RuleFiles.parse(ruleSet("initial", rules).getFiles()));
        RunAlertDesk desk = new RunAlertDesk(inForce, settings, pace);
        harness = new KeyedTwoInputStreamOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(desk, List.of(RulesInForce.STATE)),
                DeskEntry::getInstanceId,
                RuleSet::getVersion,
                Types.STRING);
    }

    static DeskHarness live(String rules, Instant now) throws Exception {
        return live(rules, USUAL, now);
    }

    static DeskHarness live(String rules, DeskSettings settings, Instant now) throws Exception {
        DeskHarness live = new DeskHarness(rules, settings, Pace.wallClock(Clock.fixed(now, ZoneOffset.UTC)));
        live.harness.setProcessingTime(now.toEpochMilli());
        live.harness.open();
        return live;
    }

    static DeskHarness restored(String rules, OperatorSubtaskState snapshot, Instant now) throws Exception {
        return restored(rules, USUAL, snapshot, now);
    }

    static DeskHarness restored(String rules, DeskSettings settings, OperatorSubtaskState snapshot, Instant now)
            throws Exception {
        DeskHarness restored = new DeskHarness(rules, settings, Pace.wallClock(Clock.fixed(now, ZoneOffset.UTC)));
        restored.harness.setProcessingTime(now.toEpochMilli());
        restored.harness.initializeState(snapshot);
        restored.harness.open();
        return restored;
    }

    static DeskHarness replaying(String rules, Instant end) throws Exception {
        DeskHarness replaying = new DeskHarness(rules, USUAL, Pace.eventTime(end));
        replaying.harness.open();
        return replaying;
    }

    OperatorSubtaskState snapshot() throws Exception {
        return harness.snapshot(1, 1);
    }

    void arrives(DeskEntry entry) throws Exception {
        harness.processElement1(new StreamRecord<>(entry, entry.getAt().toEpochMilli()));
    }

    void rulesBecome(String version, String rules) throws Exception {
        harness.processElement2(new StreamRecord<>(ruleSet(version, rules)));
    }

    /** Flink fires a timer when its time is past, which is a millisecond later. */
    void clockReaches(Instant time) throws Exception {
        harness.setProcessingTime(time.toEpochMilli() + 1);
    }

    void watermarkReaches(long time) throws Exception {
        harness.processBothWatermarks(new Watermark(time));
    }

    int timers() {
        return harness.numProcessingTimeTimers() + harness.numEventTimeTimers();
    }

    int stateEntries() {
        return harness.numKeyedStateEntries();
    }

    /** Transitions as {@code alertId seq status level at}, with a ! where a message went out. */
    List<String> story() {
        List<String> lines = new ArrayList<>();
        for (AlertEvent event : sideOutput(RunAlertDesk.ALERT_EVENTS)) {
            lines.add(event.getAlertId() + " " + event.getSeq() + " " + event.getStatus() + " " + event.getLevel() + " "
                    + event.getAt().toString().substring(11).replace("Z", "")
                    + (event.getPublication() == Publication.PUBLISHED ? " !" : ""));
        }
        return lines;
    }

    List<String> messages() {
        return sideOutput(RunAlertDesk.NOTIFICATIONS).stream()
                .map(Notification::getMessageId)
                .toList();
    }

    List<Alert> rows() {
        return harness.extractOutputValues();
    }

    <T> List<T> sideOutput(OutputTag<T> tag) {
        Queue<StreamRecord<T>> records = harness.getSideOutput(tag);
        List<T> values = new ArrayList<>();
        if (records != null) {
            records.forEach(record -> values.add(record.getValue()));
        }
        return values;
    }

    private static RuleSet ruleSet(String version, String rules) {
        return RuleSet.newBuilder()
                .setVersion(version)
                .setFiles(List.of(RuleText.newBuilder()
                        .setName("test.yaml")
                        .setText(rules)
                        .build()))
                .build();
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }
}
