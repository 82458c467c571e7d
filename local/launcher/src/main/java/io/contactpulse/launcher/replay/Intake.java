package io.contactpulse.launcher.replay;

import io.contactpulse.launcher.replay.recording.RecordedPayload;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes the records that are read to a file, each payload once. A payload that comes more than once counts as having
 * arrived when it first did, whichever copy is read first. Takes about 200 bytes of memory per record.
 */
final class Intake implements Closeable {
    /** Where a record stands in the file, and when it arrived. */
    record Frame(long position, int length, long arrivedAt) {}

    private record Digest(long first, long second, long third, long fourth) {}

    private final Path file;
    private final OutputStream out;
    private final MessageDigest sha256;
    private final List<Frame> frames = new ArrayList<>();
    private final Map<Digest, Integer> numbers = new HashMap<>();
    private final Set<Integer> corrected = new HashSet<>();
    private long position;
    private long read;

    Intake(Path file) throws IOException {
        this.file = file;
        this.sha256 = sha256();
        this.out = new BufferedOutputStream(Files.newOutputStream(file));
    }

    void add(String stream, RecordedPayload record) throws IOException {
        read++;
        long arrivedAt = record.arrivedAt().map(Instant::toEpochMilli).orElse(RecordFile.NO_TIME);
        Integer known = numbers.putIfAbsent(digest(stream, record.bytes()), frames.size());
        if (known != null) {
            correctArrival(known, arrivedAt);
            return;
        }
        byte[] frame = RecordFile.frame(stream, record.bytes(), arrivedAt);
        out.write(frame);
        frames.add(new Frame(position, frame.length, arrivedAt));
        position += frame.length;
    }

    /** How many records were added. */
    long read() {
        return read;
    }

    /** The distinct ones, in the order of the file, which is complete now. */
    List<Frame> finish() throws IOException {
        out.close();
        numbers.clear();
        try (RandomAccessFile writer = new RandomAccessFile(file.toFile(), "rw")) {
            for (int number : corrected) {
                Frame frame = frames.get(number);
                writer.seek(frame.position() + RecordFile.ARRIVED_AT);
                writer.writeLong(frame.arrivedAt());
            }
        }
        return frames;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void correctArrival(int number, long arrivedAt) {
        Frame frame = frames.get(number);
        boolean earlier = frame.arrivedAt() == RecordFile.NO_TIME || arrivedAt < frame.arrivedAt();
        if (arrivedAt != RecordFile.NO_TIME && earlier) {
            frames.set(number, new Frame(frame.position(), frame.length(), arrivedAt));
            corrected.add(number);
        }
    }

    private Digest digest(String stream, byte[] payload) {
        sha256.update(stream.getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) 0);
        ByteBuffer digest = ByteBuffer.wrap(sha256.digest(payload));
        return new Digest(digest.getLong(), digest.getLong(), digest.getLong(), digest.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
