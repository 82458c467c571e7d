package io.contactpulse.jobruntime.sink;

import static io.contactpulse.schema.DeadLetterReason.MESSAGE_INVALID;
import static io.contactpulse.schema.DeadLetterReason.MESSAGE_TOO_LARGE;

import io.contactpulse.schema.Notification;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;

/** One message on its way to a topic. */
final class OutgoingMessage extends BufferedRow<Notification> {
    static final long MESSAGE_BYTES = 256 * 1024;

    private static final long serialVersionUID = 1L;
    private static final String STRING = "String";
    private static final String MESSAGE_ID = "messageId";

    private OutgoingMessage(Notification notification, long size) {
        super(notification, size);
    }

    static OutgoingMessage of(Notification notification) {
        long size = ItemSize.bytes(notification.getBody()) + ItemSize.bytes(notification.getSubject());
        for (Map.Entry<String, String> attribute : attributes(notification).entrySet()) {
            size += ItemSize.bytes(attribute.getKey()) + STRING.length() + ItemSize.bytes(attribute.getValue());
        }
        return new OutgoingMessage(notification, size);
    }

    String id() {
        return row().getMessageId();
    }

    /** What would fail the whole request that the message is in. */
    Optional<Problem> problem() {
        if (row().getBody().isEmpty()) {
            return Optional.of(Problem.of(MESSAGE_INVALID, "the message's body is empty"));
        }
        if (size() > MESSAGE_BYTES) {
            return Optional.of(Problem.of(
                    MESSAGE_TOO_LARGE, "the message has " + size() + " bytes; the limit is " + MESSAGE_BYTES));
        }
        return Optional.empty();
    }

    PublishBatchRequestEntry.Builder entry() {
        Map<String, MessageAttributeValue> attributes = new LinkedHashMap<>();
        attributes(row())
                .forEach((name, value) -> attributes.put(
                        name,
                        MessageAttributeValue.builder()
                                .dataType(STRING)
                                .stringValue(value)
                                .build()));
        PublishBatchRequestEntry.Builder entry =
                PublishBatchRequestEntry.builder().message(row().getBody()).messageAttributes(attributes);
        return row().getSubject().isEmpty() ? entry : entry.subject(row().getSubject());
    }

    /** SNS refuses empty values; an attribute that says nothing is left out. */
    private static Map<String, String> attributes(Notification notification) {
        Map<String, String> attributes = new LinkedHashMap<>(notification.getAttributes());
        attributes.put(MESSAGE_ID, notification.getMessageId());
        attributes.values().removeIf(String::isEmpty);
        return attributes;
    }
}
