package io.contactpulse.agentstatesla;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.jobruntime.JobEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** State finds its operator by uid: a changed line in uids.txt is a state migration. */
class StableUidsTest {

    @TempDir
    Path rules;

    /** With rules that are watched, and with the shipped ones that never change. */
    @Test
    void givesEveryOperatorTheUidItHasAlwaysHad() throws IOException {
        Files.writeString(rules.resolve("rules.yaml"), "rules: [{id: hold, when: {state: ON_HOLD}, warn: 120s}]\n");
        Set<String> uids = new TreeSet<>(uids(CompleteSettings.everything(rules)));
        uids.addAll(uids(CompleteSettings.groups()));

        assertThat(uids).containsExactlyElementsOf(Files.readAllLines(Path.of("src/test/resources/uids.txt")));
    }

    private static List<String> uids(Map<String, Properties> settings) {
        StreamExecutionEnvironment environment = JobEnvironment.create();
        AgentStateSlaJob.define(environment, AgentStateSlaConfig.from(settings));
        return environment.getStreamGraph(false).getStreamNodes().stream()
                .map(node -> String.valueOf(node.getTransformationUID()))
                .toList();
    }

    @Test
    void fixesTheMaxParallelism() {
        StreamExecutionEnvironment environment = JobEnvironment.create();

        assertThat(environment.getMaxParallelism()).isEqualTo(128);
    }
}
