package io.contactpulse.jobruntime.sink;

import io.contactpulse.jobruntime.table.Table;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Turns a row into a DynamoDB item, field by field as its schema says, plus the {@code ttl} after which DynamoDB may
 * forget it. Nulls are left out. Times are text of fixed width, so that a sort key of times sorts by time.
 */
public final class Items {
    /** Epoch seconds; the attribute that the tables' expiry is switched on for. */
    public static final String TTL = "ttl";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Items() {}

    public static <T extends SpecificRecord> Map<String, AttributeValue> itemOf(Table<T> table, T row) {
        Map<String, AttributeValue> item = attributes(row);
        item.put(TTL, number(table.expiryOf(row).getEpochSecond()));
        return item;
    }

    private static Map<String, AttributeValue> attributes(IndexedRecord row) {
        Map<String, AttributeValue> attributes = new LinkedHashMap<>();
        for (Schema.Field field : row.getSchema().getFields()) {
            Object value = row.get(field.pos());
            if (value != null) {
                attributes.put(field.name(), attribute(value));
            }
        }
        return attributes;
    }

    private static AttributeValue attribute(Object value) {
        if (value instanceof CharSequence || value instanceof Enum) {
            return AttributeValue.fromS(value.toString());
        }
        if (value instanceof Instant) {
            return AttributeValue.fromS(TIME.format((Instant) value));
        }
        if (value instanceof Number) {
            return number((Number) value);
        }
        if (value instanceof Boolean) {
            return AttributeValue.fromBool((Boolean) value);
        }
        return composite(value);
    }

    private static AttributeValue composite(Object value) {
        if (value instanceof IndexedRecord) {
            return AttributeValue.fromM(attributes((IndexedRecord) value));
        }
        if (value instanceof Collection) {
            return AttributeValue.fromL(
                    ((Collection<?>) value).stream().map(Items::attribute).collect(Collectors.toList()));
        }
        if (value instanceof Map) {
            Map<String, AttributeValue> entries = new LinkedHashMap<>();
            ((Map<?, ?>) value).forEach((key, entry) -> entries.put(key.toString(), attribute(entry)));
            return AttributeValue.fromM(entries);
        }
        if (value instanceof ByteBuffer) {
            return AttributeValue.fromB(SdkBytes.fromByteBuffer(((ByteBuffer) value).duplicate()));
        }
        if (value instanceof GenericFixed) {
            return AttributeValue.fromB(SdkBytes.fromByteArray(((GenericFixed) value).bytes()));
        }
        throw new IllegalArgumentException("no DynamoDB type is known for a field of "
                + value.getClass().getName() + "; use one of the types that Items lists");
    }

    private static AttributeValue number(Number value) {
        return AttributeValue.fromN(value.toString());
    }
}
