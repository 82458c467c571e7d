package io.contactpulse.launcher.replay;

import io.contactpulse.jobruntime.decode.JsonFields;
import io.contactpulse.jobruntime.decode.RecordFormat;
import io.contactpulse.jobruntime.decode.Unreadable;
import io.contactpulse.schema.RawRecord;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.util.function.SerializableFunction;

/**
 * Reads of a record only its place in a replay, through the job's own format, so that a record has a place exactly if the
 * job can read it.
 */
final class PositionFormat<T> implements RecordFormat<Position> {
    private static final long serialVersionUID = 1L;

    private final RecordFormat<T> format;
    private final SerializableFunction<T, Position> position;

    PositionFormat(RecordFormat<T> format, SerializableFunction<T, Position> position) {
        this.format = format;
        this.position = position;
    }

    @Override
    public Class<Position> type() {
        return Position.class;
    }

    @Override
    public Position fromJson(RawRecord record, JsonFields fields) throws Unreadable {
        return positionOf(record, format.fromJson(record, fields));
    }

    @Override
    public List<Class<? extends SpecificRecord>> avroTypes() {
        return format.avroTypes();
    }

    @Override
    public Position fromAvro(RawRecord record, SpecificRecord value) throws Unreadable {
        return positionOf(record, format.fromAvro(record, value));
    }

    @Override
    public Instant timeOf(Position value) {
        return Instant.ofEpochMilli(value.time);
    }

    private Position positionOf(RawRecord record, T value) {
        return position.apply(value).ofRecord(record.getStream(), Long.parseLong(record.getSequenceNumber()));
    }
}
