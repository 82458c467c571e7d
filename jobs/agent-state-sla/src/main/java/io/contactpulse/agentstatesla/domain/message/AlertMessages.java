package io.contactpulse.agentstatesla.domain.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactpulse.agentstatesla.domain.rules.EscalationStep;
import io.contactpulse.schema.Alert;
import io.contactpulse.schema.AlertSignal;
import io.contactpulse.schema.Notification;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the messages about alerts. Every message has an id of its own that is the same in every run. */
public final class AlertMessages implements Serializable {
    static final String SOURCE = "agent-state-sla";

    private static final long serialVersionUID = 1L;

    private final Links links;

    private AlertMessages(Links links) {
        this.links = links;
    }

    public static AlertMessages of(Links links) {
        return new AlertMessages(links);
    }

    /** Messages without links. */
    public static AlertMessages plain() {
        return of(Links.none());
    }

    /** An alert has changed: its row as it now is, and the newest signal about it. */
    public Notification transition(Alert alert, AlertSignal signal, Instant at, Surroundings surroundings) {
        Situation situation = Situation.of(alert, signal, at);
        ObjectNode body = Json.message(MessageKind.TRANSITION, Headline.transition(situation));
        return about(situation, "#" + alert.getSeq(), body, surroundings);
    }

    /** An alert is still firing; the first reminder is number 1. */
    public Notification reminder(Alert alert, AlertSignal signal, Instant at, int number, Surroundings surroundings) {
        Situation situation = Situation.of(alert, signal, at);
        ObjectNode body = Json.message(MessageKind.REMINDER, Headline.reminder(situation));
        body.put("reminder", number);
        return about(situation, "#" + alert.getSeq() + "#reminder-" + number, body, surroundings);
    }

    /** Nobody has acknowledged an alert; the first step is number 1. */
    public Notification escalation(
            Alert alert, AlertSignal signal, Instant at, EscalationStep step, int number, Surroundings surroundings) {
        Situation situation = Situation.of(alert, signal, at);
        ObjectNode body = Json.message(MessageKind.ESCALATION, Headline.escalation(situation, step.to()));
        body.putObject("escalation")
                .put("step", number)
                .put("to", step.to())
                .put("afterSeconds", step.after().toSeconds());
        return about(situation, "#escalation-" + number, body, surroundings);
    }

    private Notification about(Situation situation, String idSuffix, ObjectNode body, Surroundings surroundings) {
        AlertBody.write(situation, body);
        surroundings.queue().ifPresent(queue -> AlertBody.writeQueue(queue, situation.at(), body));
        AlertBody.writeLinks(links.about(situation.alert(), situation.signal().getInstanceId()), body);
        MessageKind kind = MessageKind.valueOf(body.get("kind").asText());
        return Notification.newBuilder()
                .setMessageId(situation.alert().getAlertId() + idSuffix)
                .setAt(situation.at())
                .setSubject(body.get("text").asText())
                .setBody(body.toString())
                .setAttributes(FilterAttributes.of(kind, situation, surroundings.attributes()))
                .build();
    }

    /** The quiet hours of a rule are over: what was not told meanwhile, rows as they now are. */
    public Notification digest(String instanceId, String ruleId, Instant quietUntil, List<Alert> untold) {
        Digest digest = new Digest(instanceId, ruleId, untold);
        return Notification.newBuilder()
                .setMessageId("digest#" + instanceId + "#" + ruleId + "#" + quietUntil.toEpochMilli())
                .setAt(quietUntil)
                .setSubject(digest.text())
                .setBody(digest.body(quietUntil))
                .setAttributes(digest.attributes())
                .build();
    }

    /** A supervisor's hour is over in which there was more to tell than anybody can read. */
    public Notification muted(String instanceId, String team, Instant hourEnd, int messages) {
        String text = AsciiLine.of(messages + " more muted for team " + team + " in the hour until " + hourEnd);
        ObjectNode body = Json.message(MessageKind.MUTED, text);
        body.put("at", hourEnd.toString());
        body.put("source", SOURCE);
        body.put("instanceId", instanceId);
        body.put("team", team);
        body.put("muted", messages);
        Map<String, String> attributes = new TreeMap<>();
        attributes.put("kind", MessageKind.MUTED.name());
        attributes.put("source", SOURCE);
        attributes.put("instanceId", instanceId);
        attributes.put("team", team);
        return Notification.newBuilder()
                .setMessageId("muted#" + instanceId + "#" + team + "#" + hourEnd.toEpochMilli())
                .setAt(hourEnd)
                .setSubject(text)
                .setBody(body.toString())
                .setAttributes(attributes)
                .build();
    }
}
