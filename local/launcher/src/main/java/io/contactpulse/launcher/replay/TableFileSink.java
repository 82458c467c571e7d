package io.contactpulse.launcher.replay;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Holds the rows of one table and writes them to a file when the last has come. Runs with a parallelism of one. */
final class TableFileSink<T extends SpecificRecord> implements Sink<T> {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final List<String> key;
    private final Set<String> jsonFields;

    TableFileSink(Path file, List<String> key, Set<String> jsonFields) {
        this.file = file.toString();
        this.key = key;
        this.jsonFields = jsonFields;
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        return new Writer<>(Path.of(file), new NewestRows<>(key, new RowJson(jsonFields)));
    }

    /** Flink 1.20 still declares this form, but calls the other. */
    @Override
    @Deprecated
    public SinkWriter<T> createWriter(InitContext context) {
        throw new UnsupportedOperationException("superseded by createWriter(WriterInitContext)");
    }

    private static final class Writer<T extends SpecificRecord> implements SinkWriter<T> {
        private final Path file;
        private final NewestRows<T> rows;

        private Writer(Path file, NewestRows<T> rows) {
            this.file = file;
            this.rows = rows;
        }

        @Override
        public void write(T row, Context context) {
            rows.add(row);
        }

        @Override
        public void flush(boolean endOfInput) throws IOException {
            if (!endOfInput) {
                return;
            }
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                for (Iterator<byte[]> lines = rows.lines().iterator(); lines.hasNext(); ) {
                    out.write(lines.next());
                    out.write('\n');
                }
            }
        }

        @Override
        public void close() {}
    }
}
