package io.contactpulse.jobruntime.lake;

import io.contactpulse.schema.DeadLetter;
import io.contactpulse.schema.DeadLetterReason;
import io.contactpulse.schema.RejectedRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Rejected records whose payload and hash are made up from a name. */
final class DeadLetters {
    static final Instant NINE_OCLOCK = Instant.parse("2026-03-01T09:00:00.042Z");

    private DeadLetters() {}

    static RejectedRecord rejected(String name, @Nullable Instant arrivedAt) {
        return RejectedRecord.newBuilder()
                .setLetter(DeadLetter.newBuilder()
                        .setSha256("hash-of-" + name)
                        .setStream("agent-events")
                        .setArrivedAt(arrivedAt)
                        .setReason(DeadLetterReason.MALFORMED_JSON)
                        .setMessage("unexpected end of input")
                        .setLength(name.length())
                        .setExcerpt("{")
                        .build())
                .setPayload(ByteBuffer.wrap(name.getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    static String rawLine(String name, @Nullable Instant arrivedAt) {
        return "{\"approximateArrivalTimestamp\":" + (arrivedAt == null ? "null" : arrivedAt.toEpochMilli())
                + ",\"data\":\"" + Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8))
                + "\",\"stream\":\"agent-events\",\"reason\":\"MALFORMED_JSON\",\"sha256\":\"hash-of-" + name + "\"}";
    }
}
