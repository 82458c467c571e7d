package io.contactpulse.jobruntime;

import io.contactpulse.schema.RawRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Raw records as the source hands them over. */
public final class RawRecords {
    public static final Instant NINE_OCLOCK = Instant.parse("2026-03-02T09:00:00Z");

    private RawRecords() {}

    public static RawRecord aRawRecord(String payload) {
        return aRawRecord(payload.getBytes(StandardCharsets.UTF_8));
    }

    public static RawRecord aRawRecord(byte[] payload) {
        return RawRecord.newBuilder()
                .setStream("input")
                .setShard("shardId-000000000000")
                .setSequenceNumber("4711")
                .setArrivedAt(NINE_OCLOCK)
                .setPayload(ByteBuffer.wrap(payload))
                .build();
    }

    /** As a replay reads it. */
    public static RawRecord aRecordedOne(byte[] payload) {
        return RawRecord.newBuilder()
                .setStream("input")
                .setPayload(ByteBuffer.wrap(payload))
                .build();
    }
}
