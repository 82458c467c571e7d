package io.contactpulse.standins;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class NotificationStandInTest {

    private static NotificationStandIn standIn;
    private static SnsClient sns;
    private static SqsClient sqs;

    @BeforeAll
    static void start() {
        standIn = NotificationStandIn.start();
        sns = StandInClients.sns(standIn.endpoint());
        sqs = StandInClients.sqs(standIn.endpoint());
    }

    @AfterAll
    static void stop() {
        ProcessHandle process = standIn.process();
        sns.close();
        sqs.close();
        standIn.close();
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void deliversOnlyWhatTheFilterPolicyOfTheSubscriptionLetsThrough() {
        // given
        String topic = sns.createTopic(request -> request.name("alerts")).topicArn();
        String queue =
                sqs.createQueue(request -> request.queueName("critical-alerts")).queueUrl();
        sns.subscribe(request -> request.topicArn(topic)
                .protocol("sqs")
                .endpoint(arn(queue))
                .attributes(Map.of("RawMessageDelivery", "true", "FilterPolicy", "{\"level\":[\"CRITICAL\"]}")));

        // when
        publish(topic, "WARN");
        publish(topic, "CRITICAL");

        // then
        assertThat(receive(queue)).extracting(Message::body).containsExactly("a breach at CRITICAL");
    }

    @Test
    void keepsTheFirstOfTwoEqualMessagesOnAFifoTopic() {
        // given
        String topic = sns.createTopic(request -> request.name("alerts.fifo").attributes(Map.of("FifoTopic", "true")))
                .topicArn();
        String queue = sqs.createQueue(request ->
                        request.queueName("alerts.fifo").attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")))
                .queueUrl();
        sns.subscribe(request -> request.topicArn(topic)
                .protocol("sqs")
                .endpoint(arn(queue))
                .attributes(Map.of("RawMessageDelivery", "true")));

        // when
        publishOnce(topic, "first try");
        publishOnce(topic, "second try");

        // then
        assertThat(receive(queue)).extracting(Message::body).containsExactly("first try");
    }

    @Test
    void listensOnTheLoopbackInterface() {
        assertThat(standIn.endpoint()).satisfies(Listeners::onlyOnLoopback);
    }

    private static void publish(String topic, String level) {
        sns.publish(request -> request.topicArn(topic)
                .message("a breach at " + level)
                .messageAttributes(Map.of(
                        "level",
                        MessageAttributeValue.builder()
                                .dataType("String")
                                .stringValue(level)
                                .build())));
    }

    private static void publishOnce(String topic, String message) {
        sns.publish(request -> request.topicArn(topic)
                .message(message)
                .messageGroupId("agent-017")
                .messageDeduplicationId("alert-1#1"));
    }

    private static String arn(String queue) {
        var attributes = sqs.getQueueAttributes(
                        request -> request.queueUrl(queue).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes();
        return Objects.requireNonNull(attributes.get(QueueAttributeName.QUEUE_ARN));
    }

    private static List<Message> receive(String queue) {
        return sqs.receiveMessage(request ->
                        request.queueUrl(queue).maxNumberOfMessages(10).waitTimeSeconds(2))
                .messages();
    }
}
