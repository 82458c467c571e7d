package io.contactpulse.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo in a JVM of its own, ended by its time, by a signal, and by force. */
class DemoE2E {
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration STOP = Duration.ofMinutes(2);
    private static final int EMULATORS = 2;

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // every test starts it first
    private Process demo;

    @AfterEach
    void endByForce() throws InterruptedException {
        demo.destroyForcibly().waitFor();
    }

    @Test
    void endsWithRowsInEveryTableWhenItsTimeIsUp() throws Exception {
        // given
        start("--for", "35s", "--port", "0", "--agents", "15");
        List<ProcessHandle> emulators = emulatorsOnceItSays("The job has caught up");

        // when
        assertThat(demo.waitFor(STOP.toMinutes(), TimeUnit.MINUTES)).isTrue();

        // then
        String said = said();
        assertThat(demo.exitValue()).as(said).isZero();
        for (String table :
                List.of("agents", "agent-intervals", "agent-occupancy", "queue-status", "alerts", "alert-events")) {
            assertThat(rows(table, said)).as(said).allMatch(count -> count > 0);
        }
        assertThat(rows("dead-letters", said)).as(said).containsExactly(0L);
        assertThat(folder.resolve("tmp")).isDirectoryNotContaining("glob:**/pulse-demo-*");
        assertThat(said)
                .containsPattern("SNS messages +[1-9]\\d* received by the subscriber, 0 of them repeated")
                .containsPattern("Pages published +[1-9]");
        assertNothingIsLeft(emulators);
    }

    @Test
    void stopsCleanlyWhenASignalAsks() throws Exception {
        // given
        start("--port", "0", "--agents", "15");
        List<ProcessHandle> emulators = emulatorsOnceItSays("The job has caught up");

        // when
        demo.toHandle().destroy();
        assertThat(demo.waitFor(STOP.toMinutes(), TimeUnit.MINUTES)).isTrue();

        // then
        String said = said();
        assertThat(said).contains("Stopping as asked", "Job stopped, lake committed");
        assertThat(rows("agents", said)).as(said).allMatch(count -> count > 0);
        assertNothingIsLeft(emulators);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Topic alerts", "Job agent-state-sla runs"})
    void leavesNoProcessWhenItIsKilled(String moment) throws Exception {
        // given
        start("--port", "0", "--agents", "5");
        List<ProcessHandle> emulators = emulatorsOnceItSays(moment);

        // when
        demo.destroyForcibly().waitFor();

        // then
        assertNothingIsLeft(emulators);
    }

    private void start(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1500m",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.time=ALL-UNNAMED",
                "-Dsun.net.httpserver.nodelay=true",
                "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                "-cp",
                System.getProperty("java.class.path"),
                DemoMain.class.getName()));
        command.addAll(List.of(options));
        demo = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output().toFile())
                .start();
    }

    private List<ProcessHandle> emulatorsOnceItSays(String words) {
        await().atMost(START)
                .failFast(() -> assertThat(demo.isAlive()).as(said()).isTrue())
                .until(() -> said().contains(words));
        List<ProcessHandle> emulators = demo.descendants().toList();
        assertThat(emulators).hasSize(EMULATORS);
        return emulators;
    }

    private static void assertNothingIsLeft(List<ProcessHandle> emulators) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(emulators).noneMatch(ProcessHandle::isAlive));
    }

    private static List<Long> rows(String table, String said) {
        Matcher line = Pattern.compile("^  " + table + " +([\\d,]+)(?: +([\\d,]+))?$", Pattern.MULTILINE)
                .matcher(said);
        assertThat(line.find()).as(said).isTrue();
        List<Long> rows = new ArrayList<>();
        for (int group = 1; group <= line.groupCount() && line.group(group) != null; group++) {
            rows.add(Long.parseLong(line.group(group).replace(",", "")));
        }
        return rows;
    }

    private String said() throws IOException {
        return Files.readString(output());
    }

    private Path output() {
        return folder.resolve("output.txt");
    }
}
