package io.contactpulse.jobruntime.sink;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.io.JsonEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** Avro bytes of one record type: binary for state, JSON for a dead letter that a person may have to read. */
final class RowCodec<T extends SpecificRecord> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Class<T> type;

    private RowCodec(Class<T> type) {
        this.type = type;
    }

    static <T extends SpecificRecord> RowCodec<T> of(Class<T> type) {
        return new RowCodec<>(type);
    }

    Schema schema() {
        return SpecificData.get().getSchema(type);
    }

    byte[] binary(T row) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        write(row, encoder);
        return bytes.toByteArray();
    }

    byte[] json(T row) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            JsonEncoder encoder = EncoderFactory.get().jsonEncoder(schema(), bytes);
            write(row, encoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Reads what a writer of another version of the schema may have written. */
    T read(byte[] binary, Schema writer) throws IOException {
        SpecificDatumReader<T> reader = new SpecificDatumReader<>(writer, schema(), SpecificData.getForClass(type));
        return reader.read(null, DecoderFactory.get().binaryDecoder(binary, null));
    }

    private void write(T row, Encoder encoder) {
        try {
            new SpecificDatumWriter<T>(schema(), SpecificData.getForClass(type)).write(row, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
