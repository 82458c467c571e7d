package io.contactpulse.agentstatesla.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.agentstatesla.operator.CommandForDesk;
import io.contactpulse.jobruntime.decode.DecodeRecord;
import io.contactpulse.jobruntime.decode.WriterSchemas;
import io.contactpulse.jobruntime.source.FutureCap;
import io.contactpulse.schema.AlertCommand;
import io.contactpulse.schema.AlertCommandType;
import io.contactpulse.schema.DeadLetterReason;
import io.contactpulse.schema.DeskEntry;
import io.contactpulse.schema.RawRecord;
import io.contactpulse.schema.RejectedRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertCommandFormatTest {
    private static final String MUTE = """
            {"commandId":"k-1","instanceId":"i-1","alertId":"a-1","type":"mute","by":"supervisor-001",
             "why":"known outage","at":"2026-03-02T09:00:00.000Z","until":"2026-03-02T10:00:00.000Z"}""";

    @Test
    void readsWhatIsAsked() throws Exception {
        assertThat(decoded(MUTE))
                .isEqualTo(AlertCommand.newBuilder()
                        .setCommandId("k-1")
                        .setInstanceId("i-1")
                        .setAlertId("a-1")
                        .setType(AlertCommandType.MUTE)
                        .setBy("supervisor-001")
                        .setWhy("known outage")
                        .setAt(Instant.parse("2026-03-02T09:00:00Z"))
                        .setUntil(Instant.parse("2026-03-02T10:00:00Z"))
                        .setArrivedAt(Instant.parse("2026-03-02T09:00:01Z"))
                        .build());
    }

    @ParameterizedTest
    @CsvSource({"ack, ACK", "Ack, ACK", "UNACK, UNACK", "unAck, UNACK"})
    void readsTheTypeHoweverItIsWritten(String written, AlertCommandType type) throws Exception {
        AlertCommand command = decoded(MUTE.replace("mute", written));

        assertThat(command.getType()).isEqualTo(type);
        assertThat(command.getOptionalUntil()).isEmpty();
    }

    @Test
    void needsNoReason() throws Exception {
        assertThat(decoded(MUTE.replace("\"known outage\"", "null")).getOptionalWhy())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "commandId            | other      | MISSING_KEY_FIELD | the required field commandId is missing or null",
                "instanceId           | other      | MISSING_KEY_FIELD | the required field instanceId is missing or null",
                "alertId              | other      | MISSING_KEY_FIELD | the required field alertId is missing or null",
                "\"type\"             | \"other\"  | MISSING_KEY_FIELD | the required field type is missing or null",
                "\"by\"               | \"other\"  | MISSING_KEY_FIELD | the required field by is missing or null",
                "\"at\"               | \"other\"  | MISSING_KEY_FIELD | the required field at is missing or null",
                "until                | other      | MISSING_KEY_FIELD | to mute needs the field until, a time such as 2026-01-31T08:00:00.000Z",
                "mute                 | snooze     | INVALID_KEY_FIELD | the required field type is not ack, unack or mute",
                "2026-03-02T10:00:00. | 2026-03-02T09:00:00. | INVALID_KEY_FIELD | the required field until is not later than at",
                "\"k-1\"              | 1          | INVALID_KEY_FIELD | the required field commandId is not a text"
            })
    void refusesACommandThatIsNotComplete(String good, String bad, DeadLetterReason reason, String message)
            throws Exception {
        String json = MUTE.replace(good, bad);
        assertThat(json).isNotEqualTo(MUTE);

        RejectedRecord rejected = rejected(json);

        assertThat(rejected.getLetter().getReason()).isEqualTo(reason);
        assertThat(rejected.getLetter().getMessage()).isEqualTo(message);
    }

    @Test
    void goesToTheDeskOfItsInstance() throws Exception {
        DeskEntry entry = new CommandForDesk().map(decoded(MUTE));

        assertThat(entry.getInstanceId()).isEqualTo("i-1");
        assertThat(entry.getAt()).isEqualTo(Instant.parse("2026-03-02T09:00:00Z"));
        assertThat(entry.getOrder()).isEqualTo("4k-1");
        assertThat(entry.getOptionalCommand()).isPresent();
    }

    private static AlertCommand decoded(String json) throws Exception {
        try (OneInputStreamOperatorTestHarness<RawRecord, AlertCommand> harness = harness()) {
            harness.processElement(raw(json), 0);
            assertThat(harness.getSideOutput(DecodeRecord.REJECTED)).isNull();
            return harness.extractOutputValues().get(0);
        }
    }

    private static RejectedRecord rejected(String json) throws Exception {
        try (OneInputStreamOperatorTestHarness<RawRecord, AlertCommand> harness = harness()) {
            harness.processElement(raw(json), 0);
            assertThat(harness.extractOutputValues()).isEmpty();
            Queue<StreamRecord<RejectedRecord>> rejected = harness.getSideOutput(DecodeRecord.REJECTED);
            return rejected.element().getValue();
        }
    }

    private static OneInputStreamOperatorTestHarness<RawRecord, AlertCommand> harness() throws Exception {
        return ProcessFunctionTestHarnesses.forProcessFunction(new DecodeRecord<>(
                new AlertCommandFormat(), WriterSchemas.none(), FutureCap.of(Duration.ofMinutes(5))));
    }

    private static RawRecord raw(String json) {
        return RawRecord.newBuilder()
                .setStream("alert-commands")
                .setArrivedAt(Instant.parse("2026-03-02T09:00:01Z"))
                .setPayload(ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)))
                .build();
    }
}
