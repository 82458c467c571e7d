package io.contactpulse.jobruntime.sink;

import static io.contactpulse.schema.DeadLetterReason.ITEM_INVALID;
import static io.contactpulse.schema.DeadLetterReason.ITEM_TOO_LARGE;

import io.contactpulse.jobruntime.table.Table;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** DynamoDB's limits on an item, checked before it is sent: one item beyond them fails the whole batch it is in. */
public final class ItemLimits {
    static final long ITEM_BYTES = 400 * 1024;
    static final int PARTITION_KEY_BYTES = 2048;
    static final int SORT_KEY_BYTES = 1024;
    static final int DEPTH = 32;

    private static final BigDecimal LARGEST = new BigDecimal("9.9999999999999999999999999999999999999E+125");
    private static final BigDecimal SMALLEST = new BigDecimal("1E-130");

    private ItemLimits() {}

    /** Why DynamoDB would refuse the item, if it would. */
    public static Optional<String> problem(Table<?> table, Map<String, AttributeValue> item) {
        return check(table, item).map(Problem::message);
    }

    static Optional<Problem> check(Table<?> table, Map<String, AttributeValue> item) {
        Optional<String> invalid = invalidKey(table.key(), item).or(() -> invalidValues(item.values(), 1));
        if (invalid.isPresent()) {
            return Optional.of(Problem.of(ITEM_INVALID, "table '" + table.name() + "': " + invalid.get()));
        }
        long size = ItemSize.of(item);
        if (size > ITEM_BYTES) {
            return Optional.of(Problem.of(
                    ITEM_TOO_LARGE,
                    "table '" + table.name() + "': the item has " + size + " bytes; the limit is " + ITEM_BYTES));
        }
        return Optional.empty();
    }

    private static Optional<String> invalidKey(List<String> key, Map<String, AttributeValue> item) {
        Optional<String> partition = invalidKeyField(key.get(0), PARTITION_KEY_BYTES, item);
        if (partition.isPresent() || key.size() == 1) {
            return partition;
        }
        return invalidKeyField(key.get(1), SORT_KEY_BYTES, item);
    }

    private static Optional<String> invalidKeyField(String field, int most, Map<String, AttributeValue> item) {
        AttributeValue value = item.get(field);
        if (value == null) {
            return Optional.of("key field '" + field + "' is missing");
        }
        if (value.type() == AttributeValue.Type.N) {
            return Optional.empty();
        }
        if (value.type() != AttributeValue.Type.S && value.type() != AttributeValue.Type.B) {
            return Optional.of("key field '" + field + "' is neither text, a number nor bytes");
        }
        long size = ItemSize.sizeOf(value);
        if (size == 0) {
            return Optional.of("key field '" + field + "' is empty");
        }
        if (size > most) {
            return Optional.of("key field '" + field + "' has " + size + " bytes; the limit is " + most);
        }
        return Optional.empty();
    }

    private static Optional<String> invalidValues(Collection<AttributeValue> values, int depth) {
        if (depth > DEPTH + 1) {
            return Optional.of("it is nested deeper than " + DEPTH + " levels");
        }
        return values.stream()
                .map(value -> invalidValue(value, depth))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> invalidValue(AttributeValue value, int depth) {
        if (value.type() == AttributeValue.Type.N) {
            return isNumber(value.n()) ? Optional.empty() : Optional.of("a number is not finite or out of range");
        }
        if (value.hasL()) {
            return invalidValues(value.l(), depth + 1);
        }
        if (value.hasM()) {
            return invalidValues(value.m().values(), depth + 1);
        }
        return Optional.empty();
    }

    private static boolean isNumber(String text) {
        BigDecimal magnitude;
        try {
            magnitude = new BigDecimal(text).abs();
        } catch (NumberFormatException e) {
            return false;
        }
        return magnitude.signum() == 0 || (magnitude.compareTo(SMALLEST) >= 0 && magnitude.compareTo(LARGEST) <= 0);
    }
}
