package io.contactpulse.standins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeChildTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    private Path directory;

    @Test
    void endsWhenItsParentIsKilled() throws IOException, InterruptedException {
        // given
        Process parent = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        StartsAndWaits.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        ProcessHandle child = childOf(parent);

        // when
        parent.destroyForcibly().waitFor();

        // then
        await().atMost(LIMIT).untilAsserted(() -> assertThat(child.isAlive()).isFalse());
    }

    @Test
    void livesOnWhenTheTerminalInterruptsEveryProcess() throws IOException, InterruptedException {
        // given
        try (NotificationStandIn notifications = NotificationStandIn.start();
                KinesisStandIn kinesis = KinesisStandIn.start()) {

            // when
            interrupt(notifications.process());
            interrupt(kinesis.process());

            // then
            StandInClients.sns(notifications.endpoint()).createTopic(request -> request.name("still-there"));
            StandInClients.kinesis(kinesis.endpoint()).listStreams();
        }
    }

    private static void interrupt(ProcessHandle process) throws IOException, InterruptedException {
        int result = new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                .start()
                .waitFor();
        assertThat(result).isZero();
    }

    @Test
    void saysWhatTheChildSaidWhenItDoesNotComeUp() throws IOException {
        // given
        Path script = Files.writeString(
                directory.resolve("broken.js"), "console.error('the port is haunted'); process.exit(3);");
        NodeChild.Program program = new NodeChild.Program("broken", script, Map.of(), "/");

        // when, then
        assertThatThrownBy(() -> NodeChild.start(NodeModules.locate(), program))
                .isInstanceOf(StandInException.class)
                .hasMessage("broken ended with exit code 3; it said: the port is haunted");
    }

    @Test
    void namesTheCommandThatInstallsMissingPackages() throws IOException {
        // given
        Path node = Files.createDirectories(directory.resolve("local/stand-ins/node"));
        Files.writeString(node.resolve("package.json"), "{}");
        NodeModules modules = NodeModules.locate(Optional.of(directory), Path.of("/"));

        // when, then
        assertThatThrownBy(() -> modules.file("fauxqs/dist/cli.js"))
                .isInstanceOf(StandInException.class)
                .hasMessageEndingWith("run npm ci --prefix local/stand-ins/node");
    }

    @Test
    void findsTheRepositoryAboveTheWorkingDirectory() throws IOException {
        // given
        Path node = Files.createDirectories(directory.resolve("local/stand-ins/node"));
        Files.writeString(node.resolve("package.json"), "{}");
        Path below = Files.createDirectories(directory.resolve("jobs/agent-state-sla"));

        // when
        NodeModules modules = NodeModules.locate(Optional.empty(), below);

        // then
        assertThat(modules.preload()).isEqualTo(node.resolve("loopback.cjs"));
    }

    @Test
    void namesThePropertyThatPointsToTheRepository() {
        assertThatThrownBy(() -> NodeModules.locate(Optional.of(directory), Path.of("/")))
                .isInstanceOf(StandInException.class)
                .hasMessage("no local/stand-ins/node/package.json in " + directory
                        + ": set -Dcontactpulse.home to the root of the repository");
    }

    private static ProcessHandle childOf(Process parent) throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8));
        String line = output.readLine();
        assertThat(line).as("the process id that the parent prints").matches("\\d+");
        return ProcessHandle.of(Long.parseLong(line)).orElseThrow();
    }

    /** Runs in a JVM of its own, which the test kills. */
    static final class StartsAndWaits {

        private StartsAndWaits() {}

        public static void main(String[] arguments) throws InterruptedException {
            NotificationStandIn standIn = NotificationStandIn.start();
            System.out.println(standIn.process().pid());
            Thread.currentThread().join();
        }
    }
}
