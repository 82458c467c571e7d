package io.contactpulse.jobruntime.decode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.zip.DeflaterOutputStream;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;

/** Builds Glue-framed Avro by hand, broken in any way a test needs. */
final class GlueFrames {
    static final UUID SCHEMA_ID = UUID.fromString("6b9a8e2f-1c7d-4f3a-9d25-0a4c5be17f01");

    private GlueFrames() {}

    static byte[] plain(byte[] body) {
        return frame(0, body);
    }

    static byte[] zlib(byte[] body) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(compressed)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return frame(5, compressed.toByteArray());
    }

    static byte[] frame(int compression, byte[] body) {
        return ByteBuffer.allocate(18 + body.length)
                .put((byte) 3)
                .put((byte) compression)
                .putLong(SCHEMA_ID.getMostSignificantBits())
                .putLong(SCHEMA_ID.getLeastSignificantBits())
                .put(body)
                .array();
    }

    static <R extends GenericContainer> byte[] binary(R record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            new GenericDatumWriter<R>(record.getSchema(), SpecificData.getForClass(record.getClass()))
                    .write(record, encoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
