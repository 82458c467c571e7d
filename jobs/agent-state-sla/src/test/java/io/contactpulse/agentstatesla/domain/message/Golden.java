package io.contactpulse.agentstatesla.domain.message;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** JSON that was read and found right by a person. Compared as text, so that the order of fields counts too. */
public final class Golden {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Golden() {}

    public static String file(String name) {
        try (InputStream file = Golden.class.getResourceAsStream("/messages/" + name)) {
            if (file == null) {
                throw new IllegalArgumentException("no file messages/" + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String indented(String json) {
        return tree(json).toPrettyString() + "\n";
    }

    public static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
