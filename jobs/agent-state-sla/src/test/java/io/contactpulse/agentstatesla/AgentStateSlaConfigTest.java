package io.contactpulse.agentstatesla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactpulse.jobruntime.config.InvalidSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void leavesOutInputsThatNobodyHas() {
        AgentStateSlaConfig config = AgentStateSlaConfig.from(CompleteSettings.groups());

        assertThat(config.alertCommands()).isEmpty();
        assertThat(config.contactRecords()).isEmpty();
        assertThat(config.ruleLocation()).isEmpty();
    }

    @Test
    void readsEverythingThatCanBeSet(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("rules.yaml"), "rules: [{id: hold, when: {state: ON_HOLD}, warn: 120s}]\n");
        Path schedule = Files.writeString(folder.resolve("schedule.csv"), "agent,start,end,activity\n");
        Map<String, Properties> groups = CompleteSettings.everything(folder);
        groups.put(
                "rules.sla",
                CompleteSettings.properties(Map.of(
                        "location", folder.toString(),
                        "reload-interval", "PT3S",
                        "schedule", schedule.toString(),
                        "storm-alerts", "7",
                        "storm-within", "PT30S",
                        "pages-per-hour", "12",
                        "carrier.Sales", "Telco A",
                        "answer-target", "PT15S",
                        "answer-target.q-1", "PT40S")));
        groups.put("links", CompleteSettings.properties(Map.of("contact", "https://example.com/contacts/{contactId}")));

        AgentStateSlaConfig config = AgentStateSlaConfig.from(groups);

        assertThat(config.alertCommands().orElseThrow().stream()).isEqualTo("alert-commands");
        assertThat(config.contactRecords().orElseThrow().stream()).isEqualTo("ctr");
        assertThat(config.ruleLocation()).contains(folder.toString());
        assertThat(config.ruleReloadInterval()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.parameters().rules().ids()).containsExactly("hold");
    }

    @Test
    void namesWhatIsWrongWithScheduleAndLinks(@TempDir Path folder) throws IOException {
        Path schedule = Files.writeString(folder.resolve("schedule.csv"), "who,when\n");
        Map<String, Properties> groups = CompleteSettings.groups();
        groups.put(
                "rules.sla", CompleteSettings.properties(Map.of("schedule", schedule.toString(), "storm-alerts", "1")));
        groups.put("links", CompleteSettings.properties(Map.of("agent", "ftp://example.com")));

        assertThatThrownBy(() -> AgentStateSlaConfig.from(groups))
                .hasMessageContaining("rules.sla/schedule: " + schedule + ":1: the first line must be")
                .hasMessageContaining("rules.sla/storm-alerts must be a whole number from 2 to 1000, not '1'")
                .hasMessageContaining("links: link ftp://example.com: must be a web address");
    }
}
