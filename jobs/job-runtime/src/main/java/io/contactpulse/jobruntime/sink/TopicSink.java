package io.contactpulse.jobruntime.sink;

import io.contactpulse.jobruntime.deadletter.RejectedWrites;
import io.contactpulse.schema.Notification;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.SupportsWriterState;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.util.function.SerializableSupplier;
import software.amazon.awssdk.services.sns.SnsAsyncClient;

/**
 * Publishes notifications to an SNS topic, each message id once. After a restart, messages that an earlier incarnation
 * may have published are looked up in a ledger first; what is younger goes out at once. Two gaps are left, because SNS
 * knows no conditional publish: a crash between the publish and the ledger's write, and an answer of SNS that is lost on
 * the way, repeat a message. Both are rare and harmless beside a lost alert; the id is an attribute of every message.
 */
public final class TopicSink
        implements Sink<Notification>, SupportsWriterState<Notification, BufferedRequestState<OutgoingMessage>> {
    private static final long serialVersionUID = 1L;
    private static final int REMEMBERED_IDS = 10_000;

    private final TopicSettings settings;
    private final RejectedWrites rejected;
    private final SerializableSupplier<SnsAsyncClient> client;
    private final SerializableSupplier<PublishLedger> ledger;
    private final Clock clock;

    TopicSink(
            TopicSettings settings,
            RejectedWrites rejected,
            SerializableSupplier<SnsAsyncClient> client,
            SerializableSupplier<PublishLedger> ledger,
            Clock clock) {
        this.settings = settings;
        this.rejected = rejected;
        this.client = client;
        this.ledger = ledger;
        this.clock = clock;
    }

    public static TopicSink of(TopicSettings settings, RejectedWrites rejected) {
        return new TopicSink(settings, rejected, settings::client, settings::ledger, Clock.systemUTC());
    }

    @Override
    public StatefulSinkWriter<Notification, BufferedRequestState<OutgoingMessage>> createWriter(
            WriterInitContext context) {
        return restoreWriter(context, List.of());
    }

    @Override
    public StatefulSinkWriter<Notification, BufferedRequestState<OutgoingMessage>> restoreWriter(
            WriterInitContext context, Collection<BufferedRequestState<OutgoingMessage>> buffered) {
        TopicMetrics metrics = new TopicMetrics(context.metricGroup());
        RejectedRows<Notification> refused =
                new RejectedRows<>(settings.topicName(), codec(), rejected, metrics.rejected(), clock);
        RecentIds recentIds = new RecentIds(REMEMBERED_IDS);
        buffered.forEach(state -> state.getBufferedRequestEntries()
                .forEach(entry -> recentIds.add(entry.getRequestEntry().id())));
        TopicWriter writer = new TopicWriter(
                context,
                settings,
                new TopicPublisher(client.get(), settings.topicArn(), clock),
                new PublishedBefore(ledger.get(), clock.instant(), metrics),
                refused,
                metrics,
                buffered);
        return new CheckedWriter<>(notification -> admit(notification, recentIds, refused, metrics), writer);
    }

    @Override
    public SimpleVersionedSerializer<BufferedRequestState<OutgoingMessage>> getWriterStateSerializer() {
        return new RowStateSerializer<>(codec(), OutgoingMessage::of);
    }

    /** Flink 1.20 still declares this form, but calls the other. */
    @Override
    @Deprecated
    public SinkWriter<Notification> createWriter(InitContext context) {
        throw new UnsupportedOperationException("superseded by createWriter(WriterInitContext)");
    }

    private static Optional<OutgoingMessage> admit(
            Notification notification, RecentIds recentIds, RejectedRows<Notification> refused, TopicMetrics metrics) {
        if (!recentIds.add(notification.getMessageId())) {
            metrics.duplicateHeldBack();
            return Optional.empty();
        }
        OutgoingMessage message = OutgoingMessage.of(notification);
        return refused.admit(notification, message, message.problem());
    }

    private static RowCodec<Notification> codec() {
        return RowCodec.of(Notification.class);
    }
}
