package io.contactpulse.jobruntime.sink;

import io.contactpulse.jobruntime.table.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One version of one row on its way to its table. */
final class RowWrite<T extends SpecificRecord> extends BufferedRow<T> {
    private static final long serialVersionUID = 1L;

    private final Map<String, AttributeValue> item;
    private final List<AttributeValue> key;
    private final long version;

    private RowWrite(T row, Map<String, AttributeValue> item, List<AttributeValue> key, long version) {
        super(row, ItemSize.of(item));
        this.item = item;
        this.key = key;
        this.version = version;
    }

    static <T extends SpecificRecord> RowWrite<T> of(Table<T> table, T row) {
        Map<String, AttributeValue> item = Items.itemOf(table, row);
        return new RowWrite<>(row, item, keyOf(table, item), table.versionOf(row));
    }

    private static List<AttributeValue> keyOf(Table<?> table, Map<String, AttributeValue> item) {
        return table.key().stream()
                .map(field -> item.getOrDefault(field, AttributeValue.fromNul(true)))
                .collect(Collectors.toList());
    }

    Map<String, AttributeValue> item() {
        return item;
    }

    List<AttributeValue> key() {
        return key;
    }

    long version() {
        return version;
    }

    RowWrite<T> newerOf(RowWrite<T> other) {
        return other.version > version ? other : this;
    }
}
