package io.contactpulse.jobruntime.sink;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.RequestEntryWrapper;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Rows that were buffered when a snapshot was taken: the schema they were written with once, then each row in Avro
 * binary. A job with a newer schema reads them by Avro's rules and makes its entries anew from the rows.
 */
final class RowStateSerializer<T extends SpecificRecord, E extends BufferedRow<T>>
        implements SimpleVersionedSerializer<BufferedRequestState<E>> {
    private static final int VERSION = 1;

    private final RowCodec<T> codec;
    private final Function<T, E> entryOf;

    RowStateSerializer(RowCodec<T> codec, Function<T, E> entryOf) {
        this.codec = codec;
        this.entryOf = entryOf;
    }

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(BufferedRequestState<E> state) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out, codec.schema().toString().getBytes(StandardCharsets.UTF_8));
            out.writeInt(state.getBufferedRequestEntries().size());
            for (RequestEntryWrapper<E> entry : state.getBufferedRequestEntries()) {
                write(out, codec.binary(entry.getRequestEntry().row()));
            }
        }
        return bytes.toByteArray();
    }

    @Override
    public BufferedRequestState<E> deserialize(int version, byte[] serialized) throws IOException {
        if (version != VERSION) {
            throw new IOException("cannot read sink state of version " + version + "; this program knows " + VERSION
                    + ": start the program that wrote it");
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(serialized));
        Schema writer = new Schema.Parser().parse(new String(read(in), StandardCharsets.UTF_8));
        int count = in.readInt();
        List<RequestEntryWrapper<E>> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            E entry = entryOf.apply(codec.read(read(in), writer));
            entries.add(new RequestEntryWrapper<>(entry, entry.size()));
        }
        return new BufferedRequestState<>(entries);
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] read(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return bytes;
    }
}
