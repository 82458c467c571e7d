package io.contactpulse.agentstatesla.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.agentstatesla.operator.DropContactsWithoutQueue;
import io.contactpulse.jobruntime.decode.DecodeRecord;
import io.contactpulse.jobruntime.decode.WriterSchemas;
import io.contactpulse.jobruntime.source.FutureCap;
import io.contactpulse.schema.DeadLetterReason;
import io.contactpulse.schema.QueueEnd;
import io.contactpulse.schema.QueueEntry;
import io.contactpulse.schema.QueueExit;
import io.contactpulse.schema.RawRecord;
import io.contactpulse.schema.RejectedRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueEndFormatTest {
    private static final String INSTANCE = "arn:aws:connect:eu-central-1:000000000000:instance/i-1";
    private static final String ANSWERED = """
            {"AWSContactTraceRecordFormatVersion":"2017-03-10","ContactId":"c-1","Channel":"VOICE","InitiationMethod":"INBOUND",
             "InstanceARN":"%s","InitiationTimestamp":"2026-03-02T08:50:00Z","NextContactId":null,
             "Agent":{"ARN":"%s/agent/a-1","AgentInteractionDuration":100,"CustomerHoldDuration":20,"AfterContactWorkDuration":30,
               "LongestHoldDuration":20,"HierarchyGroups":null},
             "Queue":{"ARN":"%s/queue/q-1","Name":"Roadside","EnqueueTimestamp":"2026-03-02T08:51:00Z",
               "DequeueTimestamp":"2026-03-02T08:51:25Z","Duration":25},
             "DisconnectReason":"CUSTOMER_DISCONNECT","DisconnectTimestamp":"2026-03-02T08:53:25Z",
             "LastUpdateTimestamp":"2026-03-02T08:55:00Z"}""".formatted(INSTANCE, INSTANCE, INSTANCE);
    private static final String UNANSWERED =
            ANSWERED.replaceAll("\"Agent\":\\{[^}]*\\}", "\"Agent\":null").replace("VOICE", "CHAT");

    private final DropContactsWithoutQueue filter = new DropContactsWithoutQueue();

    @Test
    void readsHowAContactLeftItsQueue() throws Exception {
        QueueEntry entry = decoded(ANSWERED);

        assertThat(entry)
                .isEqualTo(QueueEntry.newBuilder()
                        .setInstanceId("i-1")
                        .setQueueId("q-1")
                        .setQueueName("Roadside")
                        .setAt(Instant.parse("2026-03-02T08:51:25Z"))
                        .setOrder("c-1 2026-03-02T08:55:00Z")
                        .setEnd(QueueEnd.newBuilder()
                                .setContactId("c-1")
                                .setChannel("VOICE")
                                .setEnqueuedAt(Instant.parse("2026-03-02T08:51:00Z"))
                                .setDequeuedAt(Instant.parse("2026-03-02T08:51:25Z"))
                                .setExit(QueueExit.ANSWERED)
                                .setHandledMillis(150_000L)
                                .build())
                        .build());
        assertThat(filter.filter(entry)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null    | CUSTOMER_DISCONNECT     | ABANDONED",
                "null    | CONTACT_FLOW_DISCONNECT | ABANDONED",
                "\"c-2\" | CONTACT_FLOW_DISCONNECT | CALLED_BACK",
                "\"c-2\" | OTHER                   | TRANSFERRED"
            })
    void tellsHowAContactLeftWithoutAnAgent(String next, String reason, QueueExit exit) throws Exception {
        QueueEntry entry = decoded(UNANSWERED
                .replace("\"NextContactId\":null", "\"NextContactId\":" + next)
                .replace("CUSTOMER_DISCONNECT", reason));

        assertThat(entry.getEnd().getExit()).isEqualTo(exit);
        assertThat(entry.getEnd().getOptionalHandledMillis()).isEmpty();
        assertThat(entry.getEnd().getOptionalChannel()).contains("CHAT");
    }

    @Test
    void takesAContactThatWentOnAfterItsAgentForAnswered() throws Exception {
        QueueEntry entry = decoded(ANSWERED.replace("\"NextContactId\":null", "\"NextContactId\":\"c-2\""));

        assertThat(entry.getEnd().getExit()).isEqualTo(QueueExit.ANSWERED);
    }

    @Test
    void goesByTheDisconnectWhenNobodyTookTheContactOut() throws Exception {
        QueueEntry entry = decoded(
                UNANSWERED.replace("\"DequeueTimestamp\":\"2026-03-02T08:51:25Z\"", "\"DequeueTimestamp\":null"));

        assertThat(entry.getAt()).isEqualTo(Instant.parse("2026-03-02T08:53:25Z"));
        assertThat(entry.getEnd().getDequeuedAt()).isEqualTo(entry.getAt());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"Queue\":{                                  | \"Other\":{",
                "\"EnqueueTimestamp\"                         | \"Other\"",
                "\"ARN\":\"%s/queue/q-1\"                     | \"ARN\":null",
                "\"INBOUND\"                                  | \"OUTBOUND\"",
                "\"INBOUND\"                                  | \"EXTERNAL_OUTBOUND\"",
                "\"INBOUND\"                                  | \"MONITOR\""
            })
    void findsNoEndOfAContactThatNeverWaited(String part, String instead) throws Exception {
        String json = ANSWERED.replace(part.formatted(INSTANCE), instead);
        assertThat(json).isNotEqualTo(ANSWERED);

        QueueEntry entry = decoded(json);

        assertThat(entry.getOptionalEnd()).isEmpty();
        assertThat(entry.getAt()).isEqualTo(Instant.parse("2026-03-02T08:55:00Z"));
        assertThat(filter.filter(entry)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"ContactId\"            | \"Other\"  | MISSING_KEY_FIELD | ContactId",
                "\"InstanceARN\"          | \"Other\"  | MISSING_KEY_FIELD | InstanceARN",
                "\"LastUpdateTimestamp\"  | \"Other\"  | MISSING_KEY_FIELD | LastUpdateTimestamp",
                "\"c-1\"                  | 1          | INVALID_KEY_FIELD | ContactId",
                "2026-03-02T08:55:00Z     | yesterday  | INVALID_KEY_FIELD | LastUpdateTimestamp",
                "2026-03-02T08:51:25Z     | 2026-03-02T09:06:00Z | FUTURE_TIMESTAMP | ahead"
            })
    void refusesARecordWithoutItsKeyFields(String good, String bad, DeadLetterReason reason, String named)
            throws Exception {
        String json = ANSWERED.replace(good, bad);
        assertThat(json).isNotEqualTo(ANSWERED);

        RejectedRecord rejected = rejected(json);

        assertThat(rejected.getLetter().getReason()).isEqualTo(reason);
        assertThat(rejected.getLetter().getMessage()).contains(named);
    }

    private static QueueEntry decoded(String json) throws Exception {
        try (OneInputStreamOperatorTestHarness<RawRecord, QueueEntry> harness = harness()) {
            harness.processElement(raw(json), 0);
            assertThat(harness.getSideOutput(DecodeRecord.REJECTED)).isNull();
            return harness.extractOutputValues().get(0);
        }
    }

    private static RejectedRecord rejected(String json) throws Exception {
        try (OneInputStreamOperatorTestHarness<RawRecord, QueueEntry> harness = harness()) {
            harness.processElement(raw(json), 0);
            assertThat(harness.extractOutputValues()).isEmpty();
            Queue<StreamRecord<RejectedRecord>> rejected = harness.getSideOutput(DecodeRecord.REJECTED);
            return List.copyOf(rejected).get(0).getValue();
        }
    }

    private static OneInputStreamOperatorTestHarness<RawRecord, QueueEntry> harness() throws Exception {
        return ProcessFunctionTestHarnesses.forProcessFunction(
                new DecodeRecord<>(new QueueEndFormat(), WriterSchemas.none(), FutureCap.of(Duration.ofMinutes(5))));
    }

    private static RawRecord raw(String json) {
        return RawRecord.newBuilder()
                .setStream("ctr")
                .setArrivedAt(Instant.parse("2026-03-02T09:00:01Z"))
                .setPayload(ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)))
                .build();
    }
}
