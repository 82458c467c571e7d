package io.contactpulse.agentstatesla.domain.message;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Starts the body of a message; fields are written in the order in which they are put. */
final class Json {
    static final String FORMAT = "contact-pulse/alert/1";

    private Json() {}

    static ObjectNode message(MessageKind kind, String text) {
        return object().put("format", FORMAT).put("kind", kind.name()).put("text", text);
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static void putIfPresent(ObjectNode json, String name, Optional<String> value) {
        value.ifPresent(present -> json.put(name, present));
    }
}
