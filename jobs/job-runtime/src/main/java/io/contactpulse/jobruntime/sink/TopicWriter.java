package io.contactpulse.jobruntime.sink;

import static io.contactpulse.schema.DeadLetterReason.MESSAGE_INVALID;

import io.contactpulse.schema.Notification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriter;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.ResultHandler;

/** Sends messages in batches: leaves out what was published before, publishes, records, and only then acknowledges. */
final class TopicWriter extends AsyncSinkWriter<OutgoingMessage, OutgoingMessage> {
    static final int BATCH = 10;

    private final String topicArn;
    private final TopicPublisher publisher;
    private final PublishedBefore publishedBefore;
    private final RejectedRows<Notification> refused;
    private final TopicMetrics metrics;
    private final MailboxExecutor mailbox;
    private final RetryLog retryLog;

    TopicWriter(
            WriterInitContext context,
            TopicSettings settings,
            TopicPublisher publisher,
            PublishedBefore publishedBefore,
            RejectedRows<Notification> refused,
            TopicMetrics metrics,
            Collection<BufferedRequestState<OutgoingMessage>> buffered) {
        super(
                (message, ignored) -> message,
                context,
                Buffering.of(BATCH, OutgoingMessage.MESSAGE_BYTES, settings.maxInFlight(), settings.flushInterval()),
                buffered);
        this.topicArn = settings.topicArn();
        this.publisher = publisher;
        this.publishedBefore = publishedBefore;
        this.refused = refused;
        this.metrics = metrics;
        this.mailbox = context.getMailboxExecutor();
        this.retryLog = new RetryLog(topicArn);
        publisher.warmUp();
    }

    @Override
    protected void submitRequestEntries(List<OutgoingMessage> messages, ResultHandler<OutgoingMessage> handler) {
        publishedBefore
                .of(messages)
                .thenCompose(known -> publish(messages, known))
                .thenCompose(this::recorded)
                .whenComplete((outcomes, failure) -> mailbox.execute(
                        () -> {
                            if (failure != null) {
                                throw new IOException("cannot publish to " + topicArn, AwsErrors.unwrap(failure));
                            }
                            settle(outcomes, handler);
                        },
                        "settle publications"));
    }

    private CompletableFuture<List<PublishOutcome>> publish(List<OutgoingMessage> messages, Set<String> known) {
        List<PublishOutcome> outcomes = new ArrayList<>();
        List<OutgoingMessage> unknown = new ArrayList<>();
        for (OutgoingMessage message : messages) {
            if (known.contains(message.id())) {
                outcomes.add(PublishOutcome.heldBack(message));
            } else {
                unknown.add(message);
            }
        }
        return publisher.publish(unknown).thenApply(published -> {
            outcomes.addAll(published);
            return outcomes;
        });
    }

    private CompletableFuture<List<PublishOutcome>> recorded(List<PublishOutcome> outcomes) {
        List<OutgoingMessage> published = outcomes.stream()
                .filter(outcome -> outcome.kind() == PublishOutcome.Kind.PUBLISHED)
                .map(PublishOutcome::message)
                .collect(Collectors.toList());
        return publishedBefore.add(published).thenApply(done -> outcomes);
    }

    private void settle(List<PublishOutcome> outcomes, ResultHandler<OutgoingMessage> handler) throws IOException {
        List<OutgoingMessage> again = new ArrayList<>();
        for (PublishOutcome outcome : outcomes) {
            settle(outcome, again);
        }
        if (again.isEmpty()) {
            handler.complete();
            return;
        }
        metrics.retried(again.size());
        handler.retryForEntries(again);
    }

    private void settle(PublishOutcome outcome, List<OutgoingMessage> again) throws IOException {
        switch (outcome.kind()) {
            case PUBLISHED:
                metrics.published(outcome);
                break;
            case HELD_BACK:
                metrics.duplicateHeldBack();
                break;
            case REFUSED:
                refused.keep(outcome.message().row(), Problem.of(MESSAGE_INVALID, "SNS refuses it: " + outcome.text()));
                break;
            case FAILED_FOR_NOW:
                retryLog.retrying(outcome.text());
                again.add(outcome.message());
                break;
            case FAILED:
                throw new IOException(
                        "cannot publish to " + topicArn + "; check that the topic exists in the configured region and"
                                + " that the job's role may Publish: " + outcome.text(),
                        outcome.error());
        }
    }

    @Override
    protected long getSizeInBytes(OutgoingMessage message) {
        return message.size();
    }

    @Override
    public void close() {
        publisher.close();
        publishedBefore.close();
    }
}
