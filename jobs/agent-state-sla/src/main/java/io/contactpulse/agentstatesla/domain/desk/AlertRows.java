package io.contactpulse.agentstatesla.domain.desk;

import io.contactpulse.schema.Alert;
import io.contactpulse.schema.AlertSignal;
import io.contactpulse.schema.AlertStatus;
import io.contactpulse.schema.AlertSubject;
import io.contactpulse.schema.DeskAlert;
import java.time.Instant;

/** The row of an alert. */
final class AlertRows {
    private static final String SOURCE = "agent-state-sla";

    private AlertRows() {}

    static Alert of(DeskAlert alert, Instant at) {
        AlertSignal signal = alert.getSignal();
        AlertSubject subject = signal.getSubject();
        return Alert.newBuilder()
                .setAlertId(alert.getAlertId())
                .setVersion(alert.getSeq())
                .setSeq(alert.getSeq())
                .setSource(SOURCE)
                .setRuleId(signal.getRuleId())
                .setRuleVersion(signal.getRuleVersion())
                .setEntityType(signal.getEntityType())
                .setInstanceId(signal.getInstanceId())
                .setAgentId(subject.getAgentId())
                .setContactId(subject.getContactId())
                .setQueueId(subject.getQueueId())
                .setTeam(subject.getTeam())
                .setState(signal.getState())
                .setCustomStatus(signal.getCustomStatus())
                .setStateStart(alert.getStateStart())
                .setLevel(alert.getLevel())
                .setStatus(alert.getStatus())
                .setWarnAt(alert.getWarnAt())
                .setCriticalAt(alert.getCriticalAt())
                .setResolvedAt(isOver(alert.getStatus()) ? at : null)
                .setReason(alert.getReason())
                .setIncidentId(alert.getIncidentId())
                .setSuggestedAction(signal.getSuggestedAction())
                .setEvidence(signal.getEvidence())
                .build();
    }

    static boolean isOver(AlertStatus status) {
        return status == AlertStatus.RESOLVED || status == AlertStatus.RETRACTED;
    }
}
