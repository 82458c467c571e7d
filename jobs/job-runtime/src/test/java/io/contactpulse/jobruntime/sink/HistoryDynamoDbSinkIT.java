package io.contactpulse.jobruntime.sink;

import static io.contactpulse.jobruntime.sink.TestRows.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactpulse.jobruntime.table.Table;
import io.contactpulse.schema.AgentInterval;
import io.contactpulse.schema.AlertEvent;
import io.contactpulse.schema.DeadLetterReason;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryDynamoDbSinkIT {
    private static final Table<AlertEvent> TABLE = Table.of(AlertEvent.class);

    private static TestTables tables;

    private final KeptRejections rejected = new KeptRejections();

    @BeforeAll
    static void start() {
        tables = TestTables.start();
    }

    @AfterAll
    static void stop() {
        tables.close();
    }

    @BeforeEach
    void createTable() {
        tables.create(TABLE);
    }

    @Test
    void writesEachRowOfAPartitionAlsoWhenRepeatedInOneBatch() throws Exception {
        try (var writer = WriterHarness.open(sink())) {
            // when
            writer.writeAll(List.of(event("a", 1), event("a", 2), event("a", 1), event("b", 1)));
            writer.finish();

            // then
            assertThat(rows()).containsExactlyInAnyOrder("a#1", "a#2", "b#1");
        }
    }

    @Test
    void writesSingleRowAfterTheFlushInterval() throws Exception {
        try (var writer = WriterHarness.open(sink())) {
            // given
            writer.write(event("a", 1));

            // when
            writer.context().time().advance(50);
            writer.snapshot();

            // then
            assertThat(rows()).containsExactly("a#1");
        }
    }

    @Test
    void goesOnFromASnapshot() throws Exception {
        // given
        List<byte[]> snapshot;
        try (var first = WriterHarness.open(sink())) {
            first.write(event("a", 1));
            snapshot = first.snapshot();
        }

        // when
        try (var second = WriterHarness.restore(sink(), snapshot)) {
            second.finish();

            // then
            assertThat(rows()).containsExactly("a#1");
        }
    }

    @Test
    void rejectsOversizedAndInvalidRowsAndWritesTheOthers() throws Exception {
        // given
        AlertEvent oversized = event("large", 1);
        oversized.setReason("x".repeat(500_000));
        try (var writer = WriterHarness.open(sink())) {
            // when
            writer.writeAll(List.of(event("a", 1), oversized, event("", 1), event("b", 1)));
            writer.finish();

            // then
            assertThat(rows()).containsExactlyInAnyOrder("a#1", "b#1");
            assertThat(rejected.kept())
                    .extracting(kept -> kept.getLetter().getReason())
                    .containsExactly(DeadLetterReason.ITEM_TOO_LARGE, DeadLetterReason.ITEM_INVALID);
            assertThat(rejected.kept().get(0).getLetter().getStream()).isEqualTo("sink:test-alert-events");
            assertThat(writer.counter("rejected")).isEqualTo(2);
        }
    }

    @Test
    void writesRowOfExactlyTheLimit() throws Exception {
        // given
        AlertEvent row = event("a", 1);
        row.setReason("");
        row.setReason("x".repeat((int) (ItemLimits.ITEM_BYTES - ItemSize.of(Items.itemOf(TABLE, row)))));
        try (var writer = WriterHarness.open(sink())) {
            // when
            writer.write(row);
            writer.finish();

            // then
            assertThat(rows()).containsExactly("a#1");
        }
    }

    @Test
    void refusesRowsWithVersions() {
        assertThatThrownBy(() -> HistoryDynamoDbSink.of(Table.of(AgentInterval.class), tables.settings(), rejected))
                .hasMessage("rows of table 'agent-intervals' have versions: use VersionedDynamoDbSink");
    }

    private HistoryDynamoDbSink<AlertEvent> sink() {
        return HistoryDynamoDbSink.of(TABLE, tables.settings(), rejected);
    }

    private List<String> rows() {
        return tables.items(TABLE).stream()
                .map(item -> TestTables.field(item, "alertId").s() + "#"
                        + TestTables.field(item, "seq").n())
                .toList();
    }
}
