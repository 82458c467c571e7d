package io.contactpulse.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactpulse.schema.AgentStateChange;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.specific.SpecificDatumReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class SimulateCommandTest {
    private static final Scenario SHORT = Scenario.shift(5).withAgents(8).withLength(Duration.ofMinutes(30));
    private static final List<String> LINES =
            Floor.events(SHORT).map(SimulatedEvent::json).toList();

    @TempDir
    private Path folder;

    @Test
    void writesTheScenario() throws IOException {
        Run run = simulate("recording");

        assertThat(run.exitCode()).isZero();
        assertThat(run.output())
                .contains("agent-events.jsonl: %,d events of 8 agents".formatted(LINES.size()))
                .contains("ai-agents.avro")
                .contains("planted-breaches.json");
        assertThat(Files.readAllLines(folder.resolve("recording/agent-events/agent-events.jsonl")))
                .isEqualTo(LINES);
        assertThat(aiChanges("recording")).isEqualTo(Floor.aiEvents(SHORT).toList());
        assertThat(Files.readString(folder.resolve("recording/planted-breaches.json")))
                .contains(Floor.plantedBreaches(SHORT).get(0).agentId());
        assertThat(folder.resolve("recording/planted-storms.json")).hasContent("[ ]\n");
    }

    @Test
    void writesEqualBytesForEqualArguments() throws IOException {
        simulate("one");
        simulate("two");

        for (String file : List.of(
                "agent-events/agent-events.jsonl",
                "agent-events/ai-agents.avro",
                "planted-breaches.json",
                "planted-storms.json")) {
            assertThat(folder.resolve("one").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("two").resolve(file));
        }
    }

    @Test
    void plantsStormsOnRequest() throws IOException {
        Scenario stormy = SHORT.withStorms(List.of(Duration.ofMinutes(10), Duration.ofMinutes(20)));
        List<PlantedStorm> storms = Floor.plantedStorms(stormy);

        Run run = simulate("recording", "--storm", "PT10M", "--storm", "PT20M");

        assertThat(run.output()).contains("planted-storms.json: 2 storms");
        assertThat(Files.readAllLines(folder.resolve("recording/agent-events/agent-events.jsonl")))
                .isEqualTo(Floor.events(stormy).map(SimulatedEvent::json).toList());
        assertThat(new ObjectMapper()
                        .readTree(
                                folder.resolve("recording/planted-storms.json").toFile()))
                .hasSize(2)
                .allSatisfy(storm ->
                        assertThat(Recorded.keys(storm)).containsExactly("routingProfile", "from", "until", "agentIds"))
                .first()
                .satisfies(storm -> {
                    assertThat(storm.get("from").textValue())
                            .isEqualTo(storms.get(0).from().toString());
                    assertThat(storm.get("until").textValue())
                            .isEqualTo(storms.get(0).until().toString());
                    assertThat(storm.get("agentIds"))
                            .extracting(JsonNode::textValue)
                            .isEqualTo(storms.get(0).agentIds());
                });
    }

    @Test
    void compressesOnRequest() throws IOException {
        simulate("recording", "--gzip");

        Path compressed = folder.resolve("recording/agent-events/agent-events.jsonl.gz");
        try (GZIPInputStream lines = new GZIPInputStream(Files.newInputStream(compressed))) {
            assertThat(new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .containsExactlyElementsOf(LINES);
        }
    }

    @Test
    void doublesAndShufflesOnRequest() throws IOException {
        simulate("recording", "--doubled", "--shuffled");

        List<String> lines = Files.readAllLines(folder.resolve("recording/agent-events/agent-events.jsonl"));
        assertThat(lines).hasSizeGreaterThan(LINES.size());
        assertThat(lines.stream().distinct()).containsExactlyInAnyOrderElementsOf(LINES);
        assertThat(lines.stream().distinct().toList()).isNotEqualTo(LINES);
    }

    @Test
    void refusesAFolderWithContent() throws IOException {
        Files.createDirectory(folder.resolve("recording"));
        Files.writeString(folder.resolve("recording/precious.txt"), "mine");

        Run run = simulate("recording");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors())
                .isEqualToIgnoringNewLines("--out must be a new or empty folder, but " + folder.resolve("recording")
                        + " is not empty (see --help)");
        assertThat(folder.resolve("recording")).isDirectoryNotContaining("glob:**.jsonl");
    }

    @ParameterizedTest
    @CsvSource({
        "--agents, none, Invalid value for option '--agents': 'none' is not an int",
        "--agents, 0, 'agents must be between 1 and 100000, not 0'",
        "--length, 8h, 'Invalid value for option ''--length'': write a duration like PT8H or PT90S, not ''8h'''",
        "--start, today, 'Invalid value for option ''--start'': write a time like 2026-03-02T08:00:00Z, not ''today'''",
        "--storm, 1h, 'Invalid value for option ''--storm'' (DURATION): write a duration like PT8H or PT90S, not"
                + " ''1h'''",
        "--pace, 0, 'pace must be between 0.1 and 100, not 0.0'",
    })
    void refusesBadArgumentsWithOneMessage(String option, String value, String message) {
        Run run = simulate("recording", option, value);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).isEqualToIgnoringNewLines(message + " (see --help)");
        assertThat(folder.resolve("recording")).doesNotExist();
    }

    private Run simulate(String out, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("--out", folder.resolve(out).toString(), "--seed", "5", "--agents", "8", "--length", "PT30M"));
        arguments.addAll(List.of(more));
        StringWriter output = new StringWriter();
        StringWriter errors = new StringWriter();
        CommandLine command = SimulateCommand.commandLine()
                .setOverwrittenOptionsAllowed(true)
                .setOut(new PrintWriter(output))
                .setErr(new PrintWriter(errors, true));
        int exitCode = command.execute(arguments.toArray(String[]::new));
        return new Run(exitCode, output.toString(), errors.toString());
    }

    private List<AgentStateChange> aiChanges(String out) throws IOException {
        List<AgentStateChange> changes = new ArrayList<>();
        try (DataFileReader<AgentStateChange> reader = new DataFileReader<>(
                folder.resolve(out).resolve("agent-events/ai-agents.avro").toFile(),
                new SpecificDatumReader<>(AgentStateChange.class))) {
            reader.forEach(changes::add);
        }
        return changes;
    }

    private record Run(int exitCode, String output, String errors) {}
}
