package io.contactpulse.jobruntime.decode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.contactpulse.schema.DeadLetterReason;
import java.io.IOException;

/** What the first byte says a payload is. Everything that is neither kind is refused with the best guess at what it is. */
enum PayloadKind {
    JSON,
    GLUE_AVRO;

    /** Above any record of Connect; more than this in one record is an accident or an attack. */
    static final int LARGEST = 512 * 1024;

    private static final JsonFactory JSON_VALUES = new JsonFactory();

    static PayloadKind of(byte[] payload) throws Unreadable {
        if (payload.length == 0) {
            throw unrecognised("is empty");
        }
        if (payload.length > LARGEST) {
            throw new Unreadable(
                    DeadLetterReason.TOO_LARGE,
                    "the record has " + payload.length + " bytes; at most " + LARGEST + " are accepted");
        }
        if (isUtf16(payload)) {
            throw new Unreadable(
                    DeadLetterReason.UTF_16, "the record is text in UTF-16; the producer must write UTF-8");
        }
        if (payload[0] == '{') {
            return JSON;
        }
        if (payload[0] == GlueFrame.HEADER_VERSION) {
            return GLUE_AVRO;
        }
        throw refused(payload);
    }

    private static Unreadable refused(byte[] payload) {
        if (startsWith(payload, 0x1f, 0x8b)) {
            return unrecognised("is compressed with gzip; the producer must write records uncompressed");
        }
        if (startsWith(payload, 0xef, 0xbb, 0xbf)) {
            return unrecognised("starts with a byte order mark; the producer must write UTF-8 without it");
        }
        if (payload[0] == ' ' || payload[0] == '\t' || payload[0] == '\r' || payload[0] == '\n') {
            return unrecognised("starts with white space; a JSON record starts with '{'");
        }
        if (isJsonValue(payload)) {
            return new Unreadable(
                    DeadLetterReason.NOT_AN_OBJECT, "the record is JSON but no object; a record is one {…}");
        }
        return unrecognised("starts neither with '{' (JSON) nor with the byte 0x03 (Avro of the Glue Schema Registry)");
    }

    private static Unreadable unrecognised(String what) {
        return new Unreadable(DeadLetterReason.NOT_JSON_OR_AVRO, "the record " + what);
    }

    /** By its byte order mark, or by the zero byte that every ASCII character has in it. */
    private static boolean isUtf16(byte[] payload) {
        return startsWith(payload, 0xfe, 0xff)
                || startsWith(payload, 0xff, 0xfe)
                || startsWith(payload, 0, '{')
                || startsWith(payload, '{', 0)
                || startsWith(payload, 0, '[')
                || startsWith(payload, '[', 0);
    }

    /** An array by its first byte; a scalar only if it is the whole payload, because a line of text may start like one. */
    private static boolean isJsonValue(byte[] payload) {
        if (payload[0] == '[') {
            return true;
        }
        try (JsonParser json = JSON_VALUES.createParser(payload)) {
            return json.nextToken() != null && json.nextToken() == null;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean startsWith(byte[] payload, int... bytes) {
        if (payload.length < bytes.length) {
            return false;
        }
        for (int at = 0; at < bytes.length; at++) {
            if (payload[at] != (byte) bytes[at]) {
                return false;
            }
        }
        return true;
    }
}
