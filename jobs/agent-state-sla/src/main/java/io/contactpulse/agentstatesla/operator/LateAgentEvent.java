package io.contactpulse.agentstatesla.operator;

import io.contactpulse.jobruntime.deadletter.Rejections;
import io.contactpulse.schema.AgentEvent;
import io.contactpulse.schema.DeadLetterReason;
import io.contactpulse.schema.RawRecord;
import io.contactpulse.schema.RejectedRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.functions.MapFunction;

/**
 * Makes a dead letter of an event that came after a newer one of the same agent. The stream keeps the order of one agent,
 * so this is rare; what such an event says is kept, normalised, until somebody looks into it.
 */
public final class LateAgentEvent implements MapFunction<AgentEvent, RejectedRecord> {
    private static final long serialVersionUID = 1L;
    private static final String STREAM = "agent-events";

    @Override
    public RejectedRecord map(AgentEvent event) {
        RawRecord record = RawRecord.newBuilder()
                .setStream(STREAM)
                .setArrivedAt(event.getArrivedAt())
                .setPayload(ByteBuffer.wrap(event.toString().getBytes(StandardCharsets.UTF_8)))
                .build();
        return Rejections.of(
                record, DeadLetterReason.LATE, "the event is older than another one already applied to its agent");
    }
}
