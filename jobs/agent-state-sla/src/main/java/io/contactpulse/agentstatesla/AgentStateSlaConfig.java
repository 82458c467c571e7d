package io.contactpulse.agentstatesla;

import io.contactpulse.agentstatesla.domain.AgentTracker;
import io.contactpulse.agentstatesla.domain.InvalidSchedule;
import io.contactpulse.agentstatesla.domain.Schedule;
import io.contactpulse.agentstatesla.domain.ScheduleFile;
import io.contactpulse.agentstatesla.domain.desk.DeskSettings;
import io.contactpulse.agentstatesla.domain.message.AlertMessages;
import io.contactpulse.agentstatesla.domain.message.Links;
import io.contactpulse.agentstatesla.domain.queue.ServiceLevelTargets;
import io.contactpulse.agentstatesla.domain.rules.InvalidRules;
import io.contactpulse.agentstatesla.domain.rules.RuleFiles;
import io.contactpulse.agentstatesla.domain.rules.Rules;
import io.contactpulse.agentstatesla.operator.RuleLocation;
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
import java.util.TreeMap;

/** All that can be set for this job, read and checked once. */
public final class AgentStateSlaConfig {
    private static final String CARRIER = "carrier.";
    private static final String ANSWER_TARGET = "answer-target";

    private final KinesisSourceSettings agentEvents;
    private final Optional<KinesisSourceSettings> alertCommands;
    private final Optional<KinesisSourceSettings> contactRecords;
    private final SchemaRegistrySettings schemaRegistry;
    private final DynamoDbSettings tables;
    private final LakeSettings lake;
    private final TopicSettings alerts;
    private final Optional<String> ruleLocation;
    private final Duration ruleReloadInterval;
    private final AgentStateSlaParameters parameters;

    private AgentStateSlaConfig(Settings settings) {
        agentEvents = KinesisSourceSettings.from(settings.group("source.agent-events"));
        alertCommands = settings.optionalGroup("source.alert-commands").map(KinesisSourceSettings::from);
        contactRecords = settings.optionalGroup("source.ctr").map(KinesisSourceSettings::from);
        schemaRegistry = SchemaRegistrySettings.from(settings.group("schema-registry"));
        tables = DynamoDbSettings.from(settings.group("sink.tables"));
        lake = LakeSettings.from(settings.group("sink.lake"));
        alerts = TopicSettings.from(settings.group("sink.alerts"));
        SettingsGroup sla = settings.group("rules.sla");
        ruleLocation = sla.optionalText("location");
        ruleReloadInterval = sla.duration("reload-interval", Duration.ofSeconds(10));
        parameters = AgentStateSlaParameters.of(
                rules(settings), AgentTracker.of(schedule(settings, sla)), targets(sla), desk(sla, links(settings)));
    }

    public static AgentStateSlaConfig from(Map<String, Properties> groups) {
        Settings settings = Settings.of(groups);
        AgentStateSlaConfig config = new AgentStateSlaConfig(settings);
        settings.complete();
        return config;
    }

    private Rules rules(Settings settings) {
        try {
            return ruleLocation
                    .map(location -> RuleLocation.of(location).read().checked())
                    .map(set -> RuleFiles.parse(set.getFiles()))
                    .orElseGet(() -> RuleFiles.load(Optional.empty()));
        } catch (InvalidRules e) {
            settings.problem("rules.sla/location: " + e.getMessage());
            return Rules.none();
        }
    }

    private static Schedule schedule(Settings settings, SettingsGroup sla) {
        try {
            return sla.optionalText("schedule")
                    .map(Path::of)
                    .map(ScheduleFile::load)
                    .orElseGet(Schedule::none);
        } catch (InvalidSchedule e) {
            settings.problem("rules.sla/schedule: " + e.getMessage());
            return Schedule.none();
        }
    }

    private static ServiceLevelTargets targets(SettingsGroup sla) {
        Duration usual = sla.duration(ANSWER_TARGET, Duration.ofSeconds(20));
        Map<String, Duration> byQueueId = new TreeMap<>();
        for (String queueId : sla.namesAfter(ANSWER_TARGET + ".")) {
            byQueueId.put(queueId, sla.duration(ANSWER_TARGET + "." + queueId, usual));
        }
        return ServiceLevelTargets.of(usual, byQueueId);
    }

    private static DeskSettings desk(SettingsGroup sla, Links links) {
        Map<String, String> carriers = new TreeMap<>();
        sla.namesAfter(CARRIER).forEach(queue -> carriers.put(queue, sla.text(CARRIER + queue)));
        return DeskSettings.newBuilder()
                .fence(sla.duration("notification-fence", Duration.ofMinutes(10)))
                .stormAlerts(sla.integer("storm-alerts", 5, 2, 1_000))
                .stormWithin(sla.duration("storm-within", Duration.ofSeconds(60)))
                .pagesPerHour(sla.integer("pages-per-hour", 60, 1, 10_000))
                .carriers(carriers)
                .messages(AlertMessages.of(links))
                .build();
    }

    private static Links links(Settings settings) {
        SettingsGroup links = settings.group("links");
        try {
            return Links.of(links.optionalText("contact"), links.optionalText("agent"));
        } catch (IllegalArgumentException e) {
            settings.problem("links: " + e.getMessage());
            return Links.none();
        }
    }

    KinesisSourceSettings agentEvents() {
        return agentEvents;
    }

    Optional<KinesisSourceSettings> alertCommands() {
        return alertCommands;
    }

    Optional<KinesisSourceSettings> contactRecords() {
        return contactRecords;
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

    /** Where rule files are looked for as long as the job runs; without one the shipped rules stay. */
    Optional<String> ruleLocation() {
        return ruleLocation;
    }

    Duration ruleReloadInterval() {
        return ruleReloadInterval;
    }

    AgentStateSlaParameters parameters() {
        return parameters;
    }
}
