package io.contactpulse.jobruntime;

import io.contactpulse.schema.RawRecord;
import java.nio.ByteBuffer;

/** Reads a record's bytes without moving its buffer, because other operators read the same record. */
public final class Payload {
    private Payload() {}

    /** The bytes of the record; not to be changed, as they may be the record's own array. */
    public static byte[] of(RawRecord record) {
        ByteBuffer buffer = record.getPayload();
        if (buffer.hasArray() && buffer.arrayOffset() == 0 && buffer.remaining() == buffer.array().length) {
            return buffer.array();
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
