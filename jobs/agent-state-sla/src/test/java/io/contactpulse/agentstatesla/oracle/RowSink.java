package io.contactpulse.agentstatesla.oracle;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Brings what a job in this JVM writes straight to the test; collecting it through Flink's sockets takes far longer. */
final class RowSink<T extends SpecificRecord> implements Sink<T> {
    private static final long serialVersionUID = 1L;

    private static final Map<String, JobRows> RUNS = new ConcurrentHashMap<>();

    private final String run;

    private RowSink(String run) {
        this.run = run;
    }

    static String newRun() {
        String run = UUID.randomUUID().toString();
        RUNS.put(run, new JobRows());
        return run;
    }

    static <T extends SpecificRecord> RowSink<T> of(String run) {
        return new RowSink<>(run);
    }

    /** The rows of a run that is over; they are then forgotten here. */
    static JobRows take(String run) {
        return Optional.ofNullable(RUNS.remove(run)).orElseThrow();
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        JobRows rows = Optional.ofNullable(RUNS.get(run)).orElseThrow();
        return new SinkWriter<>() {
            @Override
            public void write(T row, Context context) {
                rows.add(row);
            }

            @Override
            public void flush(boolean endOfInput) {}

            @Override
            public void close() {}
        };
    }

    /** Flink 1.20 still declares this form, but calls the other. */
    @Override
    @Deprecated
    public SinkWriter<T> createWriter(InitContext context) {
        throw new UnsupportedOperationException("superseded by createWriter(WriterInitContext)");
    }
}
