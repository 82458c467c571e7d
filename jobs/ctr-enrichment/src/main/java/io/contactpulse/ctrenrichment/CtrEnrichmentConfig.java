package io.contactpulse.ctrenrichment;

import io.contactpulse.ctrenrichment.domain.CtrRules;
import io.contactpulse.ctrenrichment.domain.CustomerKeys;
import io.contactpulse.ctrenrichment.domain.Fence;
import io.contactpulse.ctrenrichment.domain.Thresholds;
import io.contactpulse.ctrenrichment.wire.ContactRecordFormat;
import io.contactpulse.ctrenrichment.wire.RecordNames;
import io.contactpulse.jobruntime.config.Settings;
import io.contactpulse.jobruntime.config.SettingsGroup;
import io.contactpulse.jobruntime.lake.LakeSettings;
import io.contactpulse.jobruntime.sink.DynamoDbSettings;
import io.contactpulse.jobruntime.sink.TopicSettings;
import io.contactpulse.jobruntime.source.KinesisSourceSettings;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All that can be set for this job, read and checked once. */
public final class CtrEnrichmentConfig {
    private static final String RULES = "rules.ctr";
    private static final int LONGEST_SECONDS = 86_400;
    private static final int SHORTEST_SECRET = 32;

    private final KinesisSourceSettings contactRecords;
    private final DynamoDbSettings tables;
    private final LakeSettings lake;
    private final TopicSettings escalations;
    private final CtrSettings settings;

    private CtrEnrichmentConfig(Settings groups, Set<String> ruleNames) {
        contactRecords = KinesisSourceSettings.from(groups.group("source.ctr"));
        tables = DynamoDbSettings.from(groups.group("sink.tables"));
        lake = LakeSettings.from(groups.group("sink.lake"));
        escalations = TopicSettings.from(groups.group("sink.escalations"));
        ContactRecordFormat format = new ContactRecordFormat(names(groups.group("attributes")), customerKeys(groups));
        SettingsGroup rules = groups.group(RULES);
        settings = CtrSettings.of(
                format,
                rules(rules, ruleNames),
                Fence.of(rules.duration("notification-fence", Duration.ofMinutes(10))));
    }

    public static CtrEnrichmentConfig from(Map<String, Properties> groups) {
        Settings settings = Settings.of(groups);
        Set<String> ruleNames = groups.getOrDefault(RULES, new Properties()).stringPropertyNames();
        CtrEnrichmentConfig config = new CtrEnrichmentConfig(settings, ruleNames);
        settings.complete();
        return config;
    }

    private static RecordNames names(SettingsGroup attributes) {
        String allowed = attributes.text("allowed", "");
        return RecordNames.of(
                attributes.text("journey-name", "journey.name"),
                attributes.text("journey-steps", "journey.steps"),
                attributes.text("csat", "csat"),
                Arrays.stream(allowed.split(","))
                        .map(String::trim)
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toSet()));
    }

    /** Complains without showing the secret. */
    private static CustomerKeys customerKeys(Settings groups) {
        SettingsGroup identity = groups.group("identity");
        String keyId = identity.text("key-id", "k1");
        byte[] secret = new byte[0];
        try {
            secret = Base64.getDecoder().decode(identity.text("key"));
        } catch (IllegalArgumentException e) {
            groups.problem("identity/key must be Base64");
        }
        if (identity.optionalText("key").isPresent() && secret.length < SHORTEST_SECRET) {
            groups.problem("identity/key must be Base64 of at least " + SHORTEST_SECRET + " random bytes");
        }
        return CustomerKeys.of(keyId, secret);
    }

    private static CtrRules rules(SettingsGroup rules, Set<String> names) {
        return CtrRules.of(
                thresholds(rules, names, "service-level.seconds", 20),
                thresholds(rules, names, "short-abandon.seconds", 5),
                rules.duration("journey.open", Duration.ofHours(4)),
                rules.duration("retention", Duration.ofDays(8)));
    }

    /** One number for all queues, and under {@code key.<queueId>} the number of one queue. */
    private static Thresholds thresholds(SettingsGroup rules, Set<String> names, String key, int fallback) {
        Map<String, Long> byQueue = new TreeMap<>();
        String prefix = key + ".";
        for (String name : names) {
            if (name.startsWith(prefix)) {
                byQueue.put(name.substring(prefix.length()), (long) rules.integer(name, fallback, 0, LONGEST_SECONDS));
            }
        }
        return Thresholds.of(rules.integer(key, fallback, 0, LONGEST_SECONDS), byQueue);
    }

    KinesisSourceSettings contactRecords() {
        return contactRecords;
    }

    DynamoDbSettings tables() {
        return tables;
    }

    LakeSettings lake() {
        return lake;
    }

    TopicSettings escalations() {
        return escalations;
    }

    CtrSettings settings() {
        return settings;
    }
}
