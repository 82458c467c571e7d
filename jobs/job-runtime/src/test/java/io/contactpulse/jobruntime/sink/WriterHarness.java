package io.contactpulse.jobruntime.sink;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.SupportsWriterState;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.metrics.Histogram;

/**
 * A sink's writer on the test's own thread: time moves and answers are taken in only when the test says so, hence a
 * thousand of them run in seconds.
 */
final class WriterHarness<I, S> implements AutoCloseable {
    private static final SinkWriter.Context NO_TIMES = new SinkWriter.Context() {
        @Override
        public long currentWatermark() {
            return Long.MIN_VALUE;
        }

        @Override
        public Long timestamp() {
            return Long.MIN_VALUE;
        }
    };

    private final WriterTestContext context = new WriterTestContext();
    private final SimpleVersionedSerializer<S> serializer;
    private final StatefulSinkWriter<I, S> writer;

    private WriterHarness(SupportsWriterState<I, S> sink, Collection<S> state) throws IOException {
        serializer = sink.getWriterStateSerializer();
        writer = sink.restoreWriter(context, state);
    }

    static <I, S> WriterHarness<I, S> open(SupportsWriterState<I, S> sink) throws IOException {
        return new WriterHarness<>(sink, List.of());
    }

    /** A new writer that goes on from a snapshot. */
    static <I, S> WriterHarness<I, S> restore(SupportsWriterState<I, S> sink, List<byte[]> snapshot)
            throws IOException {
        SimpleVersionedSerializer<S> serializer = sink.getWriterStateSerializer();
        List<S> state = new ArrayList<>();
        for (byte[] bytes : snapshot) {
            state.add(serializer.deserialize(serializer.getVersion(), bytes));
        }
        return new WriterHarness<>(sink, state);
    }

    void write(I element) throws Exception {
        writer.write(element, NO_TIMES);
    }

    void writeAll(Collection<I> elements) throws Exception {
        for (I element : elements) {
            write(element);
        }
    }

    /** Lets as much time pass as the writer may buffer for. */
    void passFlushInterval() throws Exception {
        context.time().advance(100);
    }

    /** Takes in the answers that have arrived. */
    void takeAnswers() throws Exception {
        while (context.getMailboxExecutor().tryYield()) {
            continue;
        }
    }

    /** What a checkpoint does: waits for everything sent, then keeps what is buffered. */
    List<byte[]> snapshot() throws Exception {
        writer.flush(false);
        List<byte[]> snapshot = new ArrayList<>();
        for (S state : writer.snapshotState(1)) {
            snapshot.add(serializer.serialize(state));
        }
        return snapshot;
    }

    /** What the end of the input does: waits until everything is acknowledged. */
    void finish() throws Exception {
        writer.flush(true);
    }

    long counter(String name) {
        return context.metrics().getCounter(name).orElseThrow().getCount();
    }

    Histogram histogram(String name) {
        return context.metrics().getHistogram(name).orElseThrow();
    }

    WriterTestContext context() {
        return context;
    }

    @Override
    public void close() throws Exception {
        writer.close();
    }
}
