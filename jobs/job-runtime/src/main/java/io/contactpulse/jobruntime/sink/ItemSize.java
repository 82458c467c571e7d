package io.contactpulse.jobruntime.sink;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How many bytes DynamoDB counts for an item, by its published rules: names and values in UTF-8, a byte per two
 * significant digits of a number, three bytes per list or map and one per element of it. The service rounds numbers in
 * ways it does not publish, so the result is good to a byte or two per number; it also prices a write.
 */
public final class ItemSize {
    private static final int CONTAINER = 3;
    private static final int ELEMENT = 1;

    private ItemSize() {}

    public static long of(Map<String, AttributeValue> item) {
        long size = 0;
        for (Map.Entry<String, AttributeValue> attribute : item.entrySet()) {
            size += bytes(attribute.getKey()) + sizeOf(attribute.getValue());
        }
        return size;
    }

    static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    static long sizeOf(AttributeValue value) {
        switch (value.type()) {
            case S:
                return bytes(value.s());
            case N:
                return number(value.n());
            case B:
                return value.b().asByteArrayUnsafe().length;
            case L:
                return list(value.l());
            case M:
                return CONTAINER + (long) ELEMENT * value.m().size() + of(value.m());
            default:
                return 1;
        }
    }

    private static long list(List<AttributeValue> values) {
        long size = CONTAINER + (long) ELEMENT * values.size();
        for (AttributeValue value : values) {
            size += sizeOf(value);
        }
        return size;
    }

    private static long number(String text) {
        BigDecimal number;
        try {
            number = new BigDecimal(text).stripTrailingZeros();
        } catch (NumberFormatException e) {
            return bytes(text);
        }
        int sign = number.signum() < 0 ? 1 : 0;
        return (number.precision() + 1) / 2 + 1 + sign;
    }
}
