package io.contactpulse.launcher.replay.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.contactpulse.schema.AgentStateChange;
import io.contactpulse.schema.AiActivity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingTest {
    private static final Instant ARRIVAL = Instant.parse("2026-03-02T08:00:00.250Z");
    private static final int FRAME_HEADER = 18;

    @TempDir
    private Path folder = Path.of("");

    private final ContainerSchemas schemas = new ContainerSchemas();

    @ParameterizedTest
    @ValueSource(strings = {"a.jsonl", "a.jsonl.gz", "A.JSONL"})
    void readsLinesWhateverTheySay(String name) throws IOException {
        write(name, "{\"a\":1}\r\n\n  \nnot json\n{\"b\":\n{\"c\":3}");

        assertThat(texts()).containsExactly("{\"a\":1}", "not json", "{\"b\":", "{\"c\":3}");
    }

    @ParameterizedTest
    @MethodSource("jsonFiles")
    void readsValuesOfJsonFiles(String content, List<String> records) throws IOException {
        write("a.json", content);

        assertThat(texts()).isEqualTo(records);
    }

    private static Stream<Arguments> jsonFiles() {
        return Stream.of(
                Arguments.of("", List.of()),
                Arguments.of(" \n ", List.of()),
                Arguments.of("{\"a\":1}", List.of("{\"a\":1}")),
                Arguments.of("\ufeff{\"a\":1}", List.of("{\"a\":1}")),
                Arguments.of("5", List.of("5")),
                Arguments.of("[]", List.of()),
                Arguments.of(
                        "[{\"a\":[1,{}]} ,\n {\"b\":\"]},{\"}\n]\n", List.of("{\"a\":[1,{}]}", "{\"b\":\"]},{\"}")),
                Arguments.of("[1, \"x\", [2,3], null]", List.of("1", "\"x\"", "[2,3]", "null")),
                Arguments.of("[{\"a\":1}][{\"b\":2}]{\"c\":3}", List.of("{\"a\":1}", "{\"b\":2}", "{\"c\":3}")),
                Arguments.of(
                        "{\"a\":1}{\"b\":2}\n\n{\n\"c\":3\n}", List.of("{\"a\":1}", "{\"b\":2}", "{\n\"c\":3\n}")));
    }

    @ParameterizedTest
    @MethodSource("brokenJsonFiles")
    void resumesAtTheNextLineWithABrace(String content, List<String> records) throws IOException {
        write("a.json", content);

        assertThat(texts()).isEqualTo(records);
    }

    private static Stream<Arguments> brokenJsonFiles() {
        return Stream.of(
                Arguments.of("garbage", List.of("garbage")),
                Arguments.of("{\"a\":", List.of("{\"a\":")),
                Arguments.of("{\"a\":1}\noops\n more\n{\"b\":2}", List.of("{\"a\":1}", "oops\n more", "{\"b\":2}")),
                Arguments.of("{\"a\":\n{\"b\":2}\n{\"c\":3}", List.of("{\"a\":", "{\"b\":2}", "{\"c\":3}")),
                Arguments.of("{\"a\":1,\n{\"b\":2}", List.of("{\"a\":1,", "{\"b\":2}")),
                Arguments.of("{\"a\":}{\"b\":2}\n{\"c\":3}", List.of("{\"a\":}{\"b\":2}", "{\"c\":3}")),
                Arguments.of("{\"a\":1} x\n{\"b\":2}", List.of("{\"a\":1}", "x", "{\"b\":2}")),
                Arguments.of("{\"a\":1},\n{\"b\":2}", List.of("{\"a\":1}", ",", "{\"b\":2}")),
                Arguments.of(
                        "[\n{\"a\":1},\n{\"b\":},\n{\"c\":3}\n]\n{\"d\":4}",
                        List.of("{\"a\":1}", "{\"b\":},", "{\"c\":3}", "{\"d\":4}")),
                Arguments.of("[{\"a\":1} {\"b\":2}", List.of("{\"a\":1}", "{\"b\":2}")),
                Arguments.of(
                        "[{\"a\":oops}]\n{\"b\":2}\n{\"c\":3}\n", List.of("{\"a\":oops}]", "{\"b\":2}", "{\"c\":3}")));
    }

    @Test
    void readsValuesThatSpanManyReads() throws IOException {
        String large = "{\"text\":\"" + "x".repeat(300_000) + "\"}";
        String broken = "{\"text\":\"" + "y".repeat(200_000) + "\n";
        write("a.json", large + broken + large + "\n" + "{\"a\":1}".repeat(50_000));

        List<String> texts = texts();

        assertThat(texts).hasSize(50_003);
        assertThat(texts.subList(0, 4)).containsExactly(large, broken.trim(), large, "{\"a\":1}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1772438400.25",
                "1772438400250",
                "\"2026-03-02T08:00:00.250Z\"",
                "\"2026-03-02T09:00:00.250000+01:00\""
            })
    void takesTheArrivalOfArchivedRecords(String arrival) throws IOException {
        String data = Base64.getEncoder().encodeToString("{\"a\":1}".getBytes(StandardCharsets.UTF_8));
        write(
                "a.jsonl",
                "{\"approximateArrivalTimestamp\":" + arrival + ",\"data\":\"" + data + "\",\"stream\":\"x\"}\n"
                        + "{\"data\": {\"b\" : [2]} , \"approximateArrivalTimestamp\": " + arrival + "}\n");

        List<RecordedPayload> records = records();

        assertThat(records).extracting(RecordingTest::text).containsExactly("{\"a\":1}", "{\"b\" : [2]}");
        assertThat(records).extracting(RecordedPayload::arrivedAt).containsOnly(Optional.of(ARRIVAL));
    }

    @Test
    void takesAnArchivedRecordWithoutArrival() throws IOException {
        write("a.jsonl", "{\"approximateArrivalTimestamp\":null,\"data\":{\"a\":1}}");

        assertThat(records())
                .extracting(RecordingTest::text, RecordedPayload::arrivedAt)
                .containsExactly(tuple("{\"a\":1}", Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"approximateArrivalTimestamp\":1772438400}",
                "{\"approximateArrivalTimestamp\":true,\"data\":{}}",
                "{\"approximateArrivalTimestamp\":\"soon\",\"data\":{}}",
                "{\"approximateArrivalTimestamp\":1e99,\"data\":{}}",
                "{\"approximateArrivalTimestamp\":1772438400,\"data\":\"%%\"}",
                "{\"approximateArrivalTimestamp\":1772438400,\"data\":7}",
                "{\"approximateArrivalTimestamp\":1772438400,\"data\":{}",
                "{\"about\":{\"approximateArrivalTimestamp\":1772438400,\"data\":{}}}"
            })
    void leavesWhatOnlyLooksArchivedAsItIs(String line) throws IOException {
        write("a.jsonl", line);

        assertThat(records())
                .extracting(RecordingTest::text, RecordedPayload::arrivedAt)
                .containsExactly(tuple(line, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.avro", "a.avro.gz"})
    void framesRecordsOfContainers(String name) throws IOException {
        write(name, container("1", "2"));

        List<RecordedPayload> records = records();

        assertThat(records).extracting(record -> change(record).getEventId()).containsExactly("1", "2");
    }

    @Test
    void readsPastADamagedBlock() throws IOException {
        byte[] bytes = container("1", "2", "3");
        int second = indexOf(bytes, "second-block".getBytes(StandardCharsets.UTF_8));
        Arrays.fill(bytes, second - 4, second, (byte) 0x7f);
        write("a.avro", bytes);

        List<RecordedPayload> records = records();

        assertThat(records).hasSize(3);
        assertThat(change(records.get(0)).getEventId()).isEqualTo("1");
        assertThat(text(records.get(1))).contains("second-block");
        assertThat(change(records.get(2)).getEventId()).isEqualTo("3");
    }

    @Test
    void takesWhatIsNoContainerAsOneRecord() throws IOException {
        write("a.avro", "this is no container");
        write("b.avro", "");

        assertThat(texts()).containsExactly("this is no container");
    }

    @Test
    void readsFoldersInDepthAndNamesWhatItIgnores() throws IOException {
        write("one/a.json", "{\"a\":1}");
        write("one/two/b.jsonl", "{\"b\":2}");
        write("one/notes.txt", "{\"c\":3}");

        Recording recording = Recording.at(folder);

        assertThat(texts()).containsExactly("{\"a\":1}", "{\"b\":2}");
        assertThat(recording.ignored()).containsExactly(folder.resolve("one/notes.txt"));
    }

    @Test
    void namesTheFileThatCannotBeUnpacked() throws IOException {
        Files.writeString(folder.resolve("a.json.gz"), "not compressed at all");

        assertThatThrownBy(this::records)
                .isInstanceOf(IOException.class)
                .hasMessage("cannot read " + folder.resolve("a.json.gz") + ": Not in GZIP format");
    }

    @ParameterizedTest
    @CsvSource({"a.jsonl.gz", "a.json.gz", "a.avro.gz"})
    void readsAnEmptyFileAsNothing(String name) throws IOException {
        Files.createFile(folder.resolve(name));

        assertThat(records()).isEmpty();
    }

    private List<RecordedPayload> records() throws IOException {
        List<RecordedPayload> records = new ArrayList<>();
        Recording.at(folder).read(schemas, records::add);
        return records;
    }

    private List<String> texts() throws IOException {
        return records().stream().map(RecordingTest::text).toList();
    }

    private static String text(RecordedPayload record) {
        return new String(record.bytes(), StandardCharsets.UTF_8);
    }

    private AgentStateChange change(RecordedPayload record) {
        ByteBuffer frame = ByteBuffer.wrap(record.bytes());
        assertThat(frame.getShort()).isEqualTo((short) 0x0300);
        UUID schemaId = new UUID(frame.getLong(), frame.getLong());
        try {
            return new SpecificDatumReader<AgentStateChange>(
                            schemas.find(schemaId).orElseThrow(), AgentStateChange.getClassSchema())
                    .read(
                            null,
                            DecoderFactory.get()
                                    .binaryDecoder(
                                            record.bytes(), FRAME_HEADER, record.bytes().length - FRAME_HEADER, null));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Every record in a block of its own. */
    private static byte[] container(String... eventIds) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataFileWriter<AgentStateChange> writer =
                new DataFileWriter<>(new SpecificDatumWriter<>(AgentStateChange.class))) {
            writer.create(AgentStateChange.getClassSchema(), bytes);
            for (String eventId : eventIds) {
                writer.append(AgentStateChange.newBuilder()
                        .setEventId(eventId)
                        .setAt(ARRIVAL)
                        .setAgentArn("arn:agent/ai-1")
                        .setInstanceArn("arn:instance/one")
                        .setActivity(AiActivity.IDLE)
                        .setTeam(eventId.equals("2") ? "second-block" : null)
                        .build());
                writer.sync();
            }
        }
        return bytes.toByteArray();
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        int at = 0;
        while (!Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
            at++;
        }
        return at;
    }

    private void write(String name, String content) throws IOException {
        write(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        try (OutputStream plain = Files.newOutputStream(file);
                OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(plain) : plain) {
            out.write(content);
        }
    }
}
