package io.contactpulse.launcher.replay;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Values of a row's key fields. Sorts texts by their characters, numbers by size and times by their order. */
record RowKey(List<Comparable<Object>> values) implements Comparable<RowKey> {
    @SuppressWarnings("unchecked") // all values of one key field are of one class
    static RowKey of(SpecificRecord row, List<String> fields) {
        List<Comparable<Object>> values = new ArrayList<>();
        for (String field : fields) {
            Object value = row.get(row.getSchema().getField(field).pos());
            if (!(value instanceof Comparable<?>)) {
                throw new IllegalStateException(
                        "key field " + field + " of " + row.getSchema().getName() + " cannot be sorted: " + value);
            }
            values.add((Comparable<Object>) value);
        }
        return new RowKey(values);
    }

    @Override
    public int compareTo(RowKey other) {
        for (int at = 0; at < values.size(); at++) {
            int order = values.get(at).compareTo(other.values.get(at));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
