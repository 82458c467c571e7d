package io.contactpulse.agentstatesla.transform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** The JSON of a message as it was published. Fields that it does not have are empty, of whatever release it is. */
final class PublishedMessage {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String FORMAT = "contact-pulse/alert/1";

    private final ObjectNode json;

    private PublishedMessage(ObjectNode json) {
        this.json = json;
    }

    static PublishedMessage read(String message) {
        try {
            JsonNode json = MAPPER.readTree(message);
            if (json.isObject() && FORMAT.equals(json.path("format").asText())) {
                return new PublishedMessage((ObjectNode) json);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a message of the format " + FORMAT + ": no JSON", e);
        }
        throw new IllegalArgumentException("not a message of the format " + FORMAT);
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    Optional<String> text(String field) {
        return textOf(json, field);
    }

    /** A nested object, list or number; a missing node when the message has none. */
    JsonNode node(String field) {
        return json.path(field);
    }

    ObjectNode copy() {
        return json.deepCopy();
    }

    static Optional<String> textOf(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isValueNode() && !value.isNull() ? Optional.of(value.asText()) : Optional.empty();
    }
}
