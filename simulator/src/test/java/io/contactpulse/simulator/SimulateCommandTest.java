package io.contactpulse.simulator;

import static org.assertj.core.api.Assertions.assertThat;

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
    }

    @Test
    void writesEqualBytesForEqualArguments() throws IOException {
        simulate("one");
        simulate("two");

        for (String file :
                List.of("agent-events/agent-events.jsonl", "agent-events/ai-agents.avro", "planted-breaches.json")) {
            assertThat(folder.resolve("one").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("two").resolve(file));
        }
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
