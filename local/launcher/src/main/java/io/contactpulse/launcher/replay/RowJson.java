package io.contactpulse.launcher.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes a row as one JSON object: fields in the order of the schema, nulls included, times in ISO-8601 UTC with three
 * digits of milliseconds, keys of maps sorted. Equal rows give equal bytes.
 */
final class RowJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Set<String> jsonFields;

    /** Text in {@code jsonFields} is JSON itself, and written as such. */
    RowJson(Set<String> jsonFields) {
        this.jsonFields = jsonFields;
    }

    byte[] write(SpecificRecord row) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            writeRecord(row, json);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return bytes.toByteArray();
    }

    private void writeRecord(SpecificRecord row, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (Schema.Field field : row.getSchema().getFields()) {
            json.writeFieldName(field.name());
            Object value = row.get(field.pos());
            if (value != null && jsonFields.contains(field.name())) {
                copy(value.toString(), json);
            } else {
                writeValue(value, json);
            }
        }
        json.writeEndObject();
    }

    private void writeValue(@Nullable Object value, JsonGenerator json) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof SpecificRecord row) {
            writeRecord(row, json);
        } else if (value instanceof List<?> items) {
            json.writeStartArray();
            for (Object item : items) {
                writeValue(item, json);
            }
            json.writeEndArray();
        } else if (value instanceof Map<?, ?> entries) {
            writeMap(entries, json);
        } else {
            writeScalar(value, json);
        }
    }

    private void writeMap(Map<?, ?> entries, JsonGenerator json) throws IOException {
        Map<String, Object> sorted = new TreeMap<>();
        entries.forEach((key, value) -> sorted.put(key.toString(), value));
        json.writeStartObject();
        for (Map.Entry<String, Object> entry : sorted.entrySet()) {
            json.writeFieldName(entry.getKey());
            writeValue(entry.getValue(), json);
        }
        json.writeEndObject();
    }

    private static void writeScalar(Object value, JsonGenerator json) throws IOException {
        if (value instanceof Instant time) {
            json.writeString(TIME.format(time));
        } else if (value instanceof ByteBuffer bytes) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.duplicate().get(copy);
            json.writeBinary(copy);
        } else if (value instanceof CharSequence || value instanceof Enum<?>) {
            json.writeString(value.toString());
        } else {
            json.writeObject(value);
        }
    }

    private static void copy(String text, JsonGenerator target) throws IOException {
        try (JsonParser source = JSON.createParser(text)) {
            while (source.nextToken() != null) {
                target.copyCurrentEventExact(source);
            }
        }
    }
}
