package io.contactpulse.jobruntime.decode;

import io.contactpulse.schema.RawRecord;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What one input's records look like; implemented by the job that reads them. */
public interface RecordFormat<T> extends Serializable {
    /** The class of what is decoded, for Flink's serializer. */
    Class<T> type();

    /** Reads the fields of interest, in whatever order they come; what is left unread is checked and skipped. */
    T fromJson(RawRecord record, JsonFields fields) throws Unreadable;

    /** The Avro records that may come on this input, any version of them; none when it carries JSON only. */
    List<Class<? extends SpecificRecord>> avroTypes();

    /** {@code value} is of one of the {@link #avroTypes()}. */
    T fromAvro(RawRecord record, SpecificRecord value) throws Unreadable;

    /** When it happened; a time from the future makes the record a dead letter. */
    Instant timeOf(T value);
}
