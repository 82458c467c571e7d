package io.contactpulse.jobruntime.decode;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.util.Utf8;

/**
 * Reads Avro binary and believes no length it finds there: Avro's own decoder allocates what four bytes of rubbish
 * announce, up to two gigabytes, before it notices that the record ends. One instance per record.
 */
final class BoundedDecoder extends Decoder {
    private final BinaryDecoder in;
    private final int bound;
    private long items;

    BoundedDecoder(byte[] body) {
        this.in = DecoderFactory.get().binaryDecoder(body, null);
        this.bound = body.length;
    }

    boolean isAtEnd() throws IOException {
        return in.isEnd();
    }

    @Override
    public void readNull() throws IOException {
        in.readNull();
    }

    @Override
    public boolean readBoolean() throws IOException {
        return in.readBoolean();
    }

    @Override
    public int readInt() throws IOException {
        return in.readInt();
    }

    @Override
    public long readLong() throws IOException {
        return in.readLong();
    }

    @Override
    public float readFloat() throws IOException {
        return in.readFloat();
    }

    @Override
    public double readDouble() throws IOException {
        return in.readDouble();
    }

    @Override
    public Utf8 readString(Utf8 old) throws IOException {
        return new Utf8(bytes());
    }

    @Override
    public String readString() throws IOException {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void skipString() throws IOException {
        in.skipFixed(length());
    }

    @Override
    public ByteBuffer readBytes(ByteBuffer old) throws IOException {
        return ByteBuffer.wrap(bytes());
    }

    @Override
    public void skipBytes() throws IOException {
        in.skipFixed(length());
    }

    @Override
    public void readFixed(byte[] target, int start, int length) throws IOException {
        in.readFixed(target, start, length);
    }

    @Override
    public void skipFixed(int length) throws IOException {
        in.skipFixed(length);
    }

    @Override
    public int readEnum() throws IOException {
        return in.readEnum();
    }

    @Override
    public int readIndex() throws IOException {
        return in.readIndex();
    }

    @Override
    public long readArrayStart() throws IOException {
        return itemCount();
    }

    @Override
    public long arrayNext() throws IOException {
        return itemCount();
    }

    /** Items are skipped one by one, as the caller does with what is left: a block's byte count cannot be trusted. */
    @Override
    public long skipArray() throws IOException {
        return itemCount();
    }

    @Override
    public long readMapStart() throws IOException {
        return itemCount();
    }

    @Override
    public long mapNext() throws IOException {
        return itemCount();
    }

    @Override
    public long skipMap() throws IOException {
        return itemCount();
    }

    private byte[] bytes() throws IOException {
        byte[] bytes = new byte[length()];
        in.readFixed(bytes, 0, bytes.length);
        return bytes;
    }

    private int length() throws IOException {
        long length = in.readLong();
        if (length < 0 || length > bound) {
            throw new EOFException("a length exceeds the record");
        }
        return (int) length;
    }

    /** A negative count is followed by the block's size in bytes. Every item takes a byte at least. */
    private long itemCount() throws IOException {
        long count = in.readLong();
        if (count < 0) {
            in.readLong();
            count = -count;
        }
        items += count;
        if (count < 0 || items > bound) {
            throw new EOFException("a number of items exceeds the record");
        }
        return count;
    }
}
