package io.contactpulse.launcher.replay;

import io.contactpulse.schema.RawRecord;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.reader.SimpleStreamFormat;
import org.apache.flink.connector.file.src.reader.StreamFormat;
import org.apache.flink.core.fs.FSDataInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Records on their way into the job, in a file, because they may be more than memory holds. A frame is the length of the
 * rest (int), time of arrival and of the event (long), length of the stream's name (int), the name, and the payload.
 */
final class RecordFile {
    static final int ARRIVED_AT = Integer.BYTES;
    static final int EVENT_TIME = ARRIVED_AT + Long.BYTES;
    static final long NO_TIME = Long.MIN_VALUE;

    private static final int NAME = EVENT_TIME + Long.BYTES;

    private RecordFile() {}

    static byte[] frame(String stream, byte[] payload, long arrivedAt) {
        byte[] name = stream.getBytes(StandardCharsets.UTF_8);
        int length = NAME + Integer.BYTES + name.length + payload.length;
        return ByteBuffer.allocate(length)
                .putInt(length - Integer.BYTES)
                .putLong(arrivedAt)
                .putLong(NO_TIME)
                .putInt(name.length)
                .put(name)
                .put(payload)
                .array();
    }

    static byte[] payload(byte[] frame) {
        ByteBuffer fields = ByteBuffer.wrap(frame);
        fields.position(NAME + Integer.BYTES + fields.getInt(NAME));
        byte[] payload = new byte[fields.remaining()];
        fields.get(payload);
        return payload;
    }

    /** Whether records are told apart by their number in the file, which stands in for the sequence number. */
    enum Numbers {
        NONE,
        IN_FILE
    }

    static StreamFormat<RawRecord> format(Numbers numbers) {
        return new Format(numbers);
    }

    private static final class Format extends SimpleStreamFormat<RawRecord> {
        private static final long serialVersionUID = 1L;

        private final Numbers numbers;

        private Format(Numbers numbers) {
            this.numbers = numbers;
        }

        @Override
        public Reader<RawRecord> createReader(Configuration settings, FSDataInputStream content) {
            return new FrameReader(new DataInputStream(new BufferedInputStream(content)), numbers);
        }

        @Override
        public TypeInformation<RawRecord> getProducedType() {
            return TypeInformation.of(RawRecord.class);
        }
    }

    private static final class FrameReader implements StreamFormat.Reader<RawRecord> {
        private final DataInputStream content;
        private final Numbers numbers;
        private long number;

        private FrameReader(DataInputStream content, Numbers numbers) {
            this.content = content;
            this.numbers = numbers;
        }

        @Override
        public @Nullable RawRecord read() throws IOException {
            byte[] length = content.readNBytes(Integer.BYTES);
            if (length.length == 0) {
                return null;
            }
            byte[] frame = new byte[Integer.BYTES + ByteBuffer.wrap(length).getInt()];
            content.readFully(frame, Integer.BYTES, frame.length - Integer.BYTES);
            ByteBuffer fields = ByteBuffer.wrap(frame);
            return RawRecord.newBuilder()
                    .setStream(new String(frame, NAME + Integer.BYTES, fields.getInt(NAME), StandardCharsets.UTF_8))
                    .setSequenceNumber(numbers == Numbers.IN_FILE ? Long.toString(number++) : null)
                    .setArrivedAt(time(fields.getLong(ARRIVED_AT)))
                    .setEventTime(time(fields.getLong(EVENT_TIME)))
                    .setPayload(ByteBuffer.wrap(payload(frame)))
                    .build();
        }

        @Override
        public void close() throws IOException {
            content.close();
        }

        private static @Nullable Instant time(long millis) {
            return millis == NO_TIME ? null : Instant.ofEpochMilli(millis);
        }
    }
}
