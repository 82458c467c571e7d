package io.contactpulse.jobruntime.sink;

import static io.contactpulse.jobruntime.sink.TestMessages.message;
import static io.contactpulse.testkit.Moments.NINE_OCLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.jobruntime.config.Settings;
import io.contactpulse.schema.DeadLetterReason;
import io.contactpulse.standins.RecordedMessage;
import io.contactpulse.standins.RecordingTopic;
import io.contactpulse.standins.StandInClients;
import io.contactpulse.standins.TopicFault;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopicSinkIT {
    private static final Clock CLOCK = Clock.fixed(NINE_OCLOCK, ZoneOffset.UTC);

    static {
        System.setProperty("aws.accessKeyId", StandInClients.ACCESS_KEY_ID);
        System.setProperty("aws.secretAccessKey", StandInClients.SECRET_ACCESS_KEY);
    }

    private final RecordingTopic topic = RecordingTopic.start();
    private final FakeLedger ledger = new FakeLedger();
    private final KeptRejections rejected = new KeptRejections();

    @AfterEach
    void stop() {
        topic.close();
    }

    @Test
    void publishesInOrderWithAttributesAndMeasuresTheWayThere() throws Exception {
        try (var writer = WriterHarness.open(sink())) {
            // when
            writer.write(message("m-1")
                    .setAt(NINE_OCLOCK.minusMillis(20))
                    .setAttributes(Map.of("level", "WARN", "empty", ""))
                    .build());
            writer.write(message("m-2").setSubject("").build());
            writer.finish();

            // then
            assertThat(topic.messages())
                    .extracting(RecordedMessage::message)
                    .containsExactly("{\"id\":\"m-1\"}", "{\"id\":\"m-2\"}");
            assertThat(topic.messages())
                    .extracting(RecordedMessage::attributes)
                    .containsExactly(Map.of("level", "WARN", "messageId", "m-1"), Map.of("messageId", "m-2"));
            assertThat(topic.messages())
                    .extracting(RecordedMessage::subject)
                    .containsExactly(Optional.of("Subject of m-1"), Optional.empty());
            assertThat(writer.counter("published")).isEqualTo(2);
            assertThat(writer.histogram("publishDelayMs").getStatistics().getValues())
                    .containsExactly(20, 0);
            assertThat(writer.histogram("acknowledgeMs").getCount()).isEqualTo(2);
        }
    }

    @Test
    void sendsSingleMessageWithinMilliseconds() throws Exception {
        try (var writer = WriterHarness.open(sink())) {
            // given
            writer.write(message("m-1").build());

            // when
            writer.context().time().advance(5);
            List<byte[]> snapshot = writer.snapshot();

            // then
            assertThat(topic.messages()).hasSize(1);
            assertThat(WriterHarness.restore(sink(), snapshot)).satisfies(restored -> {
                restored.finish();
                assertThat(topic.requests()).isEqualTo(1);
            });
        }
    }

    @Test
    void publishesOnceThoughThrottledForAWhile() throws Exception {
        // given
        topic.script((number, messages) -> number <= 3 ? TopicFault.throttled() : TopicFault.none());
        try (var writer = WriterHarness.open(sink())) {
            // when
            writer.writeAll(List.of(message("m-1").build(), message("m-2").build()));
            writer.finish();

            // then
            assertThat(published()).containsExactly("m-1", "m-2");
            assertThat(writer.counter("retried")).isEqualTo(2);
        }
    }

    @Test
    void sendsAgainOnlyWhatTheServiceFailedAt() throws Exception {
        // given
        topic.script((number, messages) ->
                number == 1 ? TopicFault.serviceFault(message -> isMessage(message, "m-2")) : TopicFault.none());
        try (var writer = WriterHarness.open(sink())) {
            // when
            writer.writeAll(List.of(
                    message("m-1").build(),
                    message("m-2").build(),
                    message("m-3").build()));
            writer.finish();

            // then
            assertThat(published()).containsExactly("m-1", "m-3", "m-2");
            assertThat(writer.counter("retried")).isEqualTo(1);
        }
    }

    @Test
    void rejectsWhatTheTopicRefusesAndPublishesTheOthers() throws Exception {
        // given
        topic.script((number, messages) -> TopicFault.senderFault(message -> isMessage(message, "odd")));
        try (var writer = WriterHarness.open(sink())) {
            // when
            writer.writeAll(List.of(message("m-1").build(), message("odd").build()));
            writer.write(message("empty").setBody("").build());
            writer.write(message("large").setBody("x".repeat(262_144)).build());
            writer.finish();

            // then
            assertThat(published()).containsExactly("m-1");
            assertThat(rejected.kept())
                    .extracting(kept -> kept.getLetter().getReason())
                    .containsExactly(
                            DeadLetterReason.MESSAGE_INVALID,
                            DeadLetterReason.MESSAGE_TOO_LARGE,
                            DeadLetterReason.MESSAGE_INVALID);
            assertThat(rejected.kept().get(2).getLetter().getStream()).isEqualTo("sink:recorded");
            assertThat(writer.counter("rejected")).isEqualTo(3);
        }
    }

    @Test
    void keepsRequestsWithinTheTopicsLimits() throws Exception {
        try (var writer = WriterHarness.open(sink())) {
            // when
            for (int number = 0; number < 3; number++) {
                writer.write(
                        message("large-" + number).setBody("x".repeat(100_000)).build());
            }
            writer.writeAll(IntStream.range(0, 20)
                    .mapToObj(number -> message("small-" + number).build())
                    .toList());
            writer.finish();

            // then
            assertThat(published()).hasSize(23).doesNotHaveDuplicates();
            assertThat(topic.requests()).isEqualTo(4);
        }
    }

    @Test
    void publishesOnceThoughRestartedBeforeTheCheckpoint() throws Exception {
        // given
        List<byte[]> snapshot;
        try (var first = WriterHarness.open(sink())) {
            first.write(message("buffered").build());
            snapshot = first.snapshot();
            first.write(message("emitted-again").build());
            first.finish();
        }

        // when
        try (var second = WriterHarness.restore(sink(), snapshot)) {
            second.write(message("emitted-again").build());
            second.finish();

            // then
            assertThat(published()).containsExactly("buffered", "emitted-again");
            assertThat(second.counter("duplicatesHeldBack")).isEqualTo(2);
            assertThat(second.counter("published")).isZero();
        }
    }

    @Test
    void repeatsMessageWhoseAnswerWasLostButNotAfterARestart() throws Exception {
        // given
        topic.script((number, messages) -> number == 1 ? TopicFault.answerLost() : TopicFault.none());
        List<byte[]> snapshot;
        try (var first = WriterHarness.open(sink())) {
            first.write(message("m-1").build());
            snapshot = first.snapshot();
            first.finish();
        }

        // when
        try (var second = WriterHarness.restore(sink(), snapshot)) {
            second.finish();

            // then
            assertThat(published()).as("once unknown, once known").containsExactly("m-1", "m-1");
            assertThat(second.counter("duplicatesHeldBack")).isEqualTo(1);
        }
    }

    @Test
    void holdsBackWhatTheSameWriterWasGivenBefore() throws Exception {
        try (var writer = WriterHarness.open(sink())) {
            // when
            writer.writeAll(List.of(message("m-1").build(), message("m-1").build()));
            writer.finish();

            // then
            assertThat(published()).containsExactly("m-1");
            assertThat(writer.counter("duplicatesHeldBack")).isEqualTo(1);
        }
    }

    @Test
    void looksUpOnlyWhatAnEarlierWriterMayHavePublished() throws Exception {
        try (var writer = WriterHarness.open(sink())) {
            // when
            writer.write(
                    message("old").setAt(NINE_OCLOCK.minus(Duration.ofHours(1))).build());
            writer.write(message("in-doubt").setAt(NINE_OCLOCK.plusSeconds(59)).build());
            writer.write(message("young").setAt(NINE_OCLOCK.plusSeconds(60)).build());
            writer.finish();
            writer.write(message("younger").setAt(NINE_OCLOCK.plusSeconds(90)).build());
            writer.finish();

            // then
            assertThat(ledger.lookUps()).containsExactly(Set.of("old", "in-doubt"));
            assertThat(ledger.recorded()).containsOnly("old", "in-doubt", "young", "younger");
        }
    }

    @Test
    void publishesThoughTheLedgerFails() throws Exception {
        // given
        ledger.failFromNowOn();
        try (var writer = WriterHarness.open(sink())) {
            // when
            writer.write(message("m-1").build());
            writer.finish();

            // then
            assertThat(published()).containsExactly("m-1");
            assertThat(writer.counter("ledgerFailures"))
                    .as("one look-up, one record")
                    .isEqualTo(2);
        }
    }

    private TopicSink sink() {
        Properties properties = new Properties();
        properties.setProperty("topic-arn", topic.arn());
        properties.setProperty("region", StandInClients.REGION.id());
        properties.setProperty("endpoint", topic.endpoint().toString());
        properties.setProperty("ledger-table", "ledger");
        TopicSettings settings =
                TopicSettings.from(Settings.of(Map.of("sink.topic", properties)).group("sink.topic"));
        return new TopicSink(settings, rejected, settings::client, () -> ledger, CLOCK);
    }

    private List<String> published() {
        return topic.messages().stream()
                .map(message -> message.attributes().get("messageId"))
                .toList();
    }

    private static boolean isMessage(RecordedMessage message, String messageId) {
        return messageId.equals(message.attributes().get("messageId"));
    }
}
