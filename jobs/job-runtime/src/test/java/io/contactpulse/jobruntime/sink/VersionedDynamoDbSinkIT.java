package io.contactpulse.jobruntime.sink;

import static io.contactpulse.jobruntime.sink.TestRows.interval;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactpulse.jobruntime.sink.FaultyDynamoDb.Fault;
import io.contactpulse.jobruntime.table.Table;
import io.contactpulse.schema.AgentInterval;
import io.contactpulse.schema.AlertEvent;
import io.contactpulse.schema.DeadLetterReason;
import io.contactpulse.schema.RejectedRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

class VersionedDynamoDbSinkIT {
    private static final Table<AgentInterval> TABLE = Table.of(AgentInterval.class);

    private static TestTables tables;
    private static DynamoDbAsyncClient client;

    private final KeptRejections rejected = new KeptRejections();
    private final List<String> sent = new ArrayList<>();
    private final Map<String, Queue<Fault>> faults = new HashMap<>();

    @BeforeAll
    static void start() {
        tables = TestTables.start();
        client = tables.settings().client();
    }

    @AfterAll
    static void stop() {
        client.close();
        tables.close();
    }

    @BeforeEach
    void createTable() {
        tables.create(TABLE);
    }

    @Test
    void writesRowsAndMeasuresTheWayThere() throws Exception {
        try (var writer = open()) {
            // when
            writer.writeAll(List.of(interval("a", 1), interval("b", 1)));
            writer.finish();

            // then
            assertThat(versions()).containsOnly("a=1", "b=1");
            assertThat(writer.counter("written")).isEqualTo(2);
            assertThat(writer.histogram("writeLatencyMs").getCount()).isEqualTo(2);
        }
    }

    @Test
    void sendsSingleRowAfterTheFlushInterval() throws Exception {
        // given
        try (var writer = open()) {
            writer.write(interval("a", 1));

            // when
            writer.context().time().advance(49);
            List<String> sentBefore = List.copyOf(sent);
            writer.context().time().advance(1);

            // then
            assertThat(sentBefore).isEmpty();
            assertThat(sent).containsExactly("a=1");
            writer.finish();
        }
    }

    @Test
    void sendsOnlyTheNewestOfABatch() throws Exception {
        try (var writer = open()) {
            // when
            writer.writeAll(List.of(interval("a", 2), interval("a", 3), interval("a", 1)));
            writer.finish();

            // then
            assertThat(sent).containsExactly("a=3");
            assertThat(writer.counter("superseded")).isEqualTo(2);
            assertThat(writer.counter("written")).isEqualTo(1);
        }
    }

    @Test
    void leavesNewerRowAlone() throws Exception {
        // given
        try (var writer = open()) {
            writer.write(interval("a", 5));
            writer.finish();

            // when
            writer.write(interval("a", 4));
            writer.finish();

            // then
            assertThat(versions()).containsExactly("a=5");
            assertThat(writer.counter("superseded")).isEqualTo(1);
        }
    }

    @Test
    void sendsAgainOnlyWhatFailed() throws Exception {
        // given
        faults.put("b", new ArrayDeque<>(List.of(Fault.THROTTLED, Fault.SERVER_ERROR, Fault.ANSWER_LOST)));
        try (var writer = open()) {
            // when
            writer.writeAll(List.of(interval("a", 1), interval("b", 1), interval("c", 1)));
            writer.finish();

            // then
            assertThat(sent).containsExactly("a=1", "b=1", "c=1", "b=1", "b=1", "b=1");
            assertThat(versions()).containsOnly("a=1", "b=1", "c=1");
            assertThat(writer.counter("retried")).isEqualTo(3);
            assertThat(writer.counter("superseded"))
                    .as("the write whose answer was lost")
                    .isEqualTo(1);
        }
    }

    @Test
    void rejectsOversizedAndInvalidRowsAndWritesTheOthers() throws Exception {
        // given
        AgentInterval oversized = interval("large", 1);
        oversized.setCustomStatus("x".repeat(500_000));
        try (var writer = open()) {
            // when
            writer.writeAll(List.of(interval("a", 1), oversized, interval("", 1), interval("b", 1)));
            writer.finish();

            // then
            assertThat(versions()).containsOnly("a=1", "b=1");
            assertThat(rejected.kept())
                    .extracting(kept -> kept.getLetter().getReason())
                    .containsExactly(DeadLetterReason.ITEM_TOO_LARGE, DeadLetterReason.ITEM_INVALID);
            assertThat(writer.counter("rejected")).isEqualTo(2);
        }
    }

    @Test
    void rejectsWhatTheServiceRefusesAndWritesTheOthers() throws Exception {
        // given
        faults.put("odd", new ArrayDeque<>(List.of(Fault.REFUSED)));
        try (var writer = open()) {
            // when
            writer.writeAll(List.of(interval("a", 1), interval("odd", 1), interval("b", 1)));
            writer.finish();

            // then
            assertThat(versions()).containsOnly("a=1", "b=1");
            assertThat(rejected.kept()).singleElement().satisfies(VersionedDynamoDbSinkIT::isLetterOfOdd);
        }
    }

    private static void isLetterOfOdd(RejectedRecord kept) {
        assertThat(kept.getLetter().getStream()).isEqualTo("sink:test-agent-intervals");
        assertThat(kept.getLetter().getReason()).isEqualTo(DeadLetterReason.ITEM_INVALID);
        assertThat(kept.getLetter().getMessage())
                .startsWith("table 'test-agent-intervals': DynamoDB refuses it: scripted");
        assertThat(StandardCharsets.UTF_8.decode(kept.getPayload().duplicate()).toString())
                .startsWith("{\"agentId\":\"odd\",\"start\":1772442000000,");
    }

    @Test
    void failsWhenARejectedRowCannotBeKept() throws Exception {
        // given
        var sink = new VersionedDynamoDbSink<>(
                TABLE,
                tables.settings(),
                row -> {
                    throw new IllegalStateException("the lake is gone");
                },
                () -> new FaultyDynamoDb(client, this::nextFault));
        try (var writer = WriterHarness.open(sink)) {
            // when, then
            assertThatThrownBy(() -> writer.write(interval("", 1))).hasMessage("the lake is gone");
        }
    }

    @Test
    void failsWithTheTablesNameWhenItDoesNotExist() throws Exception {
        // given
        tables.drop(TABLE);
        try (var writer = open()) {
            writer.write(interval("a", 1));

            // when, then
            assertThatThrownBy(writer::finish)
                    .hasStackTraceContaining("cannot write to DynamoDB table 'test-agent-intervals'; check that it"
                            + " exists in the configured region and that the job's role may PutItem");
        }
    }

    @Test
    void refusesRowsWithoutVersion() {
        assertThatThrownBy(() -> VersionedDynamoDbSink.of(Table.of(AlertEvent.class), tables.settings(), rejected))
                .hasMessage("rows of table 'alert-events' have no version field: use HistoryDynamoDbSink");
    }

    private WriterHarness<AgentInterval, ?> open() throws Exception {
        FaultyDynamoDb faulty = new FaultyDynamoDb(client, this::nextFault);
        return WriterHarness.open(new VersionedDynamoDbSink<>(TABLE, tables.settings(), rejected, () -> faulty));
    }

    private Fault nextFault(PutItemRequest request) {
        String agentId = TestTables.field(request.item(), "agentId").s();
        sent.add(agentId + "=" + TestTables.field(request.item(), "version").n());
        Fault fault = faults.getOrDefault(agentId, new ArrayDeque<>()).poll();
        return fault == null ? Fault.NONE : fault;
    }

    private List<String> versions() {
        return tables.items(TABLE).stream()
                .map(item -> TestTables.field(item, "agentId").s() + "="
                        + TestTables.field(item, "version").n())
                .toList();
    }
}
