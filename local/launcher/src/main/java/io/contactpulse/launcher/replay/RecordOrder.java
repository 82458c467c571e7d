package io.contactpulse.launcher.replay;

import io.contactpulse.jobruntime.decode.DecodeRecord;
import io.contactpulse.launcher.replay.Intake.Frame;
import io.contactpulse.launcher.replay.ReplayJob.Decoding;
import io.contactpulse.schema.RawRecord;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.CloseableIterator;

/**
 * Brings records into the order of a replay, which follows from what they say and not from how they were recorded. Those
 * that the job cannot read have no place in time and come last.
 */
final class RecordOrder {
    private final Path file;
    private final List<Frame> frames;
    private final Path scratch;
    private final Progress progress;

    RecordOrder(Path file, List<Frame> frames, Path scratch, Progress progress) {
        this.file = file;
        this.frames = frames;
        this.scratch = scratch;
        this.progress = progress;
    }

    /** The places of all readable records. A small job finds them, because decoding is a job's operator. */
    List<Position> positions(Map<String, ReplayStream> streams, Decoding decoding) throws Exception {
        LocalCluster cluster = new LocalCluster(scratch);
        DataStream<RawRecord> records =
                cluster.records(file, RecordFile.Numbers.IN_FILE, WatermarkStrategy.noWatermarks());
        List<Position> positions = new ArrayList<>(frames.size());
        DataStream<Position> found = streams.entrySet().stream()
                .map(stream ->
                        decoded(records, stream.getKey(), stream.getValue().format(), decoding))
                .reduce((one, other) -> one.union(other))
                .orElseThrow();
        try (CloseableIterator<Position> each = found.executeAndCollect("Order of a replay")) {
            while (each.hasNext()) {
                positions.add(each.next());
                progress.at(
                        () -> "decoded %,d of %,d records to order them".formatted(positions.size(), frames.size()));
            }
        }
        return positions;
    }

    private static DataStream<Position> decoded(
            DataStream<RawRecord> records, String stream, PositionFormat<?> format, Decoding decoding) {
        return records.filter(new OfStream(stream))
                .uid("only-" + stream)
                .process(new DecodeRecord<>(format, decoding.schemas(), decoding.futureCap()))
                .uid("positions-in-" + stream);
    }

    /**
     * Writes all records in order. Of those with the same place, which are one record delivered in several versions, only
     * the one with the greatest bytes is written. Returns how many readable records were.
     */
    long write(List<Position> positions, Path target) throws IOException {
        long written = 0;
        try (FileChannel source = FileChannel.open(file);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
            positions.sort(Position.ORDER.thenComparing(greaterBytesFirst(source)));
            BitSet readable = new BitSet(frames.size());
            Position before = new Position();
            for (Position position : positions) {
                readable.set((int) position.number);
                if (Position.ORDER.compare(before, position) == 0) {
                    continue;
                }
                before = position;
                written++;
                byte[] frame = frame(source, position.number);
                ByteBuffer.wrap(frame).putLong(RecordFile.EVENT_TIME, position.time);
                out.write(frame);
            }
            for (int number = readable.nextClearBit(0);
                    number < frames.size();
                    number = readable.nextClearBit(number + 1)) {
                out.write(frame(source, number));
            }
        }
        return written;
    }

    private Comparator<Position> greaterBytesFirst(FileChannel source) {
        return (one, other) -> {
            try {
                return Arrays.compareUnsigned(
                        RecordFile.payload(frame(source, other.number)), RecordFile.payload(frame(source, one.number)));
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        };
    }

    private byte[] frame(FileChannel source, long number) throws IOException {
        Frame frame = frames.get((int) number);
        ByteBuffer bytes = ByteBuffer.allocate(frame.length());
        while (bytes.hasRemaining()) {
            if (source.read(bytes, frame.position() + bytes.position()) < 0) {
                throw new IOException("the working file " + file + " has become shorter");
            }
        }
        return bytes.array();
    }
}
