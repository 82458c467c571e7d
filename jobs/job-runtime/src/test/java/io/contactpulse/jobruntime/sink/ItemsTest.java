package io.contactpulse.jobruntime.sink;

import static io.contactpulse.testkit.Moments.NINE_OCLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.jobruntime.table.Table;
import io.contactpulse.schema.AgentInterval;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ItemsTest {
    private static final Table<EveryType> TABLE = Table.of(EveryType.class);

    @Test
    void mapsEveryTypeAndLeavesNullsOut() {
        // given
        EveryType row = EveryType.of("a", NINE_OCLOCK).set("inner", EveryType.of("b", NINE_OCLOCK.plusMillis(5)));

        // when
        Map<String, AttributeValue> item = Items.itemOf(TABLE, row);

        // then
        assertThat(item)
                .containsOnly(
                        Map.entry("id", AttributeValue.fromS("a")),
                        Map.entry("at", AttributeValue.fromS("2026-03-02T09:00:00.000Z")),
                        Map.entry("whole", AttributeValue.fromN("7")),
                        Map.entry("large", AttributeValue.fromN("9223372036854775807")),
                        Map.entry("fraction", AttributeValue.fromN("0.25")),
                        Map.entry("flag", AttributeValue.fromBool(true)),
                        Map.entry("bytes", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {1, 2}))),
                        Map.entry(
                                "list",
                                AttributeValue.fromL(
                                        List.of(AttributeValue.fromS("first"), AttributeValue.fromS("second")))),
                        Map.entry("map", AttributeValue.fromM(Map.of("key", AttributeValue.fromN("1.5")))),
                        Map.entry("inner", item.get("inner")),
                        Map.entry("ttl", AttributeValue.fromN("1775034000")));
        assertThat(TestTables.field(item, "inner").m())
                .containsEntry("id", AttributeValue.fromS("b"))
                .containsEntry("at", AttributeValue.fromS("2026-03-02T09:00:00.005Z"))
                .doesNotContainKeys("inner", "absent", "ttl");
    }

    @Test
    void expiresAfterTheTablesRetention() {
        Map<String, AttributeValue> item = Items.itemOf(Table.of(AgentInterval.class), TestRows.interval("a", 1));

        long ninetyDaysLater = NINE_OCLOCK.plus(Duration.ofDays(90)).getEpochSecond();
        assertThat(item).containsEntry("ttl", AttributeValue.fromN(Long.toString(ninetyDaysLater)));
        assertThat(item).containsEntry("state", AttributeValue.fromS("ACW"));
    }
}
