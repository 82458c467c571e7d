package io.contactpulse.jobruntime.decode;

import io.contactpulse.schema.DeadLetterReason;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The Glue Schema Registry's envelope: version byte 0x03, compression byte, id of the schema version, Avro binary. */
final class GlueFrame {
    static final byte HEADER_VERSION = 3;
    private static final int COMPRESSION_AT = 1;
    private static final int SCHEMA_ID_AT = 2;
    private static final int BODY_AT = 18;
    private static final byte UNCOMPRESSED = 0;
    private static final byte ZLIB = 5;

    private final UUID schemaId;
    private final byte[] body;

    private GlueFrame(UUID schemaId, byte[] body) {
        this.schemaId = schemaId;
        this.body = body;
    }

    static GlueFrame open(byte[] payload) throws Unreadable {
        UUID schemaId = schemaId(payload)
                .orElseThrow(() -> malformed("is shorter than the " + BODY_AT + " bytes of its header"));
        byte[] body = Arrays.copyOfRange(payload, BODY_AT, payload.length);
        switch (payload[COMPRESSION_AT]) {
            case UNCOMPRESSED:
                return new GlueFrame(schemaId, body);
            case ZLIB:
                return new GlueFrame(schemaId, inflated(body));
            default:
                throw malformed("names a compression other than none and zlib");
        }
    }

    /** The schema version a payload names, if it is framed at all. */
    static Optional<UUID> schemaId(byte[] payload) {
        if (payload.length < BODY_AT || payload[0] != HEADER_VERSION) {
            return Optional.empty();
        }
        ByteBuffer header = ByteBuffer.wrap(payload);
        return Optional.of(new UUID(header.getLong(SCHEMA_ID_AT), header.getLong(SCHEMA_ID_AT + Long.BYTES)));
    }

    UUID schemaId() {
        return schemaId;
    }

    byte[] body() {
        return body;
    }

    private static byte[] inflated(byte[] compressed) throws Unreadable {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(compressed);
            // One byte more than allowed, to tell "just fits" from "too large".
            byte[] target = new byte[PayloadKind.LARGEST + 1];
            int length = inflater.inflate(target);
            if (length == target.length) {
                throw new Unreadable(
                        DeadLetterReason.TOO_LARGE,
                        "the record has more than " + PayloadKind.LARGEST + " bytes when decompressed");
            }
            if (!inflater.finished() || inflater.getRemaining() > 0) {
                throw malformed("is no complete zlib stream");
            }
            return Arrays.copyOf(target, length);
        } catch (DataFormatException e) {
            throw malformed("is no valid zlib stream");
        } finally {
            inflater.end();
        }
    }

    private static Unreadable malformed(String what) {
        return new Unreadable(DeadLetterReason.MALFORMED_AVRO, "the Avro record " + what);
    }
}
