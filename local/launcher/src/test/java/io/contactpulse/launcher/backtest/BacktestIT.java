package io.contactpulse.launcher.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.contactpulse.launcher.CommandRun;
import io.contactpulse.launcher.replay.ReplayCommand;
import io.contactpulse.schema.AgentStateChange;
import io.contactpulse.simulator.Floor;
import io.contactpulse.simulator.Scenario;
import io.contactpulse.simulator.SimulatedEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BacktestIT {
    private static final long SEED = 7;
    private static final Scenario SCENARIO = Scenario.shift(SEED)
            .withAgents(20)
            .withAiAgents(1)
            .withLength(Duration.ofHours(1))
            .withBreaches(6);
    private static final String HOLD = "hold-too-long";
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder = Path.of("");

    private Path recording = folder;
    private Path shorterHold = folder;

    @BeforeEach
    void record() throws IOException {
        recording = Files.createDirectory(folder.resolve("recording"));
        Files.write(
                recording.resolve("agents.jsonl"),
                Floor.events(SCENARIO).map(SimulatedEvent::json).toList());
        try (DataFileWriter<AgentStateChange> writer =
                new DataFileWriter<>(new SpecificDatumWriter<>(AgentStateChange.class))) {
            writer.create(
                    AgentStateChange.getClassSchema(),
                    recording.resolve("ai.avro").toFile());
            for (AgentStateChange change : Floor.aiEvents(SCENARIO).toList()) {
                writer.append(change);
            }
        }
        shorterHold = Files.writeString(
                folder.resolve("shorter-hold.yaml"), shippedRules().replace("warn: 120s", "warn: 60s"));
    }

    @Test
    void countsWhatTwoReplaysGive() throws IOException {
        // given
        Path now = replay("now", "--rules", shorterHold.toString());
        Path before = replay("before");

        // when
        CommandRun run = backtest("--json", "--against", RuleSet.SHIPPED);

        // then
        assertThat(run.exitCode()).as(run.error()).isZero();
        JsonNode report = JSON.readTree(run.out());
        assertThat(counts(report.path("rules"), "alerts"))
                .as("seed %d", SEED)
                .isEqualTo(perRule(now, "alerts", "/ruleId"));
        assertThat(counts(report.path("against"), "alerts")).isEqualTo(perRule(before, "alerts", "/ruleId"));
        assertThat(counts(report.path("rules"), "pages"))
                .isEqualTo(perRule(now, "notifications", "/attributes/ruleId"));
        assertThat(counts(report.path("against"), "pages"))
                .isEqualTo(perRule(before, "notifications", "/attributes/ruleId"));
        assertThat(counts(report.path("rules"), "open")).isEqualTo(openPerRule(now));
        assertThat(report.at("/rules/perRule"))
                .as("shipped rules, fired or not; no storm in this recording")
                .hasSize(23);
        assertThat(report.at("/changes/total/new").asInt()
                        - report.at("/changes/total/gone").asInt())
                .isEqualTo(rows(now, "alerts").size() - rows(before, "alerts").size())
                .isPositive();
        assertThat(counts(report.path("changes"), "new").keySet()).containsExactly(HOLD);
        assertThat(counts(report.path("changes"), "earlier"))
                .isEqualTo(Map.of(HOLD, perRule(before, "alerts", "/ruleId").get(HOLD)));
        assertThat(counts(report.path("changes"), "gone")).isEmpty();
        assertThat(counts(report.path("changes"), "later")).isEmpty();
    }

    @Test
    void writesNoFiles() throws IOException {
        List<String> before = temporaryFolders();

        CommandRun run = backtest();

        assertThat(run.exitCode()).as(run.error()).isZero();
        assertThat(run.out()).contains("With " + shorterHold, "times faster than real time.");
        assertThat(temporaryFolders()).isEqualTo(before);
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(recording) && !path.equals(shorterHold));
    }

    @Test
    void takesTheClockItIsGiven() throws IOException {
        Instant now = SCENARIO.start().plus(Duration.ofHours(20));

        JsonNode report =
                JSON.readTree(backtest("--json", "--set", "now=" + now).out());

        assertThat(report.at("/recording/end").asText()).isEqualTo(now.toString());
        assertThat(report.at("/recording/spanSeconds").asDouble()).isLessThanOrEqualTo(3600);
    }

    @Test
    void findsNothingInAnEmptyRecording() throws IOException {
        recording = Files.createDirectory(folder.resolve("empty"));

        CommandRun run = backtest();

        assertThat(run.exitCode()).as(run.error()).isZero();
        assertThat(run.out()).contains("The recording holds no events.");
    }

    private CommandRun backtest(String... more) {
        return CommandRun.of(
                new BacktestCommand(),
                Stream.concat(
                                Stream.of("--in", "agent-events=" + recording, "--rules", shorterHold.toString()),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    private Path replay(String name, String... more) {
        Path out = folder.resolve(name);
        StringWriter error = new StringWriter();
        int exitCode = new CommandLine(new ReplayCommand())
                .setOut(new PrintWriter(error))
                .setErr(new PrintWriter(error))
                .execute(Stream.concat(
                                Stream.of(
                                        "agent-state-sla",
                                        "--in",
                                        "agent-events=" + recording,
                                        "--out",
                                        out.toString()),
                                Stream.of(more))
                        .toArray(String[]::new));
        assertThat(exitCode).as(error.toString()).isZero();
        return out;
    }

    /** What is not zero. */
    private static Map<String, Integer> counts(JsonNode report, String count) {
        Map<String, Integer> counts = new TreeMap<>();
        for (JsonNode rule : report.path("perRule")) {
            if (rule.path(count).asInt() > 0) {
                counts.put(rule.path("ruleId").asText(), rule.path(count).asInt());
            }
        }
        return counts;
    }

    private static Map<String, Integer> perRule(Path out, String table, String ruleId) throws IOException {
        return rows(out, table).stream()
                .collect(Collectors.toMap(row -> row.at(ruleId).asText(), row -> 1, Integer::sum));
    }

    private static Map<String, Integer> openPerRule(Path out) throws IOException {
        return rows(out, "alerts").stream()
                .filter(row -> row.path("resolvedAt").isNull())
                .collect(Collectors.toMap(row -> row.path("ruleId").asText(), row -> 1, Integer::sum));
    }

    private static List<JsonNode> rows(Path out, String table) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : Files.readAllLines(out.resolve(table + ".jsonl"))) {
            rows.add(JSON.readTree(line));
        }
        return rows;
    }

    private static List<String> temporaryFolders() throws IOException {
        try (Stream<Path> found = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return found.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith("pulse-rehearsal-"))
                    .sorted()
                    .toList();
        }
    }

    private static String shippedRules() throws IOException {
        try (InputStream content =
                Objects.requireNonNull(BacktestIT.class.getResourceAsStream("/rules/default-rules.yaml"))) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
