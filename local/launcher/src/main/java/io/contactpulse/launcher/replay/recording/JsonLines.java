package io.contactpulse.launcher.replay.recording;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** One record per line. What a line says is not looked at; blank lines are none. */
final class JsonLines {
    private static final int CHUNK = 1 << 16;

    private final RecordConsumer records;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    JsonLines(RecordConsumer records) {
        this.records = records;
    }

    void read(InputStream content) throws IOException {
        byte[] chunk = new byte[CHUNK];
        for (int length = content.read(chunk); length >= 0; length = content.read(chunk)) {
            take(chunk, length);
        }
        endLine();
    }

    private void take(byte[] chunk, int length) throws IOException {
        int begin = 0;
        for (int at = 0; at < length; at++) {
            if (chunk[at] == '\n') {
                line.write(chunk, begin, at - begin);
                endLine();
                begin = at + 1;
            }
        }
        line.write(chunk, begin, length - begin);
        ByteWindow.checked(line.size());
    }

    private void endLine() throws IOException {
        byte[] bytes = line.toByteArray();
        line.reset();
        byte[] record = JsonSpace.trimmed(bytes, 0, bytes.length);
        if (record.length > 0) {
            records.accept(RecordedPayload.withoutArrival(record));
        }
    }
}
