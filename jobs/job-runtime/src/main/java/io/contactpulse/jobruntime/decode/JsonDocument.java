package io.contactpulse.jobruntime.decode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.contactpulse.schema.DeadLetterReason;
import io.contactpulse.schema.RawRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Walks a format over one JSON record with a parser of its own, so that a bad record cannot harm the next one. */
final class JsonDocument {
    static final int DEEPEST = 64;

    /**
     * Names come from customers' attributes: interning them, or failing when their hashes collide, would hand the JVM to
     * whoever writes them.
     */
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxDocumentLength(PayloadKind.LARGEST)
                    .maxNameLength(PayloadKind.LARGEST)
                    .maxNumberLength(PayloadKind.LARGEST)
                    .maxStringLength(PayloadKind.LARGEST)
                    .build())
            .build();

    private JsonDocument() {}

    static <T> T read(RecordFormat<T> format, RawRecord record, byte[] payload) throws Unreadable {
        requireUtf8(payload);
        try (JsonParser parser = FACTORY.createParser(payload)) {
            JsonFields fields = new JsonFields(parser);
            fields.start();
            T value = format.fromJson(record, fields);
            fields.finish();
            return value;
        } catch (IOException e) {
            throw JsonErrors.unreadable(e);
        }
    }

    /** The parser itself lets encoded surrogates and some overlong forms pass. */
    private static void requireUtf8(byte[] payload) throws Unreadable {
        if (isAscii(payload)) {
            return;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload));
        } catch (CharacterCodingException e) {
            throw new Unreadable(DeadLetterReason.MALFORMED_JSON, "the record is not valid UTF-8");
        }
    }

    private static boolean isAscii(byte[] payload) {
        for (byte next : payload) {
            if (next < 0) {
                return false;
            }
        }
        return true;
    }
}
