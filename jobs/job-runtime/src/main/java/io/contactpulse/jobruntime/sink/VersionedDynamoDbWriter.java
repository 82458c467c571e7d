package io.contactpulse.jobruntime.sink;

import static io.contactpulse.schema.DeadLetterReason.ITEM_INVALID;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriter;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.ResultHandler;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * Sends each row with the condition that the table has no version as new. That alone makes retries, answers lost on the
 * way and requests that overtake each other harmless; a write that comes too late counts as done.
 */
final class VersionedDynamoDbWriter<T extends SpecificRecord> extends AsyncSinkWriter<RowWrite<T>, RowWrite<T>> {
    static final int BATCH = 20;

    private static final long BATCH_BYTES = BATCH * ItemLimits.ITEM_BYTES;
    private static final String NEWER = "attribute_not_exists(#version) OR #version < :version";

    private final String table;
    private final DynamoDbAsyncClient client;
    private final RejectedRows<T> refused;
    private final WriteMetrics metrics;
    private final MailboxExecutor mailbox;
    private final RetryLog retryLog;

    VersionedDynamoDbWriter(
            WriterInitContext context,
            DynamoDbSettings settings,
            String table,
            DynamoDbAsyncClient client,
            RejectedRows<T> refused,
            WriteMetrics metrics,
            Collection<BufferedRequestState<RowWrite<T>>> buffered) {
        super(
                (write, ignored) -> write,
                context,
                Buffering.of(BATCH, BATCH_BYTES, settings.maxInFlight() / BATCH, settings.flushInterval()),
                buffered);
        this.table = table;
        this.client = client;
        this.refused = refused;
        this.metrics = metrics;
        this.mailbox = context.getMailboxExecutor();
        this.retryLog = new RetryLog(table);
    }

    @Override
    protected void submitRequestEntries(List<RowWrite<T>> entries, ResultHandler<RowWrite<T>> handler) {
        Collection<RowWrite<T>> newest = newestOfEachKey(entries);
        metrics.superseded(entries.size() - newest.size());
        List<CompletableFuture<WriteOutcome<T>>> puts =
                newest.stream().map(this::put).collect(Collectors.toList());
        CompletableFuture.allOf(puts.toArray(CompletableFuture[]::new))
                .whenComplete((done, never) -> mailbox.execute(() -> settle(puts, handler), "settle writes"));
    }

    private static <T extends SpecificRecord> Collection<RowWrite<T>> newestOfEachKey(List<RowWrite<T>> entries) {
        Map<List<AttributeValue>, RowWrite<T>> newest = new LinkedHashMap<>();
        for (RowWrite<T> entry : entries) {
            newest.merge(entry.key(), entry, RowWrite::newerOf);
        }
        return newest.values();
    }

    private CompletableFuture<WriteOutcome<T>> put(RowWrite<T> write) {
        PutItemRequest request = PutItemRequest.builder()
                .tableName(table)
                .item(write.item())
                .conditionExpression(NEWER)
                .expressionAttributeNames(Map.of("#version", "version"))
                .expressionAttributeValues(Map.of(":version", AttributeValue.fromN(Long.toString(write.version()))))
                .build();
        return client.putItem(request).handle((response, failure) -> WriteOutcome.of(write, failure));
    }

    private void settle(List<CompletableFuture<WriteOutcome<T>>> puts, ResultHandler<RowWrite<T>> handler)
            throws IOException {
        List<RowWrite<T>> again = new ArrayList<>();
        for (CompletableFuture<WriteOutcome<T>> put : puts) {
            settle(put.join(), again);
        }
        if (again.isEmpty()) {
            handler.complete();
            return;
        }
        metrics.retried(again.size());
        handler.retryForEntries(again);
    }

    private void settle(WriteOutcome<T> outcome, List<RowWrite<T>> again) throws IOException {
        switch (outcome.kind()) {
            case WRITTEN:
                metrics.written(outcome.write());
                break;
            case SUPERSEDED:
                metrics.superseded(1);
                break;
            case REFUSED:
                refused.keep(
                        outcome.write().row(),
                        Problem.of(ITEM_INVALID, "table '" + table + "': DynamoDB refuses it: " + outcome.message()));
                break;
            case FAILED_FOR_NOW:
                retryLog.retrying(outcome.message());
                again.add(outcome.write());
                break;
            case FAILED:
                throw new IOException(
                        "cannot write to DynamoDB table '" + table + "'; check that it exists in the configured region"
                                + " and that the job's role may PutItem: " + outcome.message(),
                        outcome.error());
        }
    }

    @Override
    protected long getSizeInBytes(RowWrite<T> write) {
        return write.size();
    }

    @Override
    public void close() {
        client.close();
    }
}
