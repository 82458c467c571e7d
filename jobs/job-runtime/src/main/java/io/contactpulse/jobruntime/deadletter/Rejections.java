package io.contactpulse.jobruntime.deadletter;

import io.contactpulse.jobruntime.Payload;
import io.contactpulse.schema.DeadLetter;
import io.contactpulse.schema.DeadLetterReason;
import io.contactpulse.schema.RawRecord;
import io.contactpulse.schema.RejectedRecord;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** Makes the dead letter of a record: all that is needed to find, understand and re-drive it, and nothing it says. */
public final class Rejections {
    private static final char[] HEXADECIMAL = "0123456789abcdef".toCharArray();

    private Rejections() {}

    /** {@code message} is stored for people to read, so it must not quote the record's content. */
    public static RejectedRecord of(RawRecord record, DeadLetterReason reason, String message) {
        return of(record, null, reason, message);
    }

    public static RejectedRecord of(
            RawRecord record, @Nullable String schemaId, DeadLetterReason reason, String message) {
        byte[] payload = Payload.of(record);
        DeadLetter letter = DeadLetter.newBuilder()
                .setSha256(sha256(payload))
                .setStream(record.getStream())
                .setShard(record.getShard())
                .setSequenceNumber(record.getSequenceNumber())
                .setArrivedAt(record.getArrivedAt())
                .setSchemaId(schemaId)
                .setReason(reason)
                .setMessage(message)
                .setLength(payload.length)
                .setExcerpt(Excerpt.of(payload))
                .build();
        return RejectedRecord.newBuilder()
                .setLetter(letter)
                .setPayload(record.getPayload())
                .build();
    }

    private static String sha256(byte[] payload) {
        try {
            return hexadecimal(MessageDigest.getInstance("SHA-256").digest(payload));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String hexadecimal(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length * 2);
        for (byte next : bytes) {
            text.append(HEXADECIMAL[(next >> 4) & 0xf]).append(HEXADECIMAL[next & 0xf]);
        }
        return text.toString();
    }
}
