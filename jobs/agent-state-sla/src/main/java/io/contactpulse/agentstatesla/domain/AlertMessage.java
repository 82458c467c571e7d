package io.contactpulse.agentstatesla.domain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.contactpulse.schema.Alert;
import io.contactpulse.schema.AlertStatus;
import io.contactpulse.schema.Notification;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The message a supervisor gets: who, what, since when, how long, and what to do. Machines filter by its attributes. */
final class AlertMessage {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String FORMAT = "contact-pulse/alert/1";
    private static final int LONGEST_SUBJECT = 100;

    private AlertMessage() {}

    static Notification of(Alert alert, AgentProfile agent, Instant at) {
        String subject = subject(alert, agent, at);
        return Notification.newBuilder()
                .setMessageId(alert.getAlertId() + "#" + alert.getSeq())
                .setAt(at)
                .setSubject(subject)
                .setBody(body(alert, agent, at, subject))
                .setAttributes(attributes(alert, agent))
                .build();
    }

    private static String subject(Alert alert, AgentProfile agent, Instant at) {
        String state = alert.getOptionalCustomStatus().orElse(alert.getState().name());
        String text = headline(alert) + ": " + agent.username().orElse(agent.agentId()) + " " + state + " for "
                + spoken(Duration.between(alert.getStateStart(), at)) + " (" + alert.getRuleId() + ")";
        String ascii = text.replaceAll("[^\\x20-\\x7e]", "?");
        return ascii.length() <= LONGEST_SUBJECT ? ascii : ascii.substring(0, LONGEST_SUBJECT);
    }

    private static String headline(Alert alert) {
        return alert.getStatus() == AlertStatus.FIRING
                ? alert.getLevel().name()
                : alert.getStatus().name();
    }

    private static String spoken(Duration duration) {
        return duration.toHours() > 0
                ? String.format("%d h %02d min", duration.toHours(), duration.toMinutesPart())
                : String.format("%d min %02d s", duration.toMinutes(), duration.toSecondsPart());
    }

    private static Map<String, String> attributes(Alert alert, AgentProfile agent) {
        Map<String, String> attributes = new TreeMap<>();
        attributes.put("source", alert.getSource());
        attributes.put("ruleId", alert.getRuleId());
        attributes.put("status", alert.getStatus().name());
        attributes.put("level", alert.getLevel().name());
        attributes.put("state", alert.getState().name());
        attributes.put("instanceId", agent.instanceId());
        agent.team().ifPresent(team -> attributes.put("team", team));
        alert.getOptionalQueueId().ifPresent(queue -> attributes.put("queueId", queue));
        return attributes;
    }

    private static String body(Alert alert, AgentProfile agent, Instant at, String subject) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeStringField("text", subject);
            json.writeStringField("alertId", alert.getAlertId());
            json.writeNumberField("seq", alert.getSeq());
            json.writeStringField("status", alert.getStatus().name());
            json.writeStringField("level", alert.getLevel().name());
            json.writeStringField("at", at.toString());
            writeRule(json, alert);
            writeWho(json, alert, agent);
            writeWhat(json, alert, at);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void writeRule(JsonGenerator json, Alert alert) throws IOException {
        json.writeStringField("source", alert.getSource());
        json.writeStringField("ruleId", alert.getRuleId());
        json.writeStringField("ruleVersion", alert.getRuleVersion());
        writeIfPresent(json, "suggestedAction", alert.getOptionalSuggestedAction());
    }

    private static void writeWho(JsonGenerator json, Alert alert, AgentProfile agent) throws IOException {
        json.writeStringField("instanceId", agent.instanceId());
        json.writeStringField("agentId", agent.agentId());
        json.writeStringField("agentKind", agent.kind().name());
        writeIfPresent(json, "username", agent.username());
        writeIfPresent(json, "team", agent.team());
        writeIfPresent(json, "routingProfile", agent.routingProfile());
        writeIfPresent(json, "contactId", alert.getOptionalContactId());
        writeIfPresent(json, "queueId", alert.getOptionalQueueId());
    }

    private static void writeWhat(JsonGenerator json, Alert alert, Instant at) throws IOException {
        json.writeStringField("state", alert.getState().name());
        writeIfPresent(json, "customStatus", alert.getOptionalCustomStatus());
        json.writeStringField("stateStart", alert.getStateStart().toString());
        json.writeNumberField(
                "observedSeconds", Duration.between(alert.getStateStart(), at).toSeconds());
        writeIfPresent(json, "warnAt", alert.getOptionalWarnAt().map(Instant::toString));
        writeIfPresent(json, "criticalAt", alert.getOptionalCriticalAt().map(Instant::toString));
        writeIfPresent(json, "resolvedAt", alert.getOptionalResolvedAt().map(Instant::toString));
        writeIfPresent(json, "reason", alert.getOptionalReason());
    }

    private static void writeIfPresent(JsonGenerator json, String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        }
    }
}
