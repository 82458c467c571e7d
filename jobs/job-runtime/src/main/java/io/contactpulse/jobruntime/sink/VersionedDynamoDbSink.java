package io.contactpulse.jobruntime.sink;

import io.contactpulse.jobruntime.deadletter.RejectedWrites;
import io.contactpulse.jobruntime.table.Table;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.SupportsWriterState;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.util.function.SerializableSupplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/**
 * Rows that are overwritten by newer versions of themselves. In whatever order versions arrive, are retried or replayed,
 * the table ends with the newest and no reader ever sees a row go back.
 */
public final class VersionedDynamoDbSink<T extends SpecificRecord>
        implements Sink<T>, SupportsWriterState<T, BufferedRequestState<RowWrite<T>>> {
    private static final long serialVersionUID = 1L;

    private final Table<T> table;
    private final DynamoDbSettings settings;
    private final RejectedWrites rejected;
    private final SerializableSupplier<DynamoDbAsyncClient> client;

    VersionedDynamoDbSink(
            Table<T> table,
            DynamoDbSettings settings,
            RejectedWrites rejected,
            SerializableSupplier<DynamoDbAsyncClient> client) {
        if (!table.isVersioned()) {
            throw new IllegalArgumentException(
                    "rows of table '" + table.name() + "' have no version field: use HistoryDynamoDbSink");
        }
        this.table = table;
        this.settings = settings;
        this.rejected = rejected;
        this.client = client;
    }

    public static <T extends SpecificRecord> VersionedDynamoDbSink<T> of(
            Table<T> table, DynamoDbSettings settings, RejectedWrites rejected) {
        return new VersionedDynamoDbSink<>(table, settings, rejected, settings::client);
    }

    @Override
    public StatefulSinkWriter<T, BufferedRequestState<RowWrite<T>>> createWriter(WriterInitContext context) {
        return restoreWriter(context, List.of());
    }

    @Override
    public StatefulSinkWriter<T, BufferedRequestState<RowWrite<T>>> restoreWriter(
            WriterInitContext context, Collection<BufferedRequestState<RowWrite<T>>> buffered) {
        WriteMetrics metrics = new WriteMetrics(context.metricGroup());
        RejectedRows<T> refused =
                new RejectedRows<>(settings.tableName(table), codec(), rejected, metrics.rejected(), Clock.systemUTC());
        VersionedDynamoDbWriter<T> writer = new VersionedDynamoDbWriter<>(
                context, settings, settings.tableName(table), client.get(), refused, metrics, buffered);
        return new CheckedWriter<>(row -> admit(row, refused), writer);
    }

    @Override
    public SimpleVersionedSerializer<BufferedRequestState<RowWrite<T>>> getWriterStateSerializer() {
        return new RowStateSerializer<>(codec(), row -> RowWrite.of(table, row));
    }

    /** Flink 1.20 still declares this form, but calls the other. */
    @Override
    @Deprecated
    public SinkWriter<T> createWriter(InitContext context) {
        throw new UnsupportedOperationException("superseded by createWriter(WriterInitContext)");
    }

    private Optional<RowWrite<T>> admit(T row, RejectedRows<T> refused) {
        RowWrite<T> write = RowWrite.of(table, row);
        return refused.admit(row, write, ItemLimits.check(table, write.item()));
    }

    private RowCodec<T> codec() {
        return RowCodec.of(table.rowType());
    }
}
