package io.contactpulse.ctrenrichment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactpulse.jobruntime.config.InvalidSettings;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class CtrEnrichmentConfigTest {

    @Test
    void readsTheLeastThatIsNeeded() {
        CtrEnrichmentConfig config = CtrEnrichmentConfig.from(CompleteSettings.groups());

        assertThat(config.contactRecords().stream()).isEqualTo("ctr");
        assertThat(config.escalations().topicArn()).isEqualTo("arn:aws:sns:eu-central-1:000000000000:escalations");
    }

    @Test
    void namesEverythingThatIsMissingInOneMessage() {
        assertThatThrownBy(() -> CtrEnrichmentConfig.from(Map.of()))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("source.ctr/stream is required")
                .hasMessageContaining("identity/key is required")
                .hasMessageContaining("sink.tables/region is required")
                .hasMessageContaining("sink.lake/path is required")
                .hasMessageContaining("sink.escalations/topic-arn is required");
    }

    @Test
    void takesThresholdsOfSingleQueues() {
        Map<String, Properties> groups = CompleteSettings.groups();
        groups.put(
                "rules.ctr",
                CompleteSettings.properties(Map.of(
                        "service-level.seconds", "30",
                        "service-level.seconds.q-1", "10",
                        "short-abandon.seconds.q-1", "0",
                        "journey.open", "PT1H",
                        "retention", "P2D",
                        "notification-fence", "PT1H")));
        groups.put(
                "attributes",
                CompleteSettings.properties(
                        Map.of("journey-name", "n", "journey-steps", "s", "csat", "c", "allowed", "model, dealer")));

        assertThat(CtrEnrichmentConfig.from(groups)).isNotNull();
    }

    @Test
    void refusesWhatItDoesNotKnowOrCannotRead() {
        Map<String, Properties> groups = CompleteSettings.groups();
        groups.put(
                "rules.ctr",
                CompleteSettings.properties(Map.of(
                        "service-levels.seconds", "20", "short-abandon.seconds.q-1", "soon", "retention", "-P1D")));
        groups.put("sink.tabels", new Properties());

        assertThatThrownBy(() -> CtrEnrichmentConfig.from(groups))
                .hasMessageContaining("unknown property rules.ctr/service-levels.seconds")
                .hasMessageContaining("rules.ctr/short-abandon.seconds.q-1 must be a whole number from 0 to 86400")
                .hasMessageContaining("rules.ctr/retention must be a positive ISO-8601 duration")
                .hasMessageContaining("unknown property group 'sink.tabels'");
    }

    @Test
    void refusesAWeakKeyWithoutShowingIt() {
        Map<String, Properties> groups = CompleteSettings.groups();
        groups.put("identity", CompleteSettings.properties(Map.of("key", "c2VjcmV0")));

        assertThatThrownBy(() -> CtrEnrichmentConfig.from(groups))
                .hasMessageContaining("identity/key must be Base64 of at least 32 random bytes")
                .message()
                .doesNotContain("c2VjcmV0");
    }
}
