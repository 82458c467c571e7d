package io.contactpulse.jobruntime.decode;

import static io.contactpulse.jobruntime.RawRecords.NINE_OCLOCK;
import static io.contactpulse.jobruntime.RawRecords.aRawRecord;
import static io.contactpulse.jobruntime.RawRecords.aRecordedOne;
import static io.contactpulse.jobruntime.decode.SampleFormat.sample;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactpulse.jobruntime.source.FutureCap;
import io.contactpulse.schema.DeadLetter;
import io.contactpulse.schema.DeadLetterReason;
import io.contactpulse.schema.RawRecord;
import io.contactpulse.schema.RejectedRecord;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.Test;

class DecodeRecordTest {
    private static final String GOOD = "{\"Id\":\"a\",\"At\":\"2026-03-02T09:00:00Z\",\"Note\":\"hello\"}";
    private static final WriterSchemas SCHEMAS =
            id -> id.equals(GlueFrames.SCHEMA_ID) ? Optional.of(RawRecord.getClassSchema()) : Optional.empty();

    private final DecodeRecord<RawRecord> decoder =
            new DecodeRecord<>(new SampleFormat(), SCHEMAS, FutureCap.of(Duration.ofMinutes(5)));

    @Test
    void decodesJsonWhateverTheOrderOfItsKeys() throws Exception {
        List<RawRecord> decoded = decode(
                        GOOD.getBytes(UTF_8),
                        "{\"Other\":[{}],\"Note\":\"hello\",\"At\":\"2026-03-02T09:00:00Z\",\"Id\":\"a\"}"
                                .getBytes(UTF_8))
                .decoded;

        assertThat(decoded).containsExactly(sample("a", NINE_OCLOCK, "hello"), sample("a", NINE_OCLOCK, "hello"));
    }

    @Test
    void decodesFramedAvro() throws Exception {
        RawRecord published = sample("a", NINE_OCLOCK, "hello");

        Result result =
                decode(GlueFrames.plain(GlueFrames.binary(published)), GlueFrames.zlib(GlueFrames.binary(published)));

        assertThat(result.decoded).containsExactly(published, published);
        assertThat(result.rejected).isEmpty();
    }

    @Test
    void badJsonDoesNotTouchTheRecordsAroundIt() throws Exception {
        Result result = decode(
                GOOD.getBytes(UTF_8),
                GOOD.substring(0, 40).getBytes(UTF_8),
                GOOD.getBytes(UTF_8),
                GOOD.getBytes(UTF_8));

        assertThat(result.decoded).hasSize(3).containsOnly(sample("a", NINE_OCLOCK, "hello"));
        assertThat(result.reasons()).containsExactly(DeadLetterReason.MALFORMED_JSON);
    }

    @Test
    void badAvroDoesNotTouchTheRecordsAroundIt() throws Exception {
        RawRecord published = sample("a", NINE_OCLOCK, "hello");
        byte[] good = GlueFrames.plain(GlueFrames.binary(published));
        byte[] bad = GlueFrames.plain(new byte[] {2, 'a', 2});

        Result result = decode(good, bad, good, good);

        assertThat(result.decoded).containsExactly(published, published, published);
        assertThat(result.reasons()).containsExactly(DeadLetterReason.MALFORMED_AVRO);
    }

    @Test
    void keepsTheTimestampOfTheRawRecord() throws Exception {
        try (OneInputStreamOperatorTestHarness<RawRecord, RawRecord> harness = harness()) {
            harness.processElement(aRawRecord(GOOD), 42);

            assertThat(harness.getOutput()).containsExactly(new StreamRecord<>(sample("a", NINE_OCLOCK, "hello"), 42));
        }
    }

    @Test
    void aDeadLetterTellsWhereTheRecordCameFromAndKeepsItsBytes() throws Exception {
        byte[] bad = GlueFrames.plain(new byte[] {2, 'a', 2});

        RejectedRecord rejected = decode(bad).rejected.get(0);

        DeadLetter letter = rejected.getLetter();
        assertThat(letter.getStream()).isEqualTo("input");
        assertThat(letter.getShard()).isEqualTo("shardId-000000000000");
        assertThat(letter.getSequenceNumber()).isEqualTo("4711");
        assertThat(letter.getArrivedAt()).isEqualTo(NINE_OCLOCK);
        assertThat(letter.getSchemaId()).isEqualTo(GlueFrames.SCHEMA_ID.toString());
        assertThat(letter.getMessage())
                .isEqualTo("the Avro record does not follow its schema io.contactpulse.schema.RawRecord");
        assertThat(rejected.getPayload().array()).isEqualTo(bad);
    }

    @Test
    void aTimeFromTheFutureIsRejected() throws Exception {
        Result result = decode(
                "{\"Id\":\"a\",\"At\":\"2026-03-02T09:05:00Z\"}".getBytes(UTF_8),
                "{\"Id\":\"b\",\"At\":\"2026-03-02T09:05:01Z\"}".getBytes(UTF_8));

        assertThat(result.decoded).extracting(RawRecord::getStream).containsExactly("a");
        assertThat(result.rejected)
                .extracting(rejected -> rejected.getLetter().getMessage())
                .containsExactly("the record's time 2026-03-02T09:05:01Z is too far ahead of its arrival;"
                        + " check the producer's clock");
    }

    @Test
    void aRecordedTimeIsNeverFromTheFuture() throws Exception {
        try (OneInputStreamOperatorTestHarness<RawRecord, RawRecord> harness = harness()) {
            harness.processElement(aRecordedOne("{\"Id\":\"a\",\"At\":\"2999-01-01T00:00:00Z\"}".getBytes(UTF_8)), 0);

            assertThat(harness.extractOutputValues()).hasSize(1);
        }
    }

    @Test
    void troubleOfTheRegistryFailsTheJobInsteadOfLosingTheRecord() throws Exception {
        WriterSchemas unreachable = id -> {
            throw new IllegalStateException("the registry cannot be reached");
        };
        DecodeRecord<RawRecord> cutOff =
                new DecodeRecord<>(new SampleFormat(), unreachable, FutureCap.of(Duration.ofMinutes(5)));

        try (OneInputStreamOperatorTestHarness<RawRecord, RawRecord> harness =
                ProcessFunctionTestHarnesses.forProcessFunction(cutOff)) {
            RawRecord record = aRawRecord(GlueFrames.plain(new byte[0]));
            assertThatThrownBy(() -> harness.processElement(record, 0))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the registry cannot be reached");
        }
    }

    @Test
    void producesAvroForFlink() {
        TypeInformation<RawRecord> type = decoder.getProducedType();

        assertThat(type).isInstanceOf(AvroTypeInfo.class);
    }

    private Result decode(byte[]... payloads) throws Exception {
        try (OneInputStreamOperatorTestHarness<RawRecord, RawRecord> harness = harness()) {
            for (byte[] payload : payloads) {
                harness.processElement(aRawRecord(payload), 0);
            }
            return new Result(
                    harness.extractOutputValues(),
                    Stream.ofNullable(harness.getSideOutput(DecodeRecord.REJECTED))
                            .flatMap(Collection::stream)
                            .map(StreamRecord::getValue)
                            .toList());
        }
    }

    private OneInputStreamOperatorTestHarness<RawRecord, RawRecord> harness() throws Exception {
        return ProcessFunctionTestHarnesses.forProcessFunction(decoder);
    }

    private record Result(List<RawRecord> decoded, List<RejectedRecord> rejected) {
        List<DeadLetterReason> reasons() {
            return rejected.stream()
                    .map(letter -> letter.getLetter().getReason())
                    .toList();
        }
    }
}
