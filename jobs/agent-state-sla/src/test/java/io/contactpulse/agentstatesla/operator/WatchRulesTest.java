package io.contactpulse.agentstatesla.operator;

import static io.contactpulse.testkit.Moments.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.agentstatesla.domain.rules.RuleFiles;
import io.contactpulse.schema.AgentKind;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.AlertEntityType;
import io.contactpulse.schema.AlertLevel;
import io.contactpulse.schema.AlertSignal;
import io.contactpulse.schema.AlertSubject;
import io.contactpulse.schema.DeskEntry;
import io.contactpulse.schema.RuleSet;
import io.contactpulse.schema.SignalType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchRulesTest {
    private static final String GOOD = "rules: [{id: a, when: {state: ACW}, warn: 3s}]";
    private static final String BETTER = "rules: [{id: a, when: {state: ACW}, warn: 4s}]";
    private static final String BAD = "rules: [{id: a, when: {state: ACW}, warn: soon}]";
    private static final String WORSE = "rules: [{id: a, when: {state: ACW}, warn: never}]";

    @TempDir
    Path folder;

    @Test
    void sendsTheRulesAtTheFirstLookAndWhenTheyHaveChanged() throws Exception {
        try (Watch watch = new Watch()) {
            write(GOOD);
            watch.looksAt("09:00:00");
            watch.looksAt("09:00:10");
            write(BETTER);
            watch.looksAt("09:00:20");

            assertThat(watch.sets()).extracting(WatchRulesTest::warning).containsExactly(3000L, 4000L);
            assertThat(watch.sets()).extracting(RuleSet::getVersion).doesNotHaveDuplicates();
            assertThat(watch.refusals()).isEmpty();
        }
    }

    @Test
    void tellsOnceThatRulesAreBadAndKeepsTheOldOnes() throws Exception {
        try (Watch watch = new Watch()) {
            write(GOOD);
            watch.looksAt("09:00:00");
            write(BAD);
            watch.looksAt("09:00:10");
            watch.looksAt("09:00:20");

            assertThat(watch.sets()).extracting(WatchRulesTest::warning).containsExactly(3000L);
            AlertSignal signal = watch.refusals().get(0).getSignal();
            assertThat(watch.refusals()).containsExactly(entry(signal, 1));
            assertThat(signal)
                    .isEqualTo(AlertSignal.newBuilder()
                            .setType(SignalType.RAISED)
                            .setAt(at("09:00:10"))
                            .setAlertId("834d0f7bb94223bf8bfaec2e63667a3a")
                            .setInstanceId("contact-pulse")
                            .setRuleId("rules-refused")
                            .setRuleVersion(signal.getRuleVersion())
                            .setMeasure("rulesRefused")
                            .setEntityType(AlertEntityType.INSTANCE)
                            .setEntity("contact-pulse")
                            .setSubject(AlertSubject.newBuilder()
                                    .setAgentKind(AgentKind.UNKNOWN)
                                    .build())
                            .setState(AgentState.UNKNOWN)
                            .setStateStart(at("09:00:10"))
                            .setLevel(AlertLevel.CRITICAL)
                            .setCriticalAt(at("09:00:10"))
                            .setSuggestedAction(
                                    "Correct the rule files; until then the rules that were in force before stay.")
                            .setEvidence(List.of(
                                    (file() + ":1: 'warn' must be a duration such as 90s, 5m or 2h, not 'soon'")))
                            .setSeq(1)
                            .setAnnounced(false)
                            .build());
        }
    }

    @Test
    void clearsTheAlertWithTheNextGoodRules() throws Exception {
        try (Watch watch = new Watch()) {
            write(BAD);
            watch.looksAt("09:00:00");
            write(GOOD);
            watch.looksAt("09:00:10");
            watch.looksAt("09:00:20");

            assertThat(watch.sets()).extracting(WatchRulesTest::warning).containsExactly(3000L);
            assertThat(watch.story()).containsExactly("RAISED 09:00:00", "CLEARED 09:00:10 RULES_ACCEPTED");
            AlertSignal raised = watch.refusals().get(0).getSignal();
            AlertSignal cleared = watch.refusals().get(1).getSignal();
            assertThat(cleared)
                    .isEqualTo(AlertSignal.newBuilder(raised)
                            .setType(SignalType.CLEARED)
                            .setAt(at("09:00:10"))
                            .setReason("RULES_ACCEPTED")
                            .setSeq(2)
                            .build());
        }
    }

    @Test
    void tellsOtherBadRulesAsAnotherAlert() throws Exception {
        try (Watch watch = new Watch()) {
            write(BAD);
            watch.looksAt("09:00:00");
            write(WORSE);
            watch.looksAt("09:00:10");

            assertThat(watch.story())
                    .containsExactly("RAISED 09:00:00", "CLEARED 09:00:10 OTHER_RULES_REFUSED", "RAISED 09:00:10");
            List<String> alertIds = watch.refusals().stream()
                    .map(entry -> entry.getSignal().getAlertId())
                    .toList();
            assertThat(alertIds.get(1)).isEqualTo(alertIds.get(0));
            assertThat(alertIds.get(2)).isNotEqualTo(alertIds.get(0));
        }
    }

    @Test
    void keepsTheRulesWhenTheirPlaceIsGoneAndSendsThemNotAgainWhenItIsBack() throws Exception {
        try (Watch watch = new Watch()) {
            write(GOOD);
            watch.looksAt("09:00:00");
            Files.delete(file());
            watch.looksAt("09:00:10");
            Files.delete(rulesFolder());
            watch.looksAt("09:00:20");
            Files.createDirectory(rulesFolder());
            write(GOOD);
            watch.looksAt("09:00:30");

            assertThat(watch.sets()).extracting(WatchRulesTest::warning).containsExactly(3000L);
            assertThat(watch.story()).containsExactly("RAISED 09:00:10", "CLEARED 09:00:30 RULES_ACCEPTED");
        }
    }

    @Test
    void repeatsNothingAfterARestart() throws Exception {
        OperatorSubtaskState snapshot;
        String alertId;
        write(GOOD);
        try (Watch watch = new Watch()) {
            watch.looksAt("09:00:00");
            write(BAD);
            watch.looksAt("09:00:10");
            alertId = watch.refusals().get(0).getSignal().getAlertId();
            snapshot = watch.snapshot();
        }

        try (Watch restored = new Watch(snapshot)) {
            restored.looksAt("09:05:00");
            assertThat(restored.refusals()).isEmpty();
            write(GOOD);
            restored.looksAt("09:05:10");
            write(BETTER);
            restored.looksAt("09:05:20");

            assertThat(restored.sets()).extracting(WatchRulesTest::warning).containsExactly(4000L);
            assertThat(restored.story()).containsExactly("CLEARED 09:05:10 RULES_ACCEPTED");
            assertThat(restored.refusals().get(0).getSignal().getAlertId()).isEqualTo(alertId);
        }
    }

    /** It was refused by nobody then: as if a stricter release ran now. */
    @Test
    void judgesFilesAfterARestartThatWereSeenBefore() throws Exception {
        OperatorSubtaskState snapshot;
        write(BAD);
        try (Watch watch = new Watch()) {
            watch.looksAt("09:00:00");
            snapshot = watch.snapshotWithoutTheRefusal();
        }

        try (Watch restored = new Watch(snapshot)) {
            restored.looksAt("09:05:00");
            restored.looksAt("09:05:10");

            assertThat(restored.story()).containsExactly("RAISED 09:05:00");
        }
    }

    @Test
    void sendsAfterARestartWhatHasChangedMeanwhile() throws Exception {
        OperatorSubtaskState snapshot;
        write(GOOD);
        try (Watch watch = new Watch()) {
            watch.looksAt("09:00:00");
            snapshot = watch.snapshot();
        }
        write(BETTER);

        try (Watch restored = new Watch(snapshot)) {
            restored.looksAt("09:05:00");

            assertThat(restored.sets()).extracting(WatchRulesTest::warning).containsExactly(4000L);
        }
    }

    @Test
    void logsWhatWasRefusedOnce() throws Exception {
        try (ErrorLog log = new ErrorLog(WatchRules.class);
                Watch watch = new Watch()) {
            write(BAD);
            watch.looksAt("09:00:00");
            watch.looksAt("09:00:10");

            assertThat(log.lines())
                    .containsExactly("rules refused, the old ones stay in force problems=" + file()
                            + ":1: 'warn' must be a duration such as 90s, 5m or 2h, not 'soon'");
        }
    }

    @Test
    void showsTheFirstFiveProblemsShortened() throws Exception {
        try (Watch watch = new Watch()) {
            write("rules:\n" + "- {id: B, when: {state: ACW}, warn: 3s}\n".repeat(4) + "- {id: " + "x".repeat(300)
                    + "}\n");
            watch.looksAt("09:00:00");

            List<String> evidence = watch.refusals().get(0).getSignal().getEvidence();
            assertThat(evidence).hasSize(5);
            assertThat(evidence.get(0))
                    .isEqualTo(file() + ":2: 'id' must be lower-case letters, digits and hyphens, at most 64, not 'B'");
            assertThat(evidence.get(4)).hasSize(200);
        }
    }

    private static long warning(RuleSet rules) {
        return RuleFiles.parse(rules.getFiles())
                .find("a")
                .orElseThrow()
                .threshold(AlertLevel.WARN)
                .orElseThrow();
    }

    private static DeskEntry entry(AlertSignal signal, int seq) {
        return DeskEntry.newBuilder()
                .setInstanceId("contact-pulse")
                .setAt(signal.getAt())
                .setOrder("rules-refused#" + signal.getAlertId() + "#" + seq)
                .setSignal(signal)
                .build();
    }

    private Path rulesFolder() {
        return folder.resolve("rules");
    }

    private Path file() {
        return rulesFolder().resolve("one.yaml");
    }

    private void write(String text) throws IOException {
        Files.createDirectories(rulesFolder());
        Files.writeString(file(), text);
    }

    /** The operator, with a clock in the test's hand. */
    private final class Watch implements AutoCloseable {
        private final KeyedOneInputStreamOperatorTestHarness<String, Long, RuleSet> harness;

        Watch() throws Exception {
            harness = harness();
            harness.open();
        }

        Watch(OperatorSubtaskState snapshot) throws Exception {
            harness = harness();
            harness.initializeState(snapshot);
            harness.open();
        }

        private KeyedOneInputStreamOperatorTestHarness<String, Long, RuleSet> harness() throws Exception {
            String location = rulesFolder().toString();
            return new KeyedOneInputStreamOperatorTestHarness<>(
                    new KeyedProcessOperator<>(new WatchRules(RuleLocation.of(location))),
                    tick -> "rules",
                    Types.STRING);
        }

        void looksAt(String time) throws Exception {
            harness.setProcessingTime(at(time).toEpochMilli());
            harness.processElement(0L, 0);
        }

        OperatorSubtaskState snapshot() throws Exception {
            return harness.snapshot(1, 1);
        }

        /** What a release leaves behind that has taken the files. */
        OperatorSubtaskState snapshotWithoutTheRefusal() throws Exception {
            KeyedStateBackend<String> states =
                    ((AbstractStreamOperator<?>) harness.getOperator()).getKeyedStateBackend();
            states.setCurrentKey("rules");
            states.getPartitionedState(
                            VoidNamespace.INSTANCE,
                            VoidNamespaceSerializer.INSTANCE,
                            new ValueStateDescriptor<>("refused-rules", AlertSignal.class))
                    .clear();
            return snapshot();
        }

        List<RuleSet> sets() {
            return harness.extractOutputValues();
        }

        List<DeskEntry> refusals() {
            Queue<StreamRecord<DeskEntry>> records = harness.getSideOutput(WatchRules.REFUSALS);
            return records == null
                    ? List.of()
                    : records.stream().map(StreamRecord::getValue).toList();
        }

        /** Signals as {@code type at reason}. */
        List<String> story() {
            return refusals().stream()
                    .map(DeskEntry::getSignal)
                    .map(signal -> Stream.of(
                                    signal.getType().name(),
                                    signal.getAt().toString().substring(11).replace("Z", ""),
                                    signal.getOptionalReason().orElse(""))
                            .reduce("", (line, word) -> (line + " " + word).strip()))
                    .toList();
        }

        @Override
        public void close() throws Exception {
            harness.close();
        }
    }
}
