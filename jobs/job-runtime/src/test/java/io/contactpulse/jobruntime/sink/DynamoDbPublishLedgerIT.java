package io.contactpulse.jobruntime.sink;

import static io.contactpulse.testkit.Moments.NINE_OCLOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;

class DynamoDbPublishLedgerIT {
    private static final String TABLE = "ledger";
    private static final Clock CLOCK = Clock.fixed(NINE_OCLOCK, ZoneOffset.UTC);

    private static TestTables tables;
    private static DynamoDbAsyncClient client;

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
        tables.createLedger(TABLE);
    }

    @Test
    void findsWhatWasRecorded() {
        // given
        PublishLedger ledger = ledger(client);
        ledger.record(Set.of("m-1", "m-2")).join();

        // when
        Set<String> published = ledger.published(Set.of("m-2", "m-3")).join();

        // then
        assertThat(published).containsExactly("m-2");
    }

    @Test
    void forgetsAfterItsRetention() {
        ledger(client).record(Set.of("m-1")).join();

        assertThat(tables.items(TABLE))
                .containsExactly(Map.of(
                        "messageId",
                        AttributeValue.fromS("m-1"),
                        "ttl",
                        AttributeValue.fromN(Long.toString(
                                NINE_OCLOCK.plus(Duration.ofDays(2)).getEpochSecond()))));
    }

    @Test
    void asksAgainForWhatWasLeftUnprocessed() {
        // given
        BusyDynamoDb busy = new BusyDynamoDb(1);
        ledger(busy).record(Set.of("m-1")).join();
        busy.timesBusy = 1;

        // when
        Set<String> published = ledger(busy).published(Set.of("m-1")).join();

        // then
        assertThat(published).containsExactly("m-1");
    }

    @Test
    void opensThoughTheTableCannotBeRead() {
        DynamoDbPublishLedger ledger = new DynamoDbPublishLedger(client, "absent", Duration.ofDays(2), CLOCK);

        assertThat(DynamoDbPublishLedger.warmedUp(ledger)).isSameAs(ledger);
    }

    @Test
    void givesUpWhenTheTableStaysBusy() {
        PublishLedger ledger = ledger(new BusyDynamoDb(Integer.MAX_VALUE));

        assertThatThrownBy(() -> ledger.published(Set.of("m-1")).join())
                .hasRootCauseMessage("DynamoDB table 'ledger' left requests unprocessed 3 times; raise its capacity");
        assertThatThrownBy(() -> ledger.record(Set.of("m-1")).join())
                .hasRootCauseMessage("DynamoDB table 'ledger' left requests unprocessed 3 times; raise its capacity");
    }

    private static PublishLedger ledger(DynamoDbAsyncClient client) {
        return new DynamoDbPublishLedger(client, TABLE, Duration.ofDays(2), CLOCK);
    }

    /** Leaves everything unprocessed a number of times. */
    private static final class BusyDynamoDb implements DynamoDbAsyncClient {
        private int timesBusy;

        private BusyDynamoDb(int timesBusy) {
            this.timesBusy = timesBusy;
        }

        @Override
        public CompletableFuture<BatchGetItemResponse> batchGetItem(BatchGetItemRequest request) {
            return timesBusy-- > 0
                    ? CompletableFuture.completedFuture(BatchGetItemResponse.builder()
                            .unprocessedKeys(request.requestItems())
                            .build())
                    : client.batchGetItem(request);
        }

        @Override
        public CompletableFuture<BatchWriteItemResponse> batchWriteItem(BatchWriteItemRequest request) {
            return timesBusy-- > 0
                    ? CompletableFuture.completedFuture(BatchWriteItemResponse.builder()
                            .unprocessedItems(request.requestItems())
                            .build())
                    : client.batchWriteItem(request);
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
