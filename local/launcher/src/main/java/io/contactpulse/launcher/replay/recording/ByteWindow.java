package io.contactpulse.launcher.replay.recording;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The part of a file that is still needed, addressed by positions in the file. It grows at its end as it is read. */
final class ByteWindow {
    private static final int CHUNK = 1 << 16;
    private static final int LARGEST = 1 << 29;

    private final InputStream content;
    private byte[] bytes = new byte[2 * CHUNK];
    private long begin;
    private int length;

    ByteWindow(InputStream content) {
        this.content = content;
    }

    /** Where the window ends; what lies beyond has not been read yet. */
    long end() {
        return begin + length;
    }

    byte at(long position) {
        return bytes[index(position)];
    }

    /** The window's own array; {@link #index} tells where in it a position is, until the next call of this class. */
    byte[] array() {
        return bytes;
    }

    int index(long position) {
        return (int) (position - begin);
    }

    /** Reads on; false at the end of the file. */
    boolean extend() throws IOException {
        if (length + CHUNK > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * checked(bytes.length));
        }
        int read = content.read(bytes, length, CHUNK);
        length += Math.max(read, 0);
        return read >= 0;
    }

    /** Returns the size unless it is one that no record has. */
    static int checked(int size) throws IOException {
        if (size >= LARGEST) {
            throw new IOException("it holds a record of more than " + LARGEST + " bytes");
        }
        return size;
    }

    /** Everything before that position is no longer needed. */
    void forgetBefore(long position) {
        int kept = index(position);
        System.arraycopy(bytes, kept, bytes, 0, length - kept);
        length -= kept;
        begin = position;
    }

    byte[] trimmed(long from, long to) {
        return JsonSpace.trimmed(bytes, index(from), index(to));
    }
}
