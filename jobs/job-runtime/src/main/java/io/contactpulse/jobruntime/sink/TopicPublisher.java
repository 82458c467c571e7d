package io.contactpulse.jobruntime.sink;

import static io.contactpulse.jobruntime.sink.PublishOutcome.Kind.FAILED;
import static io.contactpulse.jobruntime.sink.PublishOutcome.Kind.FAILED_FOR_NOW;
import static io.contactpulse.jobruntime.sink.PublishOutcome.Kind.REFUSED;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sns.SnsAsyncClient;
import software.amazon.awssdk.services.sns.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesResponse;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.PublishBatchRequest;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchResponse;

/** Publishes batches and says of every message what became of it; one bad message does not hold up the others. */
final class TopicPublisher {
    private static final Logger LOGGER = LoggerFactory.getLogger(TopicPublisher.class);
    private static final Set<String> REFUSALS = Set.of(
            "InvalidParameter",
            "InvalidParameterValue",
            "ParameterValueInvalid",
            "BatchRequestTooLong",
            "ValidationException");

    private final SnsAsyncClient client;
    private final String topicArn;
    private final Clock clock;

    TopicPublisher(SnsAsyncClient client, String topicArn, Clock clock) {
        this.client = client;
        this.topicArn = topicArn;
        this.clock = clock;
    }

    /**
     * Makes the connection before the first alert needs it, and finds out early that the topic is not there. The job goes
     * on whatever the answer: it may lack the permission to ask, and a topic can still be created.
     */
    void warmUp() {
        client.getTopicAttributes(request -> request.topicArn(topicArn)).exceptionally(failure -> {
            if (AwsErrors.unwrap(failure) instanceof NotFoundException) {
                LOGGER.warn("the topic does not exist topic={}", topicArn);
            }
            return GetTopicAttributesResponse.builder().build();
        });
    }

    CompletableFuture<List<PublishOutcome>> publish(List<OutgoingMessage> messages) {
        if (messages.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        PublishBatchRequest request = PublishBatchRequest.builder()
                .topicArn(topicArn)
                .publishBatchRequestEntries(entries(messages))
                .build();
        return client.publishBatch(request)
                .handle((response, failure) -> failure == null
                        ? CompletableFuture.completedFuture(outcomes(messages, response))
                        : failed(messages, AwsErrors.unwrap(failure)))
                .thenCompose(Function.identity());
    }

    private List<PublishBatchRequestEntry> entries(List<OutgoingMessage> messages) {
        List<PublishBatchRequestEntry> entries = new ArrayList<>();
        for (OutgoingMessage message : messages) {
            entries.add(message.entry().id(Integer.toString(entries.size())).build());
        }
        return entries;
    }

    private List<PublishOutcome> outcomes(List<OutgoingMessage> messages, PublishBatchResponse response) {
        Instant now = clock.instant();
        Map<String, BatchResultErrorEntry> failures = new HashMap<>();
        response.failed().forEach(failure -> failures.put(failure.id(), failure));
        List<PublishOutcome> outcomes = new ArrayList<>();
        for (OutgoingMessage message : messages) {
            BatchResultErrorEntry failure = failures.get(Integer.toString(outcomes.size()));
            outcomes.add(failure == null ? PublishOutcome.published(message, now) : failed(message, failure));
        }
        return outcomes;
    }

    private static PublishOutcome failed(OutgoingMessage message, BatchResultErrorEntry failure) {
        boolean forGood = Boolean.TRUE.equals(failure.senderFault()) && !AwsErrors.isPassing(failure.code());
        return PublishOutcome.notPublished(
                message, forGood ? REFUSED : FAILED_FOR_NOW, failure.code() + ": " + failure.message());
    }

    private CompletableFuture<List<PublishOutcome>> failed(List<OutgoingMessage> messages, Throwable error) {
        boolean refused = AwsErrors.code(error).filter(REFUSALS::contains).isPresent();
        if (refused && messages.size() > 1) {
            return oneByOne(messages);
        }
        PublishOutcome.Kind kind = refused ? REFUSED : AwsErrors.isPassing(error) ? FAILED_FOR_NOW : FAILED;
        return CompletableFuture.completedFuture(messages.stream()
                .map(message -> PublishOutcome.notPublished(message, kind, error))
                .collect(Collectors.toList()));
    }

    /** SNS does not say which message of a refused request is the bad one. */
    private CompletableFuture<List<PublishOutcome>> oneByOne(List<OutgoingMessage> messages) {
        CompletableFuture<List<PublishOutcome>> all = CompletableFuture.completedFuture(List.of());
        for (OutgoingMessage message : messages) {
            all = all.thenCombine(publish(List.of(message)), TopicPublisher::joined);
        }
        return all;
    }

    private static List<PublishOutcome> joined(List<PublishOutcome> first, List<PublishOutcome> second) {
        List<PublishOutcome> joined = new ArrayList<>(first);
        joined.addAll(second);
        return joined;
    }

    void close() {
        client.close();
    }
}
