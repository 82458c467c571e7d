package io.contactpulse.agentstatesla.domain.message;

import io.contactpulse.agentstatesla.domain.rules.EscalationStep;
import io.contactpulse.schema.Alert;
import io.contactpulse.schema.AlertSignal;
import io.contactpulse.schema.Notification;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/** Writes the messages about alerts. Every message has an id of its own that is the same in every run. */
public final class AlertMessages implements Serializable {
    private static final long serialVersionUID = 1L;

    /** An alert has changed: its row as it now is, and the newest signal about it. */
    public Notification transition(Alert alert, AlertSignal signal, Instant at, Surroundings surroundings) {
        return message(
                alert.getAlertId() + "#" + alert.getSeq(), at, alert.getStatus().name(), surroundings);
    }

    /** An alert is still firing; the first reminder is number 1. */
    public Notification reminder(Alert alert, AlertSignal signal, Instant at, int number, Surroundings surroundings) {
        return message(alert.getAlertId() + "#" + alert.getSeq() + "#reminder-" + number, at, "REMINDER", surroundings);
    }

    /** Nobody has acknowledged an alert; the first step is number 1. */
    public Notification escalation(
            Alert alert, AlertSignal signal, Instant at, EscalationStep step, int number, Surroundings surroundings) {
        return message(alert.getAlertId() + "#escalation-" + number, at, "ESCALATION", surroundings);
    }

    /** The quiet hours of a rule are over: what was not told meanwhile, rows as they now are. */
    public Notification digest(String instanceId, String ruleId, Instant quietUntil, List<Alert> untold) {
        return message(
                "digest#" + instanceId + "#" + ruleId + "#" + quietUntil.toEpochMilli(),
                quietUntil,
                "DIGEST",
                Surroundings.of(java.util.Optional.empty(), new TreeMap<>()));
    }

    /** A supervisor's hour is over in which there was more to tell than anybody can read. */
    public Notification muted(String instanceId, String team, Instant hourEnd, int messages) {
        return message(
                "muted#" + instanceId + "#" + team + "#" + hourEnd.toEpochMilli(),
                hourEnd,
                messages + " more muted",
                Surroundings.of(java.util.Optional.empty(), new TreeMap<>()));
    }

    private static Notification message(String id, Instant at, String subject, Surroundings surroundings) {
        return Notification.newBuilder()
                .setMessageId(id)
                .setAt(at)
                .setSubject(subject)
                .setBody("{}")
                .setAttributes(surroundings.attributes())
                .build();
    }
}
