package io.contactpulse.standins;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** A Publish or PublishBatch request of SNS's query protocol. */
record PublishRequest(String action, List<RecordedMessage> messages) {

    private static final int MOST_ENTRIES = 10;
    private static final int MOST_BYTES = 256 * 1024;

    static PublishRequest read(InputStream body) throws IOException {
        QueryParameters parameters = QueryParameters.parse(new String(body.readAllBytes(), StandardCharsets.US_ASCII));
        String action = parameters.text("Action");
        String topicArn = parameters.text("TopicArn");
        Instant now = Instant.now();
        if (!action.equals("PublishBatch")) {
            String id = UUID.randomUUID().toString();
            return new PublishRequest(action, List.of(message(parameters, topicArn, id, now)));
        }
        List<RecordedMessage> messages = new ArrayList<>();
        for (QueryParameters entry : parameters.list("PublishBatchRequestEntries.member")) {
            messages.add(message(entry, topicArn, entry.text("Id"), now));
        }
        return new PublishRequest(action, messages);
    }

    /** What SNS itself refuses, before any scripted fault. */
    Optional<PublishAnswer> refusal() {
        if (!action.equals("Publish") && !isBatch()) {
            return refused("InvalidAction", "this stand-in answers Publish and PublishBatch only, not " + action);
        }
        if (messages.isEmpty()) {
            return refused("EmptyBatchRequest", "a batch holds at least one entry");
        }
        if (messages.size() > MOST_ENTRIES) {
            return refused("TooManyEntriesInBatchRequest", "a batch holds at most " + MOST_ENTRIES + " entries");
        }
        if (messages.stream().map(RecordedMessage::id).distinct().count() < messages.size()) {
            return refused("BatchEntryIdsNotDistinct", "two entries of the batch have one id");
        }
        if (bytes() > MOST_BYTES) {
            return refused(
                    isBatch() ? "BatchRequestTooLong" : "InvalidParameter",
                    "a request holds at most 256 KiB of messages");
        }
        return Optional.empty();
    }

    List<RecordedMessage> without(Predicate<RecordedMessage> failing) {
        return messages.stream().filter(failing.negate()).toList();
    }

    PublishAnswer answerWith(TopicFault.Failing failing) {
        if (isBatch()) {
            return PublishAnswer.batch(messages, failing);
        }
        RecordedMessage only = messages.get(0);
        if (!failing.messages().test(only)) {
            return PublishAnswer.published(only);
        }
        return failing.senderFault()
                ? PublishAnswer.error(400, "InvalidParameter", "refused as scripted")
                : PublishAnswer.error(500, "InternalError", "failed as scripted");
    }

    private boolean isBatch() {
        return action.equals("PublishBatch");
    }

    private int bytes() {
        return messages.stream()
                .mapToInt(message -> message.message().getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    private static Optional<PublishAnswer> refused(String code, String message) {
        return Optional.of(PublishAnswer.error(400, code, message));
    }

    private static RecordedMessage message(QueryParameters parameters, String topicArn, String id, Instant now) {
        Map<String, String> attributes = new HashMap<>();
        for (QueryParameters attribute : parameters.list("MessageAttributes.entry")) {
            attribute.find("Value.StringValue").ifPresent(value -> attributes.put(attribute.text("Name"), value));
        }
        return new RecordedMessage(
                topicArn, id, parameters.find("Subject"), parameters.text("Message"), Map.copyOf(attributes), now);
    }
}
