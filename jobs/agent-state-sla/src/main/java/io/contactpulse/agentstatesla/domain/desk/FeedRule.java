package io.contactpulse.agentstatesla.domain.desk;

import io.contactpulse.agentstatesla.domain.rules.Condition;
import io.contactpulse.agentstatesla.domain.rules.Measure;
import io.contactpulse.agentstatesla.domain.rules.Rule;
import io.contactpulse.schema.AgentKind;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.AlertEntityType;
import io.contactpulse.schema.AlertLevel;
import io.contactpulse.schema.AlertSignal;
import io.contactpulse.schema.AlertSubject;
import io.contactpulse.schema.SignalType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When the feed of an instance counts as lost, and the breach that this is. There is a rule for it even if no file has one. */
final class FeedRule {
    private static final String BUILT_IN = "feed-lost";

    private final Desk desk;
    private final Optional<Rule> rule;

    FeedRule(Desk desk) {
        this.desk = desk;
        this.rule = desk
                .rules()
                .watching(
                        Measure.FEED_SILENT_SECONDS,
                        condition -> condition == Condition.INSTANCE ? Stream.of(desk.instanceId()) : Stream.empty())
                .stream()
                .findFirst();
    }

    Duration silence() {
        return rule.flatMap(own -> own.threshold(AlertLevel.CRITICAL).or(() -> own.threshold(AlertLevel.WARN)))
                .map(Duration::ofMillis)
                .orElse(desk.settings().feedSilence());
    }

    AlertSignal lost(Instant lastHeard) {
        String ruleId = rule.map(Rule::id).orElse(BUILT_IN);
        Instant at = lastHeard.plus(silence());
        return AlertSignal.newBuilder()
                .setType(SignalType.RAISED)
                .setAt(at)
                .setAlertId(Ids.alertId(desk.instanceId(), ruleId, desk.instanceId(), lastHeard))
                .setInstanceId(desk.instanceId())
                .setRuleId(ruleId)
                .setRuleVersion(rule.map(Rule::version)
                        .orElseGet(() -> Ids.version(BUILT_IN, silence().toString())))
                .setMeasure(Measure.FEED_SILENT_SECONDS.key())
                .setEntityType(AlertEntityType.INSTANCE)
                .setEntity(desk.instanceId())
                .setSubject(AlertSubject.newBuilder()
                        .setAgentKind(AgentKind.UNKNOWN)
                        .build())
                .setState(AgentState.UNKNOWN)
                .setStateStart(lastHeard)
                .setLevel(AlertLevel.CRITICAL)
                .setCriticalAt(at)
                .setObserved(silence().toMillis())
                .setThreshold(silence().toMillis())
                .setSuggestedAction(rule.flatMap(Rule::suggestedAction).orElse(null))
                .setEvidence(List.of())
                .setSeq(1)
                .setAnnounced(false)
                .build();
    }
}
