package io.contactpulse.agentstatesla.domain.message;

import static io.contactpulse.testkit.Moments.NINE_OCLOCK;

import io.contactpulse.agentstatesla.domain.rules.EscalationStep;
import io.contactpulse.agentstatesla.domain.rules.Measure;
import io.contactpulse.schema.AgentKind;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.Alert;
import io.contactpulse.schema.AlertEntityType;
import io.contactpulse.schema.AlertLevel;
import io.contactpulse.schema.AlertSignal;
import io.contactpulse.schema.AlertStatus;
import io.contactpulse.schema.AlertSubject;
import io.contactpulse.schema.Notification;
import io.contactpulse.schema.SignalType;
import java.time.Instant;
import java.util.List;

/** An alert that began at nine o'clock and its newest signal, with harmless defaults. */
final class AlertExample {
    private final Alert.Builder row;
    private final AlertSignal.Builder signal;
    private final AlertSubject.Builder subject = AlertSubject.newBuilder().setAgentKind(AgentKind.UNKNOWN);

    private AlertExample(String ruleId, String measure, AlertEntityType entityType) {
        row = Alert.newBuilder()
                .setAlertId("alert-1")
                .setVersion(1)
                .setSeq(1)
                .setSource("agent-state-sla")
                .setRuleId(ruleId)
                .setRuleVersion("0123456789ab")
                .setEntityType(entityType)
                .setState(AgentState.UNKNOWN)
                .setStateStart(NINE_OCLOCK)
                .setLevel(AlertLevel.WARN)
                .setStatus(AlertStatus.FIRING)
                .setEvidence(List.of())
                .setInstanceId("instance-1");
        signal = AlertSignal.newBuilder()
                .setType(SignalType.RAISED)
                .setAt(NINE_OCLOCK)
                .setAlertId("alert-1")
                .setInstanceId("instance-1")
                .setRuleId(ruleId)
                .setRuleVersion("0123456789ab")
                .setMeasure(measure)
                .setEntityType(entityType)
                .setEntity("entity-1")
                .setState(AgentState.UNKNOWN)
                .setStateStart(NINE_OCLOCK)
                .setLevel(AlertLevel.WARN)
                .setEvidence(List.of())
                .setSeq(1)
                .setAnnounced(false);
    }

    static AlertExample of(String ruleId, String measure, AlertEntityType entityType) {
        return new AlertExample(ruleId, measure, entityType);
    }

    static AlertExample of(String ruleId, Measure measure, AlertEntityType entityType) {
        return of(ruleId, measure.key(), entityType);
    }

    static AlertExample ofAgent(String ruleId, Measure measure) {
        AlertExample example = of(ruleId, measure, AlertEntityType.AGENT).state(AgentState.ON_HOLD);
        example.row.setAgentId("id-017").setTeam("Claims").setSuggestedAction("Offer the agent help.");
        example.subject
                .setAgentId("id-017")
                .setUsername("agent-017")
                .setAgentKind(AgentKind.HUMAN)
                .setTeam("Claims")
                .setSite("Berlin")
                .setRoutingProfile("Voice");
        return example;
    }

    AlertExample id(String alertId) {
        row.setAlertId(alertId);
        return this;
    }

    AlertExample seq(int seq) {
        row.setSeq(seq);
        return this;
    }

    AlertExample status(AlertStatus status) {
        row.setStatus(status);
        return this;
    }

    AlertExample level(AlertLevel level) {
        row.setLevel(level);
        return this;
    }

    AlertExample state(AgentState state) {
        row.setState(state);
        return this;
    }

    AlertExample customStatus(String status) {
        row.setState(AgentState.CUSTOM).setCustomStatus(status);
        return this;
    }

    AlertExample warnAt(Instant at) {
        row.setWarnAt(at);
        return this;
    }

    AlertExample criticalAt(Instant at) {
        row.setCriticalAt(at);
        return this;
    }

    AlertExample reason(String reason) {
        row.setReason(reason);
        return this;
    }

    AlertExample evidence(String... facts) {
        row.setEvidence(List.of(facts));
        return this;
    }

    AlertExample observed(long value) {
        signal.setObserved(value);
        return this;
    }

    AlertExample threshold(long value) {
        signal.setThreshold(value);
        return this;
    }

    AlertExample username(String username) {
        subject.setUsername(username);
        return this;
    }

    AlertExample team(String team) {
        row.setTeam(team);
        return this;
    }

    AlertExample site(String site) {
        subject.setSite(site);
        return this;
    }

    AlertExample queue(String queueId, String queueName) {
        row.setQueueId(queueId);
        subject.setQueueId(queueId).setQueueName(queueName);
        return this;
    }

    AlertExample contact(String contactId, String queueId, String queueName) {
        row.setContactId(contactId);
        subject.setContactId(contactId).setChannel("VOICE");
        return queue(queueId, queueName);
    }

    Alert row() {
        return row.setVersion(row.getSeq()).build();
    }

    AlertSignal signal() {
        return signal.setSubject(subject.build()).build();
    }

    Notification transition(Instant at, Surroundings surroundings) {
        return Examples.MESSAGES.transition(row(), signal(), at, surroundings);
    }

    Notification reminder(Instant at, int number) {
        return Examples.MESSAGES.reminder(row(), signal(), at, number, Examples.ALONE);
    }

    Notification escalation(Instant at, EscalationStep step, int number) {
        return Examples.MESSAGES.escalation(row(), signal(), at, step, number, Examples.ALONE);
    }

    String subject(Instant at) {
        return transition(at, Examples.ALONE).getSubject();
    }
}
