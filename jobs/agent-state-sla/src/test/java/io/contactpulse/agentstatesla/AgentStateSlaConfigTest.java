package io.contactpulse.agentstatesla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactpulse.jobruntime.config.InvalidSettings;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class AgentStateSlaConfigTest {

    @Test
    void readsTheLeastThatIsNeeded() {
        AgentStateSlaConfig config = AgentStateSlaConfig.from(CompleteSettings.groups());

        assertThat(config.agentEvents().stream()).isEqualTo("agent-events");
        assertThat(config.alerts().topicArn()).isEqualTo("arn:aws:sns:eu-central-1:000000000000:alerts");
    }

    @Test
    void namesEverythingThatIsMissingInOneMessage() {
        assertThatThrownBy(() -> AgentStateSlaConfig.from(Map.of()))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("source.agent-events/stream is required")
                .hasMessageContaining("schema-registry/registry is required")
                .hasMessageContaining("sink.tables/region is required")
                .hasMessageContaining("sink.lake/path is required")
                .hasMessageContaining("sink.alerts/topic-arn is required");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        Map<String, Properties> groups = CompleteSettings.groups();
        groups.put("rules.sla", CompleteSettings.properties(Map.of("notification-fense", "PT5M")));
        groups.put("sink.tabels", new Properties());

        assertThatThrownBy(() -> AgentStateSlaConfig.from(groups))
                .hasMessageContaining("unknown property rules.sla/notification-fense")
                .hasMessageContaining("unknown property group 'sink.tabels'");
    }

    @Test
    void refusesBadRulesTogetherWithOtherProblems() {
        Map<String, Properties> groups = CompleteSettings.groups();
        groups.put(
                "rules.sla",
                CompleteSettings.properties(Map.of("location", "no/such/folder", "notification-fence", "ten minutes")));

        assertThatThrownBy(() -> AgentStateSlaConfig.from(groups))
                .hasMessageContaining("rules.sla/location: no rule file (*.yaml) at no/such/folder")
                .hasMessageContaining("rules.sla/notification-fence must be a positive ISO-8601 duration");
    }
}
