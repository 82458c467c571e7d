package io.contactpulse.standins;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;

/** The two encodings of an AWS JSON 1.1 service; they differ in bytes (base64 or raw) and in time (s or ms). */
enum WireFormat {
    JSON("application/x-amz-json-1.1", new ObjectMapper()) {
        @Override
        JsonNode timestamp(Instant instant) {
            return JsonNodeFactory.instance.numberNode(BigDecimal.valueOf(instant.toEpochMilli(), 3));
        }

        @Override
        Instant instant(JsonNode timestamp) {
            return Instant.ofEpochMilli(
                    timestamp.decimalValue().movePointRight(3).longValue());
        }
    },
    CBOR("application/x-amz-cbor-1.1", new CBORMapper()) {
        @Override
        JsonNode timestamp(Instant instant) {
            return JsonNodeFactory.instance.numberNode(instant.toEpochMilli());
        }

        @Override
        Instant instant(JsonNode timestamp) {
            return Instant.ofEpochMilli(timestamp.longValue());
        }
    };

    private final String contentType;
    private final ObjectMapper mapper;

    WireFormat(String contentType, ObjectMapper mapper) {
        this.contentType = contentType;
        this.mapper = mapper;
    }

    static WireFormat ofContentType(String contentType) {
        return contentType.contains("cbor") ? CBOR : JSON;
    }

    abstract JsonNode timestamp(Instant instant);

    abstract Instant instant(JsonNode timestamp);

    String contentType() {
        return contentType;
    }

    ObjectNode read(InputStream body) throws IOException {
        return mapper.readTree(body) instanceof ObjectNode object ? object : mapper.createObjectNode();
    }

    byte[] write(ObjectNode body) throws IOException {
        return mapper.writeValueAsBytes(body);
    }
}
