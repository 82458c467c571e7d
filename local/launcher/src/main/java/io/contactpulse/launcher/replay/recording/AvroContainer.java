package io.contactpulse.launcher.replay.recording;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/**
 * An Avro container. Each of its records is framed as the schema registry's clients do it, so that a job reads it as it
 * reads a stream. A damaged stretch, up to the next mark between blocks, is one unreadable record.
 */
final class AvroContainer {
    private static final byte FRAME_VERSION = 3;
    private static final byte UNCOMPRESSED = 0;
    private static final int FRAME_HEADER = 2 + 2 * Long.BYTES;

    private final Path file;
    private final ContainerSchemas schemas;
    private final RecordConsumer records;

    AvroContainer(Path file, ContainerSchemas schemas, RecordConsumer records) {
        this.file = file;
        this.schemas = schemas;
        this.records = records;
    }

    void read() throws IOException {
        long length = Files.size(file);
        long position = 0;
        while (position < length) {
            long damage = readFrom(position, length);
            position = damage == length ? length : markAfter(damage, length);
            if (damage < position) {
                records.accept(RecordedPayload.withoutArrival(bytes(damage, position)));
            }
        }
    }

    /** Where the first damaged block begins; the length of the file when there is none. */
    private long readFrom(long position, long length) throws IOException {
        try (DataFileReader<Object> container = open()) {
            if (position > 0) {
                container.seek(position);
            }
            UUID schemaId = schemas.add(container.getSchema());
            for (Optional<Object> next = next(container); next.isPresent(); next = next(container)) {
                records.accept(RecordedPayload.withoutArrival(framed(schemaId, container.getSchema(), next.get())));
            }
            return length;
        } catch (Damage damage) {
            return damage.position;
        }
    }

    private long markAfter(long position, long length) throws IOException {
        try (DataFileReader<Object> container = open()) {
            container.sync(position + 1);
            return container.previousSync();
        } catch (Damage notEvenAHeader) {
            return length;
        }
    }

    private DataFileReader<Object> open() throws Damage {
        try {
            return new DataFileReader<>(file.toFile(), new GenericDatumReader<>());
        } catch (IOException | RuntimeException noContainer) {
            throw new Damage(0);
        }
    }

    private static Optional<Object> next(DataFileReader<Object> container) throws Damage {
        try {
            return container.hasNext() ? Optional.of(container.next()) : Optional.empty();
        } catch (RuntimeException damagedBlock) {
            throw new Damage(container.previousSync());
        }
    }

    private static byte[] framed(UUID schemaId, Schema schema, Object record) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(ByteBuffer.allocate(FRAME_HEADER)
                .put(FRAME_VERSION)
                .put(UNCOMPRESSED)
                .putLong(schemaId.getMostSignificantBits())
                .putLong(schemaId.getLeastSignificantBits())
                .array());
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(frame, null);
        new GenericDatumWriter<>(schema).write(record, encoder);
        return frame.toByteArray();
    }

    private byte[] bytes(long from, long to) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            content.skipNBytes(from);
            return content.readNBytes((int) Math.min(to - from, Integer.MAX_VALUE - Long.BYTES));
        }
    }

    /** From that position on, the file is not what a container is. */
    private static final class Damage extends Exception {
        private static final long serialVersionUID = 1L;

        private final long position;

        private Damage(long position) {
            super(null, null, false, false);
            this.position = position;
        }
    }
}
