package io.contactpulse.jobruntime.table;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Where rows of one type live. The schema itself says it (properties {@code table}, {@code key}, {@code day},
 * {@code retention}), so that DynamoDB, the lake, a replay and the infrastructure cannot disagree.
 */
public final class Table<T extends SpecificRecord> implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String VERSION = "version";

    private final Class<T> rowType;
    private final String name;
    private final List<String> key;
    private final String day;
    private final Duration retention;

    private Table(Class<T> rowType, Schema schema) {
        this.rowType = rowType;
        this.name = required(schema, "table").toString();
        this.key = stringList(required(schema, "key"));
        this.day = required(schema, "day").toString();
        this.retention = Duration.ofDays(
                Period.parse(required(schema, "retention").toString()).getDays());
    }

    public static <T extends SpecificRecord> Table<T> of(Class<T> rowType) {
        return new Table<>(rowType, SpecificData.get().getSchema(rowType));
    }

    public Class<T> rowType() {
        return rowType;
    }

    public Schema schema() {
        return SpecificData.get().getSchema(rowType);
    }

    public String name() {
        return name;
    }

    /** Names of the key's fields: the partition key, then the sort key if there is one. */
    public List<String> key() {
        return key;
    }

    /** Whether rows are overwritten by newer versions; otherwise they are written once. */
    public boolean isVersioned() {
        return schema().getField(VERSION) != null;
    }

    public long versionOf(T row) {
        return (Long) row.get(schema().getField(VERSION).pos());
    }

    /** The time that decides the lake's day and, with the retention, when DynamoDB may forget the row. */
    public Instant timeOf(T row) {
        Object time = row.get(schema().getField(day).pos());
        return time == null ? Instant.EPOCH : (Instant) time;
    }

    public String dayOf(T row) {
        return timeOf(row).atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    public Instant expiryOf(T row) {
        return timeOf(row).plus(retention);
    }

    private static Object required(Schema schema, String property) {
        Object value = schema.getObjectProp(property);
        if (value == null) {
            throw new IllegalArgumentException(
                    schema.getFullName() + " is no table row: its schema has no '" + property + "'");
        }
        return value;
    }

    private static List<String> stringList(Object value) {
        return ((List<?>) value).stream().map(Object::toString).collect(Collectors.toUnmodifiableList());
    }
}
