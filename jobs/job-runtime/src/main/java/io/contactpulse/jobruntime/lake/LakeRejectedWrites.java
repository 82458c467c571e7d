package io.contactpulse.jobruntime.lake;

import io.contactpulse.jobruntime.deadletter.RejectedWrites;
import io.contactpulse.jobruntime.table.Table;
import io.contactpulse.schema.DeadLetter;
import io.contactpulse.schema.RejectedRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.serialization.BulkWriter;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.fs.RecoverableFsDataOutputStream;
import org.apache.flink.util.IOUtils;

/**
 * Writes what a sink's target refused straight to the lake, outside of checkpoints. The files are named after the
 * content's hash, so that the same refusal after a restart replaces them. Blocks until both are durable.
 */
public final class LakeRejectedWrites implements RejectedWrites {
    private static final long serialVersionUID = 1L;

    private final LakeSettings settings;
    private final Table<DeadLetter> table = Table.of(DeadLetter.class);
    private final RawLetters rawLetters = new RawLetters();

    public LakeRejectedWrites(LakeSettings settings) {
        this.settings = settings;
    }

    @Override
    public void keep(RejectedRecord rejected) {
        DeadLetter letter = rejected.getLetter();
        String file = DayBuckets.folderOf(table, letter) + "/refused-" + letter.getSha256();
        try {
            write(
                    settings.deadLettersRawPath() + "/" + file + RawLetters.SUFFIX,
                    out -> rawLetters.encode(rejected, out));
            write(settings.pathOf(table.name()) + "/" + file + ".parquet", out -> writeRow(letter, out));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a dead letter in " + settings.pathOf(table.name()), e);
        }
    }

    private void writeRow(DeadLetter letter, RecoverableFsDataOutputStream out) throws IOException {
        BulkWriter<DeadLetter> writer = ParquetRows.writerFactory(table).create(out);
        writer.addElement(letter);
        writer.finish();
    }

    /** A recoverable stream, because its file appears whole or not at all on every file system. */
    private static void write(String file, Content content) throws IOException {
        Path path = new Path(file);
        RecoverableFsDataOutputStream out =
                path.getFileSystem().createRecoverableWriter().open(path);
        try {
            content.writeTo(out);
        } catch (IOException | RuntimeException e) {
            IOUtils.closeQuietly(out);
            throw e;
        }
        // This closes the stream; on S3 closing it once more fails.
        out.closeForCommit().commit();
    }

    private interface Content {
        void writeTo(RecoverableFsDataOutputStream out) throws IOException;
    }
}
