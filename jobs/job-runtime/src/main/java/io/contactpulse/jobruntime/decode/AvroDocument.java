package io.contactpulse.jobruntime.decode;

import io.contactpulse.schema.DeadLetterReason;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/** Reads Glue-framed Avro into the generated class of the same full name, whatever version it was written with. */
final class AvroDocument {
    private final WriterSchemas schemas;
    private final Map<String, Class<? extends SpecificRecord>> types;

    /** Comparing schemas costs many times what decoding does; there are only as many as versions were registered. */
    private final Map<UUID, Class<? extends SpecificRecord>> typeBySchema = new HashMap<>();

    AvroDocument(WriterSchemas schemas, List<Class<? extends SpecificRecord>> types) {
        this.schemas = schemas;
        this.types = types.stream().collect(Collectors.toUnmodifiableMap(Class::getName, Function.identity()));
    }

    SpecificRecord read(byte[] payload) throws Unreadable {
        if (types.isEmpty()) {
            throw wrongType("is Avro, but this input carries JSON only");
        }
        GlueFrame frame = GlueFrame.open(payload);
        Schema writer = schemas.find(frame.schemaId())
                .orElseThrow(() -> new Unreadable(
                        DeadLetterReason.UNKNOWN_SCHEMA,
                        "the schema registry has no Avro schema version " + frame.schemaId()));
        Class<? extends SpecificRecord> type = typeBySchema.get(frame.schemaId());
        if (type == null) {
            type = typeFor(writer);
            typeBySchema.put(frame.schemaId(), type);
        }
        return decode(frame.body(), writer, type);
    }

    private Class<? extends SpecificRecord> typeFor(Schema writer) throws Unreadable {
        Class<? extends SpecificRecord> type = types.get(writer.getFullName());
        if (type == null) {
            throw wrongType(
                    "is a " + writer.getFullName() + "; this input carries " + String.join(", ", types.keySet()));
        }
        Schema reader = SpecificData.get().getSchema(type);
        if (!writer.equals(reader)
                && SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                                .getType()
                        != SchemaCompatibilityType.COMPATIBLE) {
            throw wrongType("is a " + writer.getFullName() + " of a version that this release cannot read");
        }
        return type;
    }

    /**
     * A new decoder and reader per record, because both stay broken after a bad one. Rubbish makes Avro throw whatever
     * its code runs into, hence the wide catch: it is the boundary where bytes become values.
     */
    private static <R extends SpecificRecord> R decode(byte[] body, Schema writer, Class<R> type) throws Unreadable {
        BoundedDecoder decoder = new BoundedDecoder(body);
        SpecificDatumReader<R> reader =
                new SpecificDatumReader<>(writer, SpecificData.get().getSchema(type), SpecificData.getForClass(type));
        R value;
        boolean atEnd;
        try {
            value = reader.read(null, decoder);
            atEnd = decoder.isAtEnd();
        } catch (IOException | RuntimeException e) {
            throw malformed("does not follow its schema " + writer.getFullName());
        }
        if (!atEnd) {
            throw malformed("goes on after the end of its " + writer.getFullName());
        }
        return value;
    }

    private static Unreadable wrongType(String what) {
        return new Unreadable(DeadLetterReason.WRONG_RECORD_TYPE, "the record " + what);
    }

    private static Unreadable malformed(String what) {
        return new Unreadable(DeadLetterReason.MALFORMED_AVRO, "the Avro record " + what);
    }
}
