package io.contactpulse.agentstatesla.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.contactpulse.jobruntime.JobEnvironment;
import io.contactpulse.schema.AlertSignal;
import io.contactpulse.schema.DeskEntry;
import io.contactpulse.schema.RuleSet;
import io.contactpulse.schema.SignalType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A real folder, watched by a running job. */
@Timeout(120)
class RuleFeedIT {
    private static final InMemoryReporter METRICS = InMemoryReporter.createWithRetainedMetrics();

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberSlotsPerTaskManager(2)
            .setConfiguration(METRICS.addToConfiguration(new Configuration()))
            .build());

    private static final String RULE = "rules: [{id: a, when: {state: ACW}, warn: %s}]";

    @TempDir
    Path folder;

    @Test
    void followsTheFilesWhileTheJobRuns() throws Exception {
        put("one.yaml", "3s");
        StreamExecutionEnvironment environment =
                JobEnvironment.configure(StreamExecutionEnvironment.getExecutionEnvironment());
        RuleFeed feed = RuleFeed.attach(environment, folder.toString(), Duration.ofMillis(50));
        CloseableIterator<RuleSet> sets = feed.ruleSets().collectAsync();
        CloseableIterator<DeskEntry> refusals = feed.refusals().collectAsync();
        JobClient job = environment.executeAsync();

        assertThat(sets.next().getFiles()).extracting("text").containsExactly(String.format(RULE, "3s"));
        put("one.yaml", "4s");
        assertThat(sets.next().getFiles()).extracting("text").containsExactly(String.format(RULE, "4s"));
        put("two.yaml", "soon");
        AlertSignal raised = refusals.next().getSignal();
        assertThat(raised.getType()).isEqualTo(SignalType.RAISED);
        assertThat(raised.getEvidence())
                .containsExactly(
                        folder + "/two.yaml:1: rule id 'a' is used twice; ids must be unique; it is first used at "
                                + folder + "/one.yaml:1",
                        folder + "/two.yaml:1: 'warn' must be a duration such as 90s, 5m or 2h, not 'soon'");
        assertThat(((Counter) metric(job, "ruleSetsRefused")).getCount()).isEqualTo(1);
        Gauge<?> refusedNow = (Gauge<?>) metric(job, "rulesRefusedNow");
        await().untilAsserted(() -> assertThat(refusedNow.getValue()).isEqualTo(1));
        Files.delete(folder.resolve("two.yaml"));
        AlertSignal cleared = refusals.next().getSignal();
        assertThat(cleared.getType()).isEqualTo(SignalType.CLEARED);
        assertThat(cleared.getAlertId()).isEqualTo(raised.getAlertId());
        await().untilAsserted(() -> assertThat(refusedNow.getValue()).isEqualTo(0));
        put("one.yaml", "5s");
        assertThat(sets.next().getFiles()).extracting("text").containsExactly(String.format(RULE, "5s"));
        Files.delete(folder.resolve("one.yaml"));
        assertThat(refusals.next().getSignal().getEvidence()).containsExactly("no rule file (*.yaml) at " + folder);

        job.cancel().get();
    }

    private static Metric metric(JobClient job, String name) {
        Map<String, Metric> found = METRICS.findMetrics(job.getJobID(), name);
        assertThat(found).hasSize(1);
        return found.values().iterator().next();
    }

    /** In one step, so that the job never sees half a file. */
    private void put(String name, String warn) throws IOException {
        Path beside = Files.writeString(folder.resolve(name + ".new"), String.format(RULE, warn));
        Files.move(beside, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
