package io.contactpulse.launcher.replay;

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

class ReplayArgumentsTest {
    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void record() throws IOException {
        Files.writeString(folder.resolve("events.jsonl"), "{}");
        Files.writeString(folder.resolve("events.txt"), "{}");
        Files.createDirectories(folder.resolve("full"));
        Files.writeString(folder.resolve("full/alerts.jsonl"), "");
        Files.writeString(folder.resolve("rules.yaml"), "rules:\n  - id: one\n");
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void refusesMistakesBeforeAnythingStarts(String arguments, String message) throws IOException {
        CommandRun run = ReplayRun.replay(inFolder(arguments).split(" "));

        assertThat(run.error()).isEqualTo(inFolder(message));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private static Stream<Arguments> mistakes() {
        String job = "agent-state-sla";
        String in = " --in agent-events=DIR/events.jsonl";
        String out = " --out DIR/out";
        return Stream.of(
                Arguments.of(
                        "ctr" + in + out,
                        "there is no job 'ctr'; jobs that can be replayed: agent-state-sla, ctr-enrichment"),
                Arguments.of(job + out, "name a recording: --in STREAM=PATH"),
                Arguments.of(job + in, "name a folder for the output: --out DIR"),
                Arguments.of(job + out + " --in DIR/events.jsonl", "--in DIR/events.jsonl: write STREAM=PATH"),
                Arguments.of(
                        job + out + " --in flow-logs=DIR/events.jsonl",
                        "--in flow-logs=DIR/events.jsonl: agent-state-sla reads no stream 'flow-logs'; it reads"
                                + " agent-events, alert-commands, ctr"),
                Arguments.of(
                        job + out + " --in ctr=DIR/events.jsonl",
                        "--in agent-events=PATH is missing: agent-state-sla cannot do without"),
                Arguments.of(
                        job + out + " --in agent-events=DIR/none",
                        "--in agent-events=DIR/none: there is no file or folder DIR/none"),
                Arguments.of(
                        job + out + " --in agent-events=DIR/events.txt",
                        "--in agent-events=DIR/events.txt: the name of DIR/events.txt does not tell what it holds;"
                                + " it must end with .jsonl, .json or .avro, or one of these and .gz"),
                Arguments.of(job + in + " --out DIR/full", "--out DIR/full: is not empty; name a new or empty folder"),
                Arguments.of(
                        job + in + " --out DIR/events.txt",
                        "--out DIR/events.txt: is a file; name a new or empty folder"),
                Arguments.of(
                        job + " --in agent-events=DIR" + out,
                        "--out DIR/out: lies within the recording; name a folder elsewhere"),
                Arguments.of(job + in + out + " --set now", "--set now: write KEY=VALUE"),
                Arguments.of(
                        job + in + out + " --set model=off",
                        "--set model=off: there is no setting 'model'; settings: notification-fence=DURATION,"
                                + " now=TIME, pages-per-hour=NUMBER, schedule=FILE, storm-alerts=NUMBER,"
                                + " storm-within=DURATION"),
                Arguments.of(
                        job + in + out + " --set now=today",
                        "--set now: 'today' is not a time like 2026-03-02T08:00:00Z"),
                Arguments.of(
                        job + in + out + " --set notification-fence=10",
                        "--set notification-fence: '10' is not a duration like PT10M"),
                Arguments.of(
                        job + in + out + " --set notification-fence=-PT1S",
                        "--set notification-fence: '-PT1S' is not longer than nothing; give PT1S or more"),
                Arguments.of(
                        job + in + out + " --set storm-within=PT0S",
                        "--set storm-within: 'PT0S' is not longer than nothing; give PT1S or more"),
                Arguments.of(
                        job + in + out + " --set storm-alerts=1",
                        "--set storm-alerts: '1' is not a whole number from 2 to 1000"),
                Arguments.of(
                        job + in + out + " --set pages-per-hour=many",
                        "--set pages-per-hour: 'many' is not a whole number from 1 to 10000"),
                Arguments.of(
                        job + in + out + " --set schedule=DIR/events.txt",
                        "--set schedule: DIR/events.txt: a schedule is a .csv or a .yaml file"),
                Arguments.of(
                        job + in + out + " --set now=2026-03-02T08:00:00Z --set now=2026-03-02T08:00:00Z",
                        "--set now is given twice"),
                Arguments.of(
                        job + in + out + " --rules DIR/none.yaml", "--rules: no rule file (*.yaml) at DIR/none.yaml"),
                Arguments.of(
                        "ctr-enrichment --in ctr=DIR/events.jsonl" + out + " --set service-level.seconds.q-1=soon",
                        "--set service-level.seconds.q-1: 'soon' is not a whole number of 0 or more"),
                Arguments.of(
                        "ctr-enrichment --in ctr=DIR/events.jsonl" + out + " --rules DIR/none.yaml",
                        "--rules: ctr-enrichment goes by no rule files; use --set"),
                Arguments.of("--nonsense", "Unknown option: '--nonsense'"));
    }

    @Test
    void reportsEverythingThatIsWrongAtOnce() {
        CommandRun run = ReplayRun.replay("--set", "now=today");

        assertThat(run.error()).isEqualTo("""
                        4 problems:
                          - name the job to replay: agent-state-sla, ctr-enrichment
                          - name a recording: --in STREAM=PATH
                          - name a folder for the output: --out DIR
                          - --set now: 'today' is not a time like 2026-03-02T08:00:00Z""");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void passesOnWhatTheRuleFilesSay() {
        CommandRun run = ReplayRun.replayAgentEvents(
                folder.resolve("events.jsonl"),
                folder.resolve("out"),
                "--rules",
                folder.resolve("rules.yaml").toString());

        assertThat(run.error()).startsWith("--rules: ").contains("rules.yaml");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    private String inFolder(String text) {
        return text.replace("DIR/", folder + "/").replace("=DIR", "=" + folder);
    }
}
