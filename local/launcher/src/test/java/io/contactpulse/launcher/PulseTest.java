package io.contactpulse.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class PulseTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();
    private final CommandLine pulse =
            Pulse.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(error));

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"demo", "replay", "backtest", "simulate"})
    void explainsEveryCommand(String command) {
        int exitCode = pulse.execute(command, "--help");

        assertThat(out.toString()).startsWith("Usage: ./pulse " + command);
        assertThat(exitCode).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "demo --nonsense     | ./pulse demo: Unknown option: '--nonsense'",
                "replay --nonsense   | ./pulse replay: Unknown option: '--nonsense'",
                "replay no-such-job  | ./pulse replay: 3 problems:",
                "backtest --nonsense | ./pulse backtest: Unknown option: '--nonsense'",
                "backtest --json     | ./pulse backtest: 2 problems:",
                "simulate --nonsense | ./pulse simulate: Missing required option: '--out=DIR'"
            })
    void saysWhatIsWrongWithTheArguments(String arguments, String message) {
        int exitCode = pulse.execute(arguments.split(" "));

        assertThat(error.toString()).startsWith(message).contains(" --help explains the arguments)");
        assertThat(exitCode).isEqualTo(2);
    }

    @Test
    void saysWhyACommandFailed() throws Exception {
        Path broken = Files.writeString(folder.resolve("a.json.gz"), "not compressed");

        int exitCode = pulse.execute(
                "replay",
                "agent-state-sla",
                "--in",
                "agent-events=" + broken,
                "--out",
                folder.resolve("out").toString());

        assertThat(error.toString())
                .startsWith("./pulse replay failed: cannot read " + broken + ": Not in GZIP format");
        assertThat(exitCode).isEqualTo(1);
    }
}
