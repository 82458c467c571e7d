package io.contactpulse.launcher.demo;

import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;

/** Somebody who has subscribed to the alerts: reads the queue as fast as it fills. */
final class Subscriber {
    private static final int BATCH = 10;
    private static final int WAIT_SECONDS = 1;

    private final SqsClient sqs;
    private final String queueUrl;
    private final Deliveries deliveries;

    Subscriber(SqsClient sqs, String queueUrl, Deliveries deliveries) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
        this.deliveries = deliveries;
    }

    /** Reads until interrupted. */
    void readOn() {
        while (!Thread.currentThread().isInterrupted()) {
            read();
        }
    }

    /** Reads what is still there. Call when nobody publishes any more. */
    void readRest() {
        while (read() > 0) {
            // Each round has read a batch.
        }
    }

    private int read() {
        List<Message> messages = sqs.receiveMessage(request ->
                        request.queueUrl(queueUrl).maxNumberOfMessages(BATCH).waitTimeSeconds(WAIT_SECONDS))
                .messages();
        messages.forEach(message -> deliveries.add(Delivery.of(message.body())));
        if (!messages.isEmpty()) {
            sqs.deleteMessageBatch(request -> request.queueUrl(queueUrl)
                    .entries(messages.stream().map(Subscriber::receipt).toList()));
        }
        return messages.size();
    }

    private static DeleteMessageBatchRequestEntry receipt(Message message) {
        return DeleteMessageBatchRequestEntry.builder()
                .id(message.messageId())
                .receiptHandle(message.receiptHandle())
                .build();
    }
}
