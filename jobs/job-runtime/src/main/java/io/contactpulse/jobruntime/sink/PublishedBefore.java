package io.contactpulse.jobruntime.sink;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the ledger about messages that an earlier incarnation of the writer may have published: those of before its
 * start, with a margin for clocks that differ. A ledger in trouble never holds up a message.
 */
final class PublishedBefore {
    private static final Logger LOGGER = LoggerFactory.getLogger(PublishedBefore.class);
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final PublishLedger ledger;
    private final Instant youngestInDoubt;
    private final TopicMetrics metrics;

    PublishedBefore(PublishLedger ledger, Instant writerStart, TopicMetrics metrics) {
        this.ledger = ledger;
        this.youngestInDoubt = writerStart.plus(MARGIN);
        this.metrics = metrics;
    }

    /** The ids, among those of the messages, of what has been published. */
    CompletableFuture<Set<String>> of(List<OutgoingMessage> messages) {
        Set<String> inDoubt = ids(messages, message -> message.row().getAt().isBefore(youngestInDoubt));
        if (inDoubt.isEmpty()) {
            return CompletableFuture.completedFuture(Set.of());
        }
        return ledger.published(inDoubt).exceptionally(error -> {
            trouble("cannot look up what has been published, publishing all", inDoubt.size(), error);
            return Set.of();
        });
    }

    /** Completes when the messages are recorded as published, or cannot be. */
    CompletableFuture<Void> add(List<OutgoingMessage> messages) {
        if (messages.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        return ledger.record(ids(messages, message -> true)).exceptionally(error -> {
            trouble("cannot record what has been published, a restart may repeat it", messages.size(), error);
            return null;
        });
    }

    private void trouble(String what, int messages, Throwable error) {
        metrics.ledgerFailed();
        LOGGER.warn("{} messages={}", what, messages, AwsErrors.unwrap(error));
    }

    private static Set<String> ids(List<OutgoingMessage> messages, Predicate<OutgoingMessage> filter) {
        return messages.stream().filter(filter).map(OutgoingMessage::id).collect(Collectors.toSet());
    }

    void close() {
        ledger.close();
    }
}
