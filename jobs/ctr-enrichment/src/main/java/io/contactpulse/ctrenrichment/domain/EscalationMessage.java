package io.contactpulse.ctrenrichment.domain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.contactpulse.schema.Escalation;
import io.contactpulse.schema.FailureCode;
import io.contactpulse.schema.Journey;
import io.contactpulse.schema.Notification;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The message a CRM makes a task of: who, what went wrong and what proves it, how urgent, until when. */
final class EscalationMessage {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String FORMAT = "contact-pulse/escalation/1";
    private static final int LONGEST_SUBJECT = 100;

    private EscalationMessage() {}

    static Notification of(Escalation escalation, Journey journey, Instant at) {
        String subject = subject(escalation);
        return Notification.newBuilder()
                .setMessageId(escalation.getEscalationId() + "#" + escalation.getSeq())
                .setAt(at)
                .setSubject(subject)
                .setBody(body(escalation, journey, at, subject))
                .setAttributes(attributes(escalation, journey))
                .build();
    }

    private static String subject(Escalation escalation) {
        String text = "Escalation " + escalation.getStatus() + " (" + escalation.getPriority() + "): "
                + escalation.getCodes().stream().map(FailureCode::name).collect(Collectors.joining(", "));
        return text.length() <= LONGEST_SUBJECT ? text : text.substring(0, LONGEST_SUBJECT);
    }

    private static Map<String, String> attributes(Escalation escalation, Journey journey) {
        Map<String, String> attributes = new TreeMap<>();
        attributes.put("status", escalation.getStatus().name());
        attributes.put("priority", escalation.getPriority().name());
        escalation.getOptionalInstanceId().ifPresent(instance -> attributes.put("instanceId", instance));
        journey.getQueues().stream().findFirst().ifPresent(queue -> attributes.put("queueId", queue));
        journey.getChannels().stream().findFirst().ifPresent(channel -> attributes.put("channel", channel));
        return attributes;
    }

    private static String body(Escalation escalation, Journey journey, Instant at, String subject) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeStringField("text", subject);
            writeEscalation(json, escalation);
            json.writeStringField("at", at.toString());
            writeJourney(json, journey);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void writeEscalation(JsonGenerator json, Escalation escalation) throws IOException {
        json.writeStringField("escalationId", escalation.getEscalationId());
        json.writeNumberField("seq", escalation.getSeq());
        json.writeStringField("status", escalation.getStatus().name());
        json.writeStringField("priority", escalation.getPriority().name());
        json.writeStringField("openedAt", escalation.getOpenedAt().toString());
        json.writeStringField("dueAt", escalation.getDueAt().toString());
        writeIfPresent(json, "customerKey", escalation.getOptionalCustomerKey());
        writeIfPresent(json, "retractedReason", escalation.getOptionalRetractedReason());
        writeTexts(json, "codes", escalation.getCodes());
        writeTexts(json, "evidence", escalation.getEvidence());
    }

    private static void writeJourney(JsonGenerator json, Journey journey) throws IOException {
        writeIfPresent(json, "instanceId", journey.getOptionalInstanceId());
        json.writeStringField("journeyId", journey.getJourneyId());
        writeIfPresent(json, "intent", journey.getOptionalIntent());
        writeIfPresent(json, "repeatOf", journey.getOptionalRepeatOf());
        json.writeStringField("startedAt", journey.getStartedAt().toString());
        json.writeStringField("endedAt", journey.getEndedAt().toString());
        writeTexts(json, "channels", journey.getChannels());
        writeTexts(json, "queues", journey.getQueues());
        writeTexts(json, "contacts", journey.getLegs());
    }

    private static void writeTexts(JsonGenerator json, String name, Collection<?> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (Object value : values) {
            json.writeString(value.toString());
        }
        json.writeEndArray();
    }

    private static void writeIfPresent(JsonGenerator json, String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        }
    }
}
