package io.contactpulse.jobruntime.sink;

import io.contactpulse.jobruntime.deadletter.RejectedWrites;
import io.contactpulse.jobruntime.table.Table;
import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.SupportsWriterState;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.aws.config.AWSConfigConstants;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.dynamodb.sink.DynamoDbSink;
import org.apache.flink.connector.dynamodb.sink.DynamoDbWriteRequest;
import org.apache.flink.connector.dynamodb.sink.DynamoDbWriteRequestType;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Rows that are written once and never change, through Flink's own DynamoDB sink. It writes without a condition and
 * may repeat a row, which does no harm to such rows; one bad item would fail it for good, so items are checked first.
 */
public final class HistoryDynamoDbSink<T extends SpecificRecord>
        implements Sink<T>, SupportsWriterState<T, BufferedRequestState<DynamoDbWriteRequest>> {
    private static final long serialVersionUID = 1L;
    private static final int BATCH = 25;
    private static final int BUFFERED_ROWS = 1_000;

    private final Table<T> table;
    private final String sinkName;
    private final RejectedWrites rejected;
    private final DynamoDbSink<DynamoDbWriteRequest> sink;

    private HistoryDynamoDbSink(Table<T> table, DynamoDbSettings settings, RejectedWrites rejected) {
        this.table = table;
        this.sinkName = settings.tableName(table);
        this.rejected = rejected;
        this.sink = DynamoDbSink.<DynamoDbWriteRequest>builder()
                .setDynamoDbProperties(properties(settings))
                .setTableName(settings.tableName(table))
                // Two equal keys in one request are an error that the sink cannot recover from.
                .setOverwriteByPartitionKeys(table.key())
                .setElementConverter((request, context) -> request)
                .setFailOnError(false)
                .setMaxBatchSize(BATCH)
                .setMaxInFlightRequests(Math.max(1, settings.maxInFlight() / BATCH))
                .setMaxBufferedRequests(BUFFERED_ROWS)
                .setMaxTimeInBufferMS(settings.flushInterval().toMillis())
                .build();
    }

    public static <T extends SpecificRecord> HistoryDynamoDbSink<T> of(
            Table<T> table, DynamoDbSettings settings, RejectedWrites rejected) {
        if (table.isVersioned()) {
            throw new IllegalArgumentException(
                    "rows of table '" + table.name() + "' have versions: use VersionedDynamoDbSink");
        }
        return new HistoryDynamoDbSink<>(table, settings, rejected);
    }

    private static Properties properties(DynamoDbSettings settings) {
        Properties properties = new Properties();
        properties.setProperty(
                AWSConfigConstants.AWS_REGION, settings.connection().region());
        settings.connection()
                .endpoint()
                .ifPresent(endpoint -> properties.setProperty(AWSConfigConstants.AWS_ENDPOINT, endpoint.toString()));
        properties.setProperty(
                AWSConfigConstants.HTTP_CLIENT_MAX_CONCURRENCY, Integer.toString(settings.maxInFlight()));
        properties.setProperty(
                AWSConfigConstants.HTTP_CLIENT_READ_TIMEOUT_MILLIS,
                Long.toString(settings.connection().attemptTimeout().toMillis()));
        return properties;
    }

    @Override
    public StatefulSinkWriter<T, BufferedRequestState<DynamoDbWriteRequest>> createWriter(WriterInitContext context)
            throws IOException {
        return restoreWriter(context, List.of());
    }

    @Override
    public StatefulSinkWriter<T, BufferedRequestState<DynamoDbWriteRequest>> restoreWriter(
            WriterInitContext context, Collection<BufferedRequestState<DynamoDbWriteRequest>> buffered)
            throws IOException {
        RejectedRows<T> refused = new RejectedRows<>(
                sinkName,
                RowCodec.of(table.rowType()),
                rejected,
                context.metricGroup().counter("rejected"),
                Clock.systemUTC());
        return new CheckedWriter<>(row -> admit(row, refused), sink.restoreWriter(context, buffered));
    }

    @Override
    public SimpleVersionedSerializer<BufferedRequestState<DynamoDbWriteRequest>> getWriterStateSerializer() {
        return sink.getWriterStateSerializer();
    }

    /** Flink 1.20 still declares this form, but calls the other. */
    @Override
    @Deprecated
    public SinkWriter<T> createWriter(InitContext context) {
        throw new UnsupportedOperationException("superseded by createWriter(WriterInitContext)");
    }

    private Optional<DynamoDbWriteRequest> admit(T row, RejectedRows<T> refused) {
        Map<String, AttributeValue> item = Items.itemOf(table, row);
        DynamoDbWriteRequest put = DynamoDbWriteRequest.builder()
                .setType(DynamoDbWriteRequestType.PUT)
                .setItem(item)
                .build();
        return refused.admit(row, put, ItemLimits.check(table, item));
    }
}
