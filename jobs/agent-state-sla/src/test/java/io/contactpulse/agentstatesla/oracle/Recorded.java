package io.contactpulse.agentstatesla.oracle;

import io.contactpulse.jobruntime.decode.WriterSchemas;
import io.contactpulse.schema.AgentStateChange;
import io.contactpulse.schema.RawRecord;
import io.contactpulse.simulator.SimulatedEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;

/** One record of a recording: what Connect writes in JSON of a person, or what an AI agent publishes in Avro. */
record Recorded(Instant at, Optional<String> json, Optional<AgentStateChange> change) {
    /** Knows the one schema that AI agents' records are framed with here. */
    static final WriterSchemas SCHEMAS = schemaVersion -> Optional.of(AgentStateChange.getClassSchema());

    private static final UUID SCHEMA_VERSION = new UUID(0, 1);
    private static final int HEADER = 18;

    static Recorded of(SimulatedEvent event) {
        return new Recorded(event.at(), Optional.of(event.json()), Optional.empty());
    }

    static Recorded of(AgentStateChange change) {
        return new Recorded(change.getAt(), Optional.empty(), Optional.of(change));
    }

    /** As it comes from its stream; a replay tells no arrival, a live stream no event time. */
    RawRecord.Builder raw() {
        byte[] payload =
                json.map(text -> text.getBytes(StandardCharsets.UTF_8)).orElseGet(() -> framed(change.orElseThrow()));
        return RawRecord.newBuilder().setStream("agent-events").setPayload(ByteBuffer.wrap(payload));
    }

    private static byte[] framed(AgentStateChange change) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        ByteBuffer header = ByteBuffer.allocate(HEADER).put((byte) 3).put((byte) 0);
        header.putLong(SCHEMA_VERSION.getMostSignificantBits()).putLong(SCHEMA_VERSION.getLeastSignificantBits());
        bytes.writeBytes(header.array());
        try {
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            new SpecificDatumWriter<>(AgentStateChange.class).write(change, encoder);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return bytes.toByteArray();
    }
}
