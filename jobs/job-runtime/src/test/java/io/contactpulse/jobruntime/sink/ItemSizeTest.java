package io.contactpulse.jobruntime.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ItemSizeTest {
    @ParameterizedTest
    @MethodSource("values")
    void countsNameAndValue(AttributeValue value, int bytes) {
        assertThat(ItemSize.of(Map.of("name", value))).isEqualTo("name".length() + bytes);
    }

    private static Stream<Arguments> values() {
        AttributeValue one = AttributeValue.fromN("1");
        return Stream.of(
                arguments(AttributeValue.fromS("ab"), 2),
                arguments(AttributeValue.fromS("\u00e4\u20ac"), 5),
                arguments(AttributeValue.fromS(""), 0),
                arguments(AttributeValue.fromB(SdkBytes.fromByteArray(new byte[3])), 3),
                arguments(AttributeValue.fromBool(true), 1),
                arguments(AttributeValue.fromNul(true), 1),
                arguments(one, 2),
                arguments(AttributeValue.fromN("12"), 2),
                arguments(AttributeValue.fromN("123"), 3),
                arguments(AttributeValue.fromN("-123"), 4),
                arguments(AttributeValue.fromN("1000000"), 2),
                arguments(AttributeValue.fromN("0.0025"), 2),
                arguments(AttributeValue.fromL(List.of()), 3),
                arguments(AttributeValue.fromL(List.of(one, one)), 3 + 2 * (1 + 2)),
                arguments(AttributeValue.fromM(Map.of("key", one)), 3 + 1 + 3 + 2));
    }
}
