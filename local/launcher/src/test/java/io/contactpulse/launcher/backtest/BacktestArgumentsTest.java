package io.contactpulse.launcher.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.launcher.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BacktestArgumentsTest {
    private static final String IN = "--in agent-events=DIR/events.jsonl";
    private static final String RULES = " --rules DIR/rules.yaml";

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void record() throws IOException {
        Files.writeString(folder.resolve("events.jsonl"), "{}");
        Files.writeString(folder.resolve("bad.yaml"), "rules:\n  - id: one\n");
        Files.writeString(
                folder.resolve("rules.yaml"), "rules:\n  - id: one\n    when: { state: ACW }\n    warn: 3m\n");
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void refusesMistakesBeforeAnythingStarts(String arguments, String message) {
        CommandRun run =
                CommandRun.of(new BacktestCommand(), inFolder(arguments).split(" "));

        assertThat(run.error()).isEqualTo(inFolder(message));
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(2);
    }

    private static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(IN, "name the rules to try: --rules FILE|DIR"),
                Arguments.of("--rules DIR/rules.yaml", "name a recording: --in STREAM=PATH"),
                Arguments.of(
                        "--in flow-logs=DIR/events.jsonl" + RULES,
                        "--in flow-logs=DIR/events.jsonl: agent-state-sla reads no stream 'flow-logs'; it reads"
                                + " agent-events, alert-commands, ctr"),
                Arguments.of(IN + " --rules DIR/none.yaml", "--rules: no rule file (*.yaml) at DIR/none.yaml"),
                Arguments.of(
                        IN + RULES + " --against DIR/none.yaml", "--against: no rule file (*.yaml) at DIR/none.yaml"),
                Arguments.of(
                        IN + RULES + " --set now=today", "--set now: 'today' is not a time like 2026-03-02T08:00:00Z"),
                Arguments.of(
                        IN + RULES + " --against default --set notification-fence=10",
                        "--set notification-fence: '10' is not a duration like PT10M"),
                Arguments.of(IN + RULES + " --out DIR/out", "Unknown options: '--out', '" + "DIR/out'"));
    }

    @Test
    void reportsEverythingThatIsWrongAtOnce() {
        CommandRun run = CommandRun.of(
                new BacktestCommand(), "--against", folder.resolve("none").toString(), "--set", "now");

        assertThat(run.error()).isEqualTo("""
                        4 problems:
                          - name the rules to try: --rules FILE|DIR
                          - name a recording: --in STREAM=PATH
                          - --set now: write KEY=VALUE
                          - --against: no rule file (*.yaml) at %s""".formatted(folder.resolve("none")));
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void passesOnWhatTheRuleFilesSay() {
        CommandRun run = CommandRun.of(
                new BacktestCommand(),
                inFolder(IN + RULES + " --against DIR/bad.yaml").split(" "));

        assertThat(run.error()).startsWith("--against: ").contains("bad.yaml");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    private String inFolder(String text) {
        return text.replace("DIR/", folder + "/");
    }
}
