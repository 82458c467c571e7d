package io.contactpulse.jobruntime.sink;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * The ledger as a DynamoDB table with the partition key {@code messageId}. Its client's time-outs are short, and what
 * the service leaves unprocessed is asked for again only a few times: an alert does not wait for it.
 */
final class DynamoDbPublishLedger implements PublishLedger {
    private static final Logger LOGGER = LoggerFactory.getLogger(DynamoDbPublishLedger.class);
    private static final String PROBE = "probe";
    private static final String MESSAGE_ID = "messageId";
    private static final int ATTEMPTS = 3;

    private final DynamoDbAsyncClient client;
    private final String table;
    private final Duration retention;
    private final Clock clock;

    DynamoDbPublishLedger(DynamoDbAsyncClient client, String table, Duration retention, Clock clock) {
        this.client = client;
        this.table = table;
        this.retention = retention;
        this.clock = clock;
    }

    /**
     * A ledger that has been asked once. A new client's first call takes long, and without this it would be the
     * look-up after a restart, the one that counts, that times out.
     */
    static PublishLedger warmedUp(DynamoDbPublishLedger ledger) {
        ledger.published(Set.of(PROBE))
                .exceptionally(error -> {
                    LOGGER.warn("cannot read the ledger table={}", ledger.table, AwsErrors.unwrap(error));
                    return Set.of();
                })
                .join();
        return ledger;
    }

    @Override
    public CompletableFuture<Set<String>> published(Set<String> messageIds) {
        KeysAndAttributes keys = KeysAndAttributes.builder()
                .keys(messageIds.stream().map(DynamoDbPublishLedger::key).collect(Collectors.toList()))
                .projectionExpression(MESSAGE_ID)
                .consistentRead(true)
                .build();
        return read(Map.of(table, keys), ATTEMPTS);
    }

    private CompletableFuture<Set<String>> read(Map<String, KeysAndAttributes> keys, int attempts) {
        if (keys.isEmpty()) {
            return CompletableFuture.completedFuture(Set.of());
        }
        if (attempts == 0) {
            return busy();
        }
        return client.batchGetItem(
                        BatchGetItemRequest.builder().requestItems(keys).build())
                .thenCompose(answer -> read(answer.unprocessedKeys(), attempts - 1)
                        .thenApply(rest ->
                                Stream.concat(found(answer), rest.stream()).collect(Collectors.toSet())));
    }

    private Stream<String> found(BatchGetItemResponse answer) {
        return answer.responses().getOrDefault(table, List.of()).stream()
                .flatMap(item -> item.values().stream())
                .map(AttributeValue::s);
    }

    @Override
    public CompletableFuture<Void> record(Set<String> messageIds) {
        AttributeValue expiry = AttributeValue.fromN(
                Long.toString(clock.instant().plus(retention).getEpochSecond()));
        List<WriteRequest> writes = messageIds.stream()
                .map(id -> WriteRequest.builder()
                        .putRequest(put -> put.item(Map.of(MESSAGE_ID, AttributeValue.fromS(id), Items.TTL, expiry)))
                        .build())
                .collect(Collectors.toList());
        return write(Map.of(table, writes), ATTEMPTS);
    }

    private CompletableFuture<Void> write(Map<String, List<WriteRequest>> writes, int attempts) {
        if (writes.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        if (attempts == 0) {
            return busy();
        }
        return client.batchWriteItem(
                        BatchWriteItemRequest.builder().requestItems(writes).build())
                .thenCompose(answer -> write(answer.unprocessedItems(), attempts - 1));
    }

    private <R> CompletableFuture<R> busy() {
        return CompletableFuture.failedFuture(new IllegalStateException(
                "DynamoDB table '" + table + "' left requests unprocessed " + ATTEMPTS + " times; raise its capacity"));
    }

    private static Map<String, AttributeValue> key(String messageId) {
        return Map.of(MESSAGE_ID, AttributeValue.fromS(messageId));
    }

    @Override
    public void close() {
        client.close();
    }
}
