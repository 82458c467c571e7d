package io.contactpulse.ctrenrichment;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.jobruntime.JobEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** State finds its operator by uid: a changed line in uids.txt is a state migration. */
class StableUidsTest {

    @Test
    void givesEveryOperatorTheUidItHasAlwaysHad() throws IOException {
        StreamExecutionEnvironment environment = JobEnvironment.create();
        CtrEnrichmentJob.define(environment, CtrEnrichmentConfig.from(CompleteSettings.groups()));

        List<String> uids = environment.getStreamGraph(false).getStreamNodes().stream()
                .map(node -> String.valueOf(node.getTransformationUID()))
                .sorted()
                .toList();

        assertThat(uids).containsExactlyElementsOf(Files.readAllLines(Path.of("src/test/resources/uids.txt")));
    }

    @Test
    void fixesTheMaxParallelism() {
        StreamExecutionEnvironment environment = JobEnvironment.create();

        assertThat(environment.getMaxParallelism()).isEqualTo(128);
    }
}
