package io.contactpulse.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.launcher.CommandRun;
import io.contactpulse.schema.AgentStateChange;
import io.contactpulse.simulator.Disorder;
import io.contactpulse.simulator.Floor;
import io.contactpulse.simulator.Scenario;
import io.contactpulse.simulator.SimulatedEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayIT {
    private static final String SAMPLES = "PULSE_SAMPLES";
    private static final long SEED = 7;
    private static final Scenario SCENARIO = Scenario.shift(SEED)
            .withAgents(8)
            .withAiAgents(2)
            .withLength(Duration.ofHours(1))
            .withBreaches(4);
    private static final Pattern ACCOUNT = Pattern.compile(
            "read (\\d+) = repeats dropped (\\d+) \\+ events applied (\\d+) \\+ dead letters (\\d+)\\n");
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void givesTheSameBytesWhateverTheOrderAndTheRepeats() throws IOException {
        // given
        Disorder disorder = Disorder.of(SEED);
        List<String> events = Stream.concat(
                        Floor.events(SCENARIO).map(SimulatedEvent::json), Stream.of("not an event", "{\"EventId\":7}"))
                .toList();
        List<AgentStateChange> changes = Floor.aiEvents(SCENARIO).toList();
        record("original", List.of(events), changes);
        record("shuffled", halves(disorder.shuffled(events)), disorder.shuffled(changes));
        record("doubled", List.of(disorder.doubled(events), events), disorder.doubled(changes));

        // when
        Map<String, String> original = replay("original");
        Map<String, String> shuffled = replay("shuffled");
        Map<String, String> doubled = replay("doubled");

        // then
        assertThat(original.keySet())
                .containsExactly(
                        "agent-intervals.jsonl",
                        "agent-occupancy.jsonl",
                        "agents.jsonl",
                        "alert-events.jsonl",
                        "alerts.jsonl",
                        "dead-letters.jsonl",
                        "notifications.jsonl",
                        "queue-status.jsonl");
        assertThat(original.get("agents.jsonl")).hasLineCount(10);
        assertThat(original.get("dead-letters.jsonl")).hasLineCount(2);
        assertThat(original.values()).noneMatch(String::isEmpty);
        assertThat(shuffled).as("seed %d", SEED).isEqualTo(original);
        assertThat(doubled).as("seed %d", SEED).isEqualTo(original);
        assertThat(folder)
                .isDirectoryNotContaining(path -> path.getFileName().toString().startsWith("."));
    }

    @Test
    void writesEmptyFilesForAnEmptyRecording() throws IOException {
        Files.createDirectories(folder.resolve("recording"));

        CommandRun run = ReplayRun.replayAgentEvents(folder.resolve("recording"), folder.resolve("out"));

        assertThat(run.exitCode()).as(run.error()).isZero();
        assertThat(files(folder.resolve("out")))
                .hasSize(8)
                .allSatisfy((name, content) -> assertThat(content).as(name).isEmpty());
    }

    @Test
    void judgesTheFutureByArrivalAndByAGivenClock() throws IOException {
        // given
        write(
                "recording/a.jsonl",
                List.of(
                        heartBeat("known", NINE, Optional.of(NINE)),
                        heartBeat("ahead", NINE.plusSeconds(301), Optional.of(NINE)),
                        heartBeat("ahead of the clock", NINE.plusSeconds(601), Optional.empty())));

        // when
        CommandRun free = ReplayRun.replayAgentEvents(folder.resolve("recording"), folder.resolve("free"));
        CommandRun fixed = ReplayRun.replayAgentEvents(
                folder.resolve("recording"), folder.resolve("fixed"), "--set", "now=2026-03-02T09:05:00Z");

        // then
        assertThat(free.out())
                .contains(
                        "up to 2026-03-02T09:10:01Z", "read 3 = repeats dropped 0 + events applied 2 + dead letters 1");
        assertThat(fixed.out())
                .contains(
                        "up to 2026-03-02T09:05:00Z", "read 3 = repeats dropped 0 + events applied 1 + dead letters 2");
        assertThat(files(folder.resolve("fixed")).get("dead-letters.jsonl"))
                .contains("FUTURE_TIMESTAMP", "\"arrivedAt\":null")
                .doesNotContain("\"arrivedAt\":\"");
    }

    @Test
    void takesTheEarliestArrivalOfARecordThatCameTwice() throws IOException {
        String early = heartBeat("one", NINE.plusSeconds(301), Optional.of(NINE));
        String late = heartBeat("one", NINE.plusSeconds(301), Optional.of(NINE.plusSeconds(600)));
        write("one/a.jsonl", List.of(early, late));
        write("other/a.jsonl", List.of(late, early));

        ReplayRun.replayAgentEvents(folder.resolve("one"), folder.resolve("one-out"));
        ReplayRun.replayAgentEvents(folder.resolve("other"), folder.resolve("other-out"));

        assertThat(files(folder.resolve("one-out")).get("dead-letters.jsonl")).contains("FUTURE_TIMESTAMP");
        assertThat(files(folder.resolve("other-out"))).isEqualTo(files(folder.resolve("one-out")));
    }

    @Test
    void leavesNothingBehindWhenAFileCannotBeRead() throws IOException {
        write("recording/a.jsonl", List.of("{}"));
        Files.writeString(folder.resolve("recording/b.json.gz"), "not compressed");

        CommandRun run = ReplayRun.replayAgentEvents(folder.resolve("recording"), folder.resolve("out"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.error()).contains("cannot read " + folder.resolve("recording/b.json.gz"));
        assertThat(folder).isDirectoryNotContaining(path -> !path.endsWith("recording"));
    }

    @Test
    void accountsForEveryPublishedExample() throws IOException {
        Optional<Path> samples = Optional.ofNullable(System.getenv(SAMPLES)).map(Path::of);
        Assumptions.assumeTrue(
                samples.filter(Files::isDirectory).isPresent(),
                SAMPLES + " names no folder with published examples of agent events");

        CommandRun run = ReplayRun.replayAgentEvents(samples.get(), folder.resolve("out"));

        assertThat(run.exitCode()).as(run.error()).isZero();
        Matcher account = ACCOUNT.matcher(run.out());
        assertThat(account.find()).as(run.out()).isTrue();
        int deadLetters = Integer.parseInt(account.group(4));
        assertThat(Integer.parseInt(account.group(2)) + Integer.parseInt(account.group(3)) + deadLetters)
                .isEqualTo(Integer.parseInt(account.group(1)))
                .isPositive();
        assertThat(files(folder.resolve("out")).get("dead-letters.jsonl")).hasLineCount(deadLetters);
    }

    private Map<String, String> replay(String recording) throws IOException {
        CommandRun run = ReplayRun.replayAgentEvents(folder.resolve(recording), folder.resolve(recording + "-out"));
        assertThat(run.exitCode()).as(run.error()).isZero();
        return files(folder.resolve(recording + "-out"));
    }

    private void record(String name, List<List<String>> events, List<AgentStateChange> changes) throws IOException {
        for (int number = 0; number < events.size(); number++) {
            write(name + "/" + number + ".jsonl", events.get(number));
        }
        try (DataFileWriter<AgentStateChange> writer =
                new DataFileWriter<>(new SpecificDatumWriter<>(AgentStateChange.class))) {
            writer.create(
                    AgentStateChange.getClassSchema(),
                    folder.resolve(name + "/ai.avro").toFile());
            for (AgentStateChange change : changes) {
                writer.append(change);
            }
        }
    }

    private static List<List<String>> halves(List<String> all) {
        int middle = all.size() / 2;
        return List.of(all.subList(middle, all.size()), all.subList(0, middle));
    }

    private static String heartBeat(String eventId, Instant at, Optional<Instant> arrivedAt) {
        String event =
                "{\"EventId\":\"%s\",\"EventTimestamp\":\"%s\",\"EventType\":\"HEART_BEAT\",\"AgentARN\":\"arn:aws:connect:eu-central-1:123456789012:instance/one/agent/agent-1\",\"InstanceARN\":\"arn:aws:connect:eu-central-1:123456789012:instance/one\",\"CurrentAgentSnapshot\":null,\"PreviousAgentSnapshot\":null,\"Version\":\"2019-05-25\"}"
                        .formatted(eventId, at);
        String data = Base64.getEncoder().encodeToString(event.getBytes(StandardCharsets.UTF_8));
        return arrivedAt
                .map(arrival ->
                        "{\"approximateArrivalTimestamp\":" + arrival.toEpochMilli() + ",\"data\":\"" + data + "\"}")
                .orElse(event);
    }

    private void write(String name, List<String> lines) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                content.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return content;
    }
}
