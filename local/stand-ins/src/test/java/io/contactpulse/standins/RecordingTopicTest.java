package io.contactpulse.standins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchResponse;
import software.amazon.awssdk.services.sns.model.PublishBatchResultEntry;
import software.amazon.awssdk.services.sns.model.PublishResponse;
import software.amazon.awssdk.services.sns.model.TooManyEntriesInBatchRequestException;

class RecordingTopicTest {

    private static final String AWKWARD = "Üñï & <xml> = %41 + \"quotes\"\nand a second line";

    private RecordingTopic topic;
    private SnsClient client;

    @BeforeEach
    void start() {
        topic = RecordingTopic.start();
        client = StandInClients.sns(topic.endpoint());
    }

    @AfterEach
    void stop() {
        client.close();
        topic.close();
    }

    @Test
    void recordsAMessageWithSubjectAndAttributes() {
        // when
        PublishResponse answer = client.publish(request -> request.topicArn(topic.arn())
                .subject("a breach")
                .message(AWKWARD)
                .messageAttributes(Map.of("level", text("CRITICAL"), "team", text("dealers"))));

        // then
        RecordedMessage recorded = topic.messages().get(0);
        assertThat(topic.messages()).hasSize(1);
        assertThat(recorded)
                .isEqualTo(new RecordedMessage(
                        topic.arn(),
                        answer.messageId(),
                        Optional.of("a breach"),
                        AWKWARD,
                        Map.of("level", "CRITICAL", "team", "dealers"),
                        recorded.receivedAt()));
    }

    @Test
    void recordsABatchInOrder() {
        // when
        PublishBatchResponse answer = publishBatch(3);

        // then
        assertThat(answer.successful()).extracting(PublishBatchResultEntry::id).containsExactly("0", "1", "2");
        assertThat(answer.hasFailed() && !answer.failed().isEmpty()).isFalse();
        assertThat(topic.messages())
                .extracting(RecordedMessage::id, RecordedMessage::message, RecordedMessage::subject)
                .containsExactly(
                        tuple("0", "message 0", Optional.empty()),
                        tuple("1", "message 1", Optional.empty()),
                        tuple("2", "message 2", Optional.empty()));
    }

    @Test
    void recordsOnceWhenTheFirstTryIsThrottled() {
        // given
        topic.script((number, messages) -> number == 1 ? TopicFault.throttled() : TopicFault.none());

        // when
        publish("breach");

        // then
        assertThat(topic.requests()).isEqualTo(2);
        assertThat(topic.messages()).extracting(RecordedMessage::message).containsExactly("breach");
    }

    @Test
    void recordsTwiceWhenTheFirstAnswerIsLost() {
        // given
        topic.script((number, messages) -> number == 1 ? TopicFault.answerLost() : TopicFault.none());

        // when
        publish("breach");

        // then
        assertThat(topic.requests()).isEqualTo(2);
        assertThat(topic.messages()).extracting(RecordedMessage::message).containsExactly("breach", "breach");
    }

    @Test
    void failsThroughoutWhenEveryAnswerIsLost() {
        // given
        topic.script((number, messages) -> TopicFault.answerLost());

        // when, then
        assertThatThrownBy(() -> publish("breach")).isInstanceOf(SdkClientException.class);
        assertThat(topic.messages()).hasSize(topic.requests());
    }

    @Test
    void failsTheScriptedEntriesOfABatchAndRecordsTheOthers() {
        // given
        topic.script((number, messages) ->
                number == 1 ? TopicFault.senderFault(isEntry("1")) : TopicFault.serviceFault(isEntry("0")));

        // when
        PublishBatchResponse first = publishBatch(3);
        PublishBatchResponse second = publishBatch(2);

        // then
        assertThat(first.failed())
                .extracting(BatchResultErrorEntry::id, BatchResultErrorEntry::senderFault)
                .containsExactly(tuple("1", true));
        assertThat(second.failed())
                .extracting(BatchResultErrorEntry::id, BatchResultErrorEntry::senderFault)
                .containsExactly(tuple("0", false));
        assertThat(topic.messages()).extracting(RecordedMessage::id).containsExactly("0", "2", "1");
    }

    @Test
    void failsASingleMessageAsScripted() {
        // given
        topic.script((number, messages) -> TopicFault.senderFault(message -> true));

        // when, then
        assertThatThrownBy(() -> publish("breach")).isInstanceOf(InvalidParameterException.class);
        assertThat(topic.messages()).isEmpty();
    }

    @Test
    void refusesABatchOfEleven() {
        assertThatThrownBy(() -> publishBatch(11)).isInstanceOf(TooManyEntriesInBatchRequestException.class);
        assertThat(topic.messages()).isEmpty();
    }

    private void publish(String message) {
        client.publish(request -> request.topicArn(topic.arn()).message(message));
    }

    private PublishBatchResponse publishBatch(int size) {
        List<PublishBatchRequestEntry> entries = IntStream.range(0, size)
                .mapToObj(index -> PublishBatchRequestEntry.builder()
                        .id(Integer.toString(index))
                        .message("message " + index)
                        .build())
                .toList();
        return client.publishBatch(request -> request.topicArn(topic.arn()).publishBatchRequestEntries(entries));
    }

    private static Predicate<RecordedMessage> isEntry(String id) {
        return message -> message.id().equals(id);
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }
}
