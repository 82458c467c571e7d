package io.contactpulse.jobruntime.decode;

import io.contactpulse.schema.RawRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * A format for tests: {@code {"Id": …, "At": …, "Note": …}}, or a RawRecord in Avro. Decoded into a RawRecord with the id
 * as stream, the note as payload, because this module has no records of its own.
 */
final class SampleFormat implements RecordFormat<RawRecord> {
    private static final long serialVersionUID = 1L;

    @Override
    public Class<RawRecord> type() {
        return RawRecord.class;
    }

    @Override
    public RawRecord fromJson(RawRecord record, JsonFields fields) throws Unreadable {
        RawRecord.Builder sample = RawRecord.newBuilder().setPayload(ByteBuffer.allocate(0));
        while (fields.next()) {
            switch (fields.name()) {
                case "Id":
                    sample.setStream(fields.keyText());
                    break;
                case "At":
                    sample.setArrivedAt(fields.keyInstant());
                    break;
                case "Note":
                    fields.text().ifPresent(note -> sample.setPayload(note(note)));
                    break;
                default:
                    break;
            }
        }
        if (!sample.hasStream()) {
            throw Unreadable.missing("Id");
        }
        if (!sample.hasArrivedAt()) {
            throw Unreadable.missing("At");
        }
        return sample.build();
    }

    @Override
    public List<Class<? extends SpecificRecord>> avroTypes() {
        return List.of(RawRecord.class);
    }

    @Override
    public RawRecord fromAvro(RawRecord record, SpecificRecord value) throws Unreadable {
        RawRecord sample = (RawRecord) value;
        KeyText.checked("stream", sample.getStream());
        return sample;
    }

    @Override
    public Instant timeOf(RawRecord value) {
        return value.getArrivedAt();
    }

    static RawRecord sample(String id, Instant at, String note) {
        return RawRecord.newBuilder()
                .setStream(id)
                .setArrivedAt(at)
                .setPayload(note(note))
                .build();
    }

    private static ByteBuffer note(String note) {
        return ByteBuffer.wrap(note.getBytes(StandardCharsets.UTF_8));
    }
}
