package io.contactpulse.agentstatesla;

import io.contactpulse.agentstatesla.domain.Fence;
import io.contactpulse.agentstatesla.domain.rules.InvalidRules;
import io.contactpulse.agentstatesla.domain.rules.RuleFiles;
import io.contactpulse.agentstatesla.domain.rules.Rules;
import io.contactpulse.jobruntime.config.Settings;
import io.contactpulse.jobruntime.config.SettingsGroup;
import io.contactpulse.jobruntime.decode.SchemaRegistrySettings;
import io.contactpulse.jobruntime.lake.LakeSettings;
import io.contactpulse.jobruntime.sink.DynamoDbSettings;
import io.contactpulse.jobruntime.sink.TopicSettings;
import io.contactpulse.jobruntime.source.KinesisSourceSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** All that can be set for this job, read and checked once. */
public final class AgentStateSlaConfig {
    private final KinesisSourceSettings agentEvents;
    private final SchemaRegistrySettings schemaRegistry;
    private final DynamoDbSettings tables;
    private final LakeSettings lake;
    private final TopicSettings alerts;
    private final Rules rules;
    private final Fence fence;

    private AgentStateSlaConfig(Settings settings) {
        agentEvents = KinesisSourceSettings.from(settings.group("source.agent-events"));
        schemaRegistry = SchemaRegistrySettings.from(settings.group("schema-registry"));
        tables = DynamoDbSettings.from(settings.group("sink.tables"));
        lake = LakeSettings.from(settings.group("sink.lake"));
        alerts = TopicSettings.from(settings.group("sink.alerts"));
        SettingsGroup sla = settings.group("rules.sla");
        rules = rules(sla.optionalText("location").map(Path::of), settings);
        fence = Fence.of(sla.duration("notification-fence", Duration.ofMinutes(10)));
    }

    public static AgentStateSlaConfig from(Map<String, Properties> groups) {
        Settings settings = Settings.of(groups);
        AgentStateSlaConfig config = new AgentStateSlaConfig(settings);
        settings.complete();
        return config;
    }

    private static Rules rules(Optional<Path> location, Settings settings) {
        try {
            return RuleFiles.load(location);
        } catch (InvalidRules e) {
            settings.problem("rules.sla/location: " + e.getMessage());
            return Rules.none();
        }
    }

    KinesisSourceSettings agentEvents() {
        return agentEvents;
    }

    SchemaRegistrySettings schemaRegistry() {
        return schemaRegistry;
    }

    DynamoDbSettings tables() {
        return tables;
    }

    LakeSettings lake() {
        return lake;
    }

    TopicSettings alerts() {
        return alerts;
    }

    Rules rules() {
        return rules;
    }

    Fence fence() {
        return fence;
    }
}
