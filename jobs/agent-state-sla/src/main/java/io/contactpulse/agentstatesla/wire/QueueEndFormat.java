package io.contactpulse.agentstatesla.wire;

import io.contactpulse.jobruntime.decode.JsonFields;
import io.contactpulse.jobruntime.decode.RecordFormat;
import io.contactpulse.jobruntime.decode.Unreadable;
import io.contactpulse.schema.QueueEntry;
import io.contactpulse.schema.RawRecord;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * The contact records, as far as they tell how a contact left a queue. Every readable record gives an entry; one of a contact
 * that never waited in a queue gives an entry without an end, which is of no queue.
 */
public final class QueueEndFormat implements RecordFormat<QueueEntry> {
    private static final long serialVersionUID = 1L;

    @Override
    public Class<QueueEntry> type() {
        return QueueEntry.class;
    }

    @Override
    public QueueEntry fromJson(RawRecord record, JsonFields fields) throws Unreadable {
        return ContactRecord.read(fields).toEntry();
    }

    @Override
    public List<Class<? extends SpecificRecord>> avroTypes() {
        return List.of();
    }

    @Override
    public QueueEntry fromAvro(RawRecord record, SpecificRecord value) {
        throw new IllegalStateException(
                "contact records come in JSON only, not as " + value.getSchema().getName());
    }

    @Override
    public Instant timeOf(QueueEntry entry) {
        return entry.getAt();
    }
}
