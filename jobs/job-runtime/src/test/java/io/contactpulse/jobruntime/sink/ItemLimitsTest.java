package io.contactpulse.jobruntime.sink;

import static io.contactpulse.testkit.Moments.NINE_OCLOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.contactpulse.jobruntime.table.Table;
import io.contactpulse.schema.DeadLetterReason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ItemLimitsTest {
    private static final Table<EveryType> TABLE = Table.of(EveryType.class);

    @Test
    void findsNothingWrongWithAnOrdinaryItem() {
        assertThat(ItemLimits.problem(TABLE, itemWith("absent", AttributeValue.fromS("present"))))
                .isEmpty();
    }

    @Test
    void allowsExactlyTheLimit() {
        assertThat(ItemLimits.check(TABLE, itemOfSize(409_600))).isEmpty();
    }

    @Test
    void refusesOneByteMore() {
        assertThat(ItemLimits.check(TABLE, itemOfSize(409_601)).orElseThrow())
                .hasToString("ITEM_TOO_LARGE: table 'every-type': the item has 409601 bytes; the limit is 409600");
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void refusesWhatNoWriteCanContain(String field, AttributeValue value, String problem) {
        Problem found = ItemLimits.check(TABLE, itemWith(field, value)).orElseThrow();

        assertThat(found.reason()).isEqualTo(DeadLetterReason.ITEM_INVALID);
        assertThat(found.message()).isEqualTo("table 'every-type': " + problem);
    }

    private static Stream<Arguments> invalid() {
        return Stream.of(
                arguments("id", AttributeValue.fromS(""), "key field 'id' is empty"),
                arguments(
                        "id",
                        AttributeValue.fromS("x".repeat(2049)),
                        "key field 'id' has 2049 bytes; the limit is 2048"),
                arguments(
                        "at",
                        AttributeValue.fromS("x".repeat(1025)),
                        "key field 'at' has 1025 bytes; the limit is 1024"),
                arguments("at", AttributeValue.fromBool(true), "key field 'at' is neither text, a number nor bytes"),
                arguments("fraction", AttributeValue.fromN("NaN"), "a number is not finite or out of range"),
                arguments("fraction", AttributeValue.fromN("1.0E300"), "a number is not finite or out of range"),
                arguments("fraction", AttributeValue.fromN("1.0E-300"), "a number is not finite or out of range"),
                arguments("inner", nested(33), "it is nested deeper than 32 levels"));
    }

    @Test
    void refusesMissingKey() {
        Map<String, AttributeValue> item = itemWith("id", AttributeValue.fromS("a"));
        item.remove("at");

        assertThat(ItemLimits.problem(TABLE, item)).contains("table 'every-type': key field 'at' is missing");
    }

    private static Map<String, AttributeValue> itemOfSize(long size) {
        Map<String, AttributeValue> item = itemWith("absent", AttributeValue.fromS(""));
        int missing = (int) (size - ItemSize.of(item));
        item.put("absent", AttributeValue.fromS("x".repeat(missing)));
        return item;
    }

    private static Map<String, AttributeValue> itemWith(String field, AttributeValue value) {
        Map<String, AttributeValue> item = new HashMap<>(Items.itemOf(TABLE, EveryType.of("a", NINE_OCLOCK)));
        item.put(field, value);
        return item;
    }

    private static AttributeValue nested(int levels) {
        AttributeValue value = AttributeValue.fromS("innermost");
        for (int level = 0; level < levels; level++) {
            value = AttributeValue.fromL(List.of(value));
        }
        return value;
    }
}
