package io.contactpulse.launcher.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;

/**
 * One message that reached the subscriber.
 *
 * @param messageId the same for every copy of a message
 * @param isBreach whether it tells of a breach and not of its end
 * @param at when what it tells became true
 * @param publishedAt when SNS took it
 */
record Delivery(String messageId, boolean isBreach, Instant at, Instant publishedAt) {
    private static final String TRANSITION = "TRANSITION";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads the envelope that SNS puts around a message on its way to a queue. */
    static Delivery of(String envelope) {
        JsonNode outer = parse(envelope);
        JsonNode message = parse(outer.path("Message").asText());
        return new Delivery(
                messageId(outer, message),
                message.path("kind").asText(TRANSITION).equals(TRANSITION)
                        && message.path("status").asText().equals("FIRING"),
                Instant.parse(message.path("at").asText()),
                Instant.parse(outer.path("Timestamp").asText()));
    }

    /** Not every message is about one transition of one alert, so those that name themselves are believed. */
    private static String messageId(JsonNode envelope, JsonNode message) {
        String transition =
                message.path("alertId").asText() + "#" + message.path("seq").asText();
        return envelope.at("/MessageAttributes/messageId/Value").asText(transition);
    }

    Duration delay() {
        return Duration.between(at, publishedAt);
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("a message of the alerts topic is no JSON: " + text, unreadable);
        }
    }
}
