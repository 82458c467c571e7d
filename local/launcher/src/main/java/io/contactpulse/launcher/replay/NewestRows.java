package io.contactpulse.launcher.replay;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * What a table holds in the end: of every key the newest version, unless that says the row is deleted. Of two rows that
 * are equally new the one with the greater bytes stays.
 */
final class NewestRows<T extends SpecificRecord> {
    private final List<String> key;
    private final RowJson json;
    private final Map<RowKey, T> rows = new TreeMap<>();

    NewestRows(List<String> key, RowJson json) {
        this.key = key;
        this.json = json;
    }

    void add(T row) {
        rows.merge(RowKey.of(row, key), row, this::newer);
    }

    /** The rows as lines of JSON, sorted by key. */
    Stream<byte[]> lines() {
        return rows.values().stream().filter(row -> !isDeleted(row)).map(json::write);
    }

    private T newer(T one, T other) {
        int order = Long.compare(version(one), version(other));
        if (order == 0) {
            order = Arrays.compareUnsigned(json.write(one), json.write(other));
        }
        return order < 0 ? other : one;
    }

    /** Rows without versions are written once and never change. */
    private static long version(SpecificRecord row) {
        return field(row, "version").map(value -> (Long) value).orElse(0L);
    }

    private static boolean isDeleted(SpecificRecord row) {
        return field(row, "deleted").map(value -> (Boolean) value).orElse(false);
    }

    private static Optional<Object> field(SpecificRecord row, String name) {
        Schema.Field field = row.getSchema().getField(name);
        return field == null ? Optional.empty() : Optional.ofNullable(row.get(field.pos()));
    }
}
