package io.contactpulse.agentstatesla.operator;

import io.contactpulse.agentstatesla.domain.desk.DeskStep;
import io.contactpulse.jobruntime.deadletter.Rejections;
import io.contactpulse.schema.DeadLetterReason;
import io.contactpulse.schema.RawRecord;
import io.contactpulse.schema.RejectedRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Makes a dead letter of a command that could not be carried out, so that whoever sent it can find out why. */
final class RefusedCommand {
    private static final String STREAM = "alert-commands";

    private RefusedCommand() {}

    static RejectedRecord of(DeskStep.Refusal refusal) {
        byte[] command = refusal.command().toString().getBytes(StandardCharsets.UTF_8);
        RawRecord record = RawRecord.newBuilder()
                .setStream(STREAM)
                .setArrivedAt(refusal.command().getArrivedAt())
                .setPayload(ByteBuffer.wrap(command))
                .build();
        return Rejections.of(record, DeadLetterReason.UNKNOWN_ALERT, refusal.why());
    }
}
