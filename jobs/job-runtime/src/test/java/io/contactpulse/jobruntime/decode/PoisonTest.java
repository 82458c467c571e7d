package io.contactpulse.jobruntime.decode;

import static io.contactpulse.jobruntime.RawRecords.NINE_OCLOCK;
import static io.contactpulse.jobruntime.RawRecords.aRawRecord;
import static io.contactpulse.schema.DeadLetterReason.BAD_CHARACTER;
import static io.contactpulse.schema.DeadLetterReason.DUPLICATE_KEY;
import static io.contactpulse.schema.DeadLetterReason.FUTURE_TIMESTAMP;
import static io.contactpulse.schema.DeadLetterReason.INVALID_KEY_FIELD;
import static io.contactpulse.schema.DeadLetterReason.MALFORMED_AVRO;
import static io.contactpulse.schema.DeadLetterReason.MALFORMED_JSON;
import static io.contactpulse.schema.DeadLetterReason.MISSING_KEY_FIELD;
import static io.contactpulse.schema.DeadLetterReason.NOT_AN_OBJECT;
import static io.contactpulse.schema.DeadLetterReason.NOT_JSON_OR_AVRO;
import static io.contactpulse.schema.DeadLetterReason.TOO_DEEP;
import static io.contactpulse.schema.DeadLetterReason.TOO_LARGE;
import static io.contactpulse.schema.DeadLetterReason.UNKNOWN_SCHEMA;
import static io.contactpulse.schema.DeadLetterReason.WRONG_RECORD_TYPE;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.contactpulse.jobruntime.source.FutureCap;
import io.contactpulse.schema.DeadLetter;
import io.contactpulse.schema.DeadLetterReason;
import io.contactpulse.schema.RawRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.avro.Schema;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything the contract says is a dead letter, with its reason; none of it may stop the operator. */
class PoisonTest {
    private static final long SEED = 20260302;
    private static final String AT = "\"At\":\"2026-03-02T09:00:00Z\"";
    private static final String GOOD = "{\"Id\":\"a\"," + AT + "}";
    private static final String SECRET = "Wilhelmine";

    static Stream<Arguments> poison() throws IOException {
        return Stream.of(
                text("an empty record", "", NOT_JSON_OR_AVRO),
                text("text", SECRET + " called", NOT_JSON_OR_AVRO),
                text("text that starts like a number", "2026-03-02 " + SECRET, NOT_JSON_OR_AVRO),
                text("text that starts with a quote", "\"Id\" is " + SECRET, NOT_JSON_OR_AVRO),
                text("XML", "<Id>a</Id>", NOT_JSON_OR_AVRO),
                text("white space before the object", "\n" + GOOD, NOT_JSON_OR_AVRO),
                text("a byte order mark", "\ufeff" + GOOD, NOT_JSON_OR_AVRO),
                bytes("gzip", gzip(GOOD), NOT_JSON_OR_AVRO),
                bytes("another framing", new byte[] {0, 0, 0, 0, 7, 2, 'a'}, NOT_JSON_OR_AVRO),
                text("an array", "[" + GOOD + "]", NOT_AN_OBJECT),
                text("a string", "\"" + SECRET + "\"", NOT_AN_OBJECT),
                text("a number", "42", NOT_AN_OBJECT),
                text("null", "null", NOT_AN_OBJECT),
                text("a truncated object", "{\"Id\":\"" + SECRET, MALFORMED_JSON),
                text("only a brace", "{", MALFORMED_JSON),
                text("a missing comma", "{\"Id\":\"a\" " + AT + "}", MALFORMED_JSON),
                text("single quotes", "{'Id':'" + SECRET + "'}", MALFORMED_JSON),
                text("a comment", "{/* " + SECRET + " */\"Id\":\"a\"," + AT + "}", MALFORMED_JSON),
                text("NaN", "{\"Id\":\"a\"," + AT + ",\"Other\":NaN}", MALFORMED_JSON),
                text("a bare NUL in a text", "{\"Id\":\"a\0\"," + AT + "}", MALFORMED_JSON),
                text("an error behind the fields of interest", "{\"Id\":\"a\"," + AT + ",\"x\":[}", MALFORMED_JSON),
                text("a second object", GOOD + GOOD, MALFORMED_JSON),
                text("text after the object", GOOD + SECRET, MALFORMED_JSON),
                bytes("a cut UTF-8 sequence", utf8WithBytes(0xc3), MALFORMED_JSON),
                bytes("an encoded surrogate", utf8WithBytes(0xed, 0xa0, 0x80), MALFORMED_JSON),
                bytes("an overlong form", utf8WithBytes(0xc0, 0x80), MALFORMED_JSON),
                bytes("Latin-1", utf8WithBytes(0xe4), MALFORMED_JSON),
                text("more than 512 KB", sized(512 * 1024 + 1), TOO_LARGE),
                bytes("more than 512 KB inflated", GlueFrames.zlib(new byte[512 * 1024 + 1]), TOO_LARGE),
                text("65 levels", nested(65), TOO_DEEP),
                text("65 levels of arrays", "{\"x\":" + "[".repeat(64) + "]".repeat(64) + "}", TOO_DEEP),
                text("a million levels cut off", "{\"x\":" + "[".repeat(500_000), TOO_DEEP),
                text("no key field", "{" + AT + "}", MISSING_KEY_FIELD),
                text("an empty object", "{}", MISSING_KEY_FIELD),
                text("a null key field", "{\"Id\":null," + AT + "}", MISSING_KEY_FIELD),
                text("a key field in another object", "{\"Inner\":{\"Id\":\"a\"}," + AT + "}", MISSING_KEY_FIELD),
                text("a key field in other letters", "{\"id\":\"a\"," + AT + "}", MISSING_KEY_FIELD),
                text("no time", "{\"Id\":\"a\"}", MISSING_KEY_FIELD),
                text("a number as key field", "{\"Id\":7," + AT + "}", INVALID_KEY_FIELD),
                text("an object as key field", "{\"Id\":{\"Id\":\"a\"}," + AT + "}", INVALID_KEY_FIELD),
                text("an empty key field", "{\"Id\":\"\"," + AT + "}", INVALID_KEY_FIELD),
                text("a time that is none", "{\"Id\":\"a\",\"At\":\"" + SECRET + "\"}", INVALID_KEY_FIELD),
                text("a time without offset", "{\"Id\":\"a\",\"At\":\"2026-03-02T09:00:00\"}", INVALID_KEY_FIELD),
                text("a number as time", "{\"Id\":\"a\",\"At\":1772442000000}", INVALID_KEY_FIELD),
                text(
                        "a year of nine digits",
                        "{\"Id\":\"a\",\"At\":\"+999999999-01-01T00:00:00Z\"}",
                        INVALID_KEY_FIELD),
                text("a key field twice", "{\"Id\":\"a\",\"Id\":\"" + SECRET + "\"," + AT + "}", DUPLICATE_KEY),
                text(
                        "a skipped key twice",
                        "{\"Id\":\"a\"," + AT + ",\"x\":{\"y\":\"" + SECRET + "\",\"y\":1}}",
                        DUPLICATE_KEY),
                text("a duplicate by escape", "{\"Id\":\"a\",\"\\u0049d\":\"a\"," + AT + "}", DUPLICATE_KEY),
                text("an escaped NUL in a key field", "{\"Id\":\"a\\u0000\"," + AT + "}", BAD_CHARACTER),
                text("half a surrogate pair in a key field", "{\"Id\":\"a\\ud83d\"," + AT + "}", BAD_CHARACTER),
                text("the other half", "{\"Id\":\"\\ude00a\"," + AT + "}", BAD_CHARACTER),
                text("a surrogate pair in the wrong order", "{\"Id\":\"\\ude00\\ud83d\"," + AT + "}", BAD_CHARACTER),
                bytes("UTF-16 with a mark", GOOD.getBytes(UTF_16), DeadLetterReason.UTF_16),
                bytes("UTF-16, little end first", GOOD.getBytes(UTF_16LE), DeadLetterReason.UTF_16),
                bytes("UTF-16, big end first", GOOD.getBytes(UTF_16BE), DeadLetterReason.UTF_16),
                text("tomorrow", "{\"Id\":\"a\",\"At\":\"2026-03-03T09:00:00Z\"}", FUTURE_TIMESTAMP),
                text("the last year there is", "{\"Id\":\"a\",\"At\":\"9999-12-31T23:59:59Z\"}", FUTURE_TIMESTAMP),
                bytes("only the version byte of Avro", new byte[] {3}, MALFORMED_AVRO),
                bytes("a cut Avro header", new byte[] {3, 0, 1, 2, 3}, MALFORMED_AVRO),
                bytes("Avro without a body", GlueFrames.plain(new byte[0]), MALFORMED_AVRO),
                bytes("a cut Avro body", GlueFrames.plain(cut(avro("a"))), MALFORMED_AVRO),
                bytes(
                        "bytes after the Avro body",
                        GlueFrames.plain(Arrays.copyOf(avro("a"), avro("a").length + 1)),
                        MALFORMED_AVRO),
                bytes(
                        "a text of two gigabytes",
                        GlueFrames.plain(new byte[] {-2, -1, -1, -1, 15, 'a'}),
                        MALFORMED_AVRO),
                bytes("a text of negative length", GlueFrames.plain(new byte[] {1, 'a', 0, 0, 2, 0}), MALFORMED_AVRO),
                bytes("a branch that is none", GlueFrames.plain(new byte[] {2, 'a', 8, 0, 2, 0, 0}), MALFORMED_AVRO),
                bytes("an unknown compression", GlueFrames.frame(7, new byte[] {1}), MALFORMED_AVRO),
                bytes("no zlib stream", GlueFrames.frame(5, new byte[] {1, 2, 3}), MALFORMED_AVRO),
                bytes("a cut zlib stream", cut(GlueFrames.zlib(new byte[1_000])), MALFORMED_AVRO),
                bytes("a key in Avro with a NUL", GlueFrames.plain(avro("\0")), BAD_CHARACTER),
                bytes("an empty key in Avro", GlueFrames.plain(avro("")), INVALID_KEY_FIELD));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource
    void poison(String what, byte[] payload, DeadLetterReason reason) throws Exception {
        DeadLetter letter = rejected(payload, id -> Optional.of(RawRecord.getClassSchema()));

        assertThat(letter.getReason()).isEqualTo(reason);
        assertThat(letter.getMessage()).doesNotContain(SECRET);
        assertThat(letter.getExcerpt()).doesNotContain(SECRET);
        assertThat(letter.getLength()).isEqualTo(payload.length);
    }

    @Test
    void aSchemaTheRegistryDoesNotHave() throws Exception {
        byte[] payload = GlueFrames.plain(new byte[] {0});

        DeadLetter letter = rejected(payload, id -> Optional.empty());

        assertThat(letter.getReason()).isEqualTo(UNKNOWN_SCHEMA);
        assertThat(letter.getSchemaId()).isEqualTo(GlueFrames.SCHEMA_ID.toString());
        assertThat(letter.getMessage())
                .isEqualTo("the schema registry has no Avro schema version " + GlueFrames.SCHEMA_ID);
    }

    @Test
    void aRecordOfAnotherType() throws Exception {
        byte[] payload = GlueFrames.plain(new byte[] {0});

        DeadLetter letter = rejected(payload, id -> Optional.of(DeadLetter.getClassSchema()));

        assertThat(letter.getReason()).isEqualTo(WRONG_RECORD_TYPE);
        assertThat(letter.getMessage())
                .isEqualTo("the record is a io.contactpulse.schema.DeadLetter;"
                        + " this input carries io.contactpulse.schema.RawRecord");
    }

    @Test
    void aVersionThatCannotBeRead() throws Exception {
        Schema without = new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"io.contactpulse.schema.RawRecord\",\"fields\":[]}");

        DeadLetter letter = rejected(GlueFrames.plain(new byte[0]), id -> Optional.of(without));

        assertThat(letter.getReason()).isEqualTo(WRONG_RECORD_TYPE);
        assertThat(letter.getMessage())
                .isEqualTo(
                        "the record is a io.contactpulse.schema.RawRecord of a version that this release cannot read");
    }

    @Test
    void tenThousandPoisonRecordsNeverStopTheOperator() throws Exception {
        Random random = new Random(SEED);
        byte[] body = GlueFrames.plain(GlueFrames.binary(aRawRecord(GOOD)));
        try (OneInputStreamOperatorTestHarness<RawRecord, RawRecord> harness =
                harness(id -> Optional.of(RawRecord.getClassSchema()))) {
            for (int round = 0; round < 10_000; round++) {
                byte[] payload = random.nextBoolean() ? body.clone() : GOOD.getBytes(UTF_8);
                int damages = 1 + random.nextInt(4);
                for (int damage = 0; damage < damages; damage++) {
                    int from = payload[0] == 3 ? 18 : 0;
                    payload[from + random.nextInt(payload.length - from)] = (byte) random.nextInt(256);
                }
                try {
                    harness.processElement(aRawRecord(payload), 0);
                } catch (Exception e) {
                    throw new AssertionError("seed " + SEED + ", round " + round, e);
                }
            }
            int answered = harness.extractOutputValues().size()
                    + harness.getSideOutput(DecodeRecord.REJECTED).size();
            assertThat(answered).isEqualTo(10_000);
        }
    }

    private static DeadLetter rejected(byte[] payload, WriterSchemas schemas) throws Exception {
        try (OneInputStreamOperatorTestHarness<RawRecord, RawRecord> harness = harness(schemas)) {
            harness.processElement(aRawRecord(payload), 0);

            assertThat(harness.extractOutputValues()).isEmpty();
            assertThat(harness.getSideOutput(DecodeRecord.REJECTED)).hasSize(1);
            return harness.getSideOutput(DecodeRecord.REJECTED)
                    .element()
                    .getValue()
                    .getLetter();
        }
    }

    private static OneInputStreamOperatorTestHarness<RawRecord, RawRecord> harness(WriterSchemas schemas)
            throws Exception {
        return ProcessFunctionTestHarnesses.forProcessFunction(
                new DecodeRecord<>(new SampleFormat(), schemas, FutureCap.of(Duration.ofMinutes(5))));
    }

    private static Arguments text(String what, String payload, DeadLetterReason reason) {
        return bytes(what, payload.getBytes(UTF_8), reason);
    }

    private static Arguments bytes(String what, byte[] payload, DeadLetterReason reason) {
        return arguments(what, payload, reason);
    }

    private static byte[] avro(String id) {
        return GlueFrames.binary(SampleFormat.sample(id, NINE_OCLOCK, "note"));
    }

    private static byte[] utf8WithBytes(int... bytes) throws IOException {
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        payload.write(("{\"Id\":\"a\"," + AT + ",\"Other\":\"").getBytes(UTF_8));
        for (int next : bytes) {
            payload.write(next);
        }
        payload.write("\"}".getBytes(UTF_8));
        return payload.toByteArray();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(text.getBytes(UTF_8));
        }
        return compressed.toByteArray();
    }

    private static String sized(int length) {
        String start = "{\"Id\":\"a\"," + AT + ",\"Other\":\"";
        return start + "x".repeat(length - start.length() - 2) + "\"}";
    }

    private static String nested(int levels) {
        return "{\"x\":".repeat(levels - 1) + "{}" + "}".repeat(levels - 1);
    }

    private static byte[] cut(byte[] payload) {
        return Arrays.copyOf(payload, payload.length - 4);
    }
}
