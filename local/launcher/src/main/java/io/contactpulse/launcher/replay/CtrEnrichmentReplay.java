package io.contactpulse.launcher.replay;

import io.contactpulse.ctrenrichment.CtrEnrichmentOutputs;
import io.contactpulse.ctrenrichment.CtrEnrichmentTopology;
import io.contactpulse.ctrenrichment.CtrSettings;
import io.contactpulse.ctrenrichment.domain.CtrRules;
import io.contactpulse.ctrenrichment.domain.CustomerKeys;
import io.contactpulse.ctrenrichment.domain.Fence;
import io.contactpulse.ctrenrichment.domain.Thresholds;
import io.contactpulse.ctrenrichment.operator.Pace;
import io.contactpulse.ctrenrichment.wire.ContactRecordFormat;
import io.contactpulse.ctrenrichment.wire.RecordNames;
import io.contactpulse.jobruntime.table.Table;
import io.contactpulse.schema.ContactRecord;
import io.contactpulse.schema.ContactRow;
import io.contactpulse.schema.Escalation;
import io.contactpulse.schema.EscalationEvent;
import io.contactpulse.schema.Journey;
import io.contactpulse.schema.QueueInterval;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Contact records to contacts, journeys, escalations and queue intervals. */
final class CtrEnrichmentReplay implements ReplayJob {
    private static final String SERVICE_LEVEL = "service-level.seconds";
    private static final String SHORT_ABANDON = "short-abandon.seconds";
    private static final String OPEN = "journey.open";
    private static final String RETENTION = "retention";
    private static final String FENCE = "notification-fence";
    private static final String ATTRIBUTES = "attributes";

    @Override
    public String name() {
        return "ctr-enrichment";
    }

    @Override
    public Map<String, ReplayStream> streams() {
        return Map.of(
                "ctr", ReplayStream.required(new PositionFormat<>(format(Set.of()), CtrEnrichmentReplay::positionOf)));
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                SERVICE_LEVEL,
                "SECONDS",
                SERVICE_LEVEL + ReplaySettings.OF_A_QUEUE,
                "SECONDS",
                SHORT_ABANDON,
                "SECONDS",
                SHORT_ABANDON + ReplaySettings.OF_A_QUEUE,
                "SECONDS",
                OPEN,
                "DURATION",
                RETENTION,
                "DURATION",
                FENCE,
                "DURATION",
                ATTRIBUTES,
                "NAME,NAME,...");
    }

    @Override
    public Prepared prepare(RuleSource rules, ReplaySettings settings) {
        rules.location()
                .ifPresent(location ->
                        settings.complain(rules.option() + ": " + name() + " goes by no rule files; use --set"));
        CtrSettings ctr = CtrSettings.of(
                format(settings.names(ATTRIBUTES)),
                CtrRules.of(
                        thresholds(settings, SERVICE_LEVEL, 20),
                        thresholds(settings, SHORT_ABANDON, 5),
                        settings.duration(OPEN).orElse(Duration.ofHours(4)),
                        settings.duration(RETENTION).orElse(Duration.ofDays(8))),
                Fence.of(settings.duration(FENCE).orElse(Duration.ofMinutes(10))));
        return (records, end, decoding, tables) -> {
            CtrEnrichmentOutputs outputs =
                    CtrEnrichmentTopology.define(records.required("ctr"), ctr, Pace.replay(end), decoding.futureCap());
            tables.collect(outputs.contacts(), Table.of(ContactRow.class));
            tables.collect(outputs.journeys(), Table.of(Journey.class));
            tables.collect(outputs.escalations(), Table.of(Escalation.class));
            tables.collect(outputs.escalationEvents(), Table.of(EscalationEvent.class));
            tables.collect(outputs.queueIntervals(), Table.of(QueueInterval.class));
            tables.collectNotifications(outputs.notifications());
            tables.collectDeadLetters(outputs.rejected());
        };
    }

    private static ContactRecordFormat format(Set<String> attributes) {
        return new ContactRecordFormat(
                RecordNames.of("journey.name", "journey.steps", "csat", attributes), CustomerKeys.ofReplays());
    }

    private static Thresholds thresholds(ReplaySettings settings, String key, long fallback) {
        Map<String, Long> byQueue = new TreeMap<>();
        settings.queuesWith(key)
                .forEach(
                        queue -> settings.wholeNumber(key + "." + queue).ifPresent(value -> byQueue.put(queue, value)));
        return Thresholds.of(settings.wholeNumber(key).orElse(fallback), byQueue);
    }

    private static Position positionOf(ContactRecord record) {
        return Position.of(record.getLastUpdatedAt(), 0, record.getContactId());
    }
}
