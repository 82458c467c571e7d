package io.contactpulse.standins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One emulator in a node process of its own. It chooses free ports and prints them; the one that answers its health
 * path is the endpoint. The child ends when the pipe to its standard input closes, so it cannot outlive this JVM.
 */
final class NodeChild implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration PROBE_PAUSE = Duration.ofMillis(50);
    private static final Duration POLITE_STOP = Duration.ofSeconds(3);

    private final Process process;
    private final URI endpoint;

    private NodeChild(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    /** What to run and how to know that it is up. */
    record Program(String name, Path script, Map<String, String> environment, String healthPath) {}

    static NodeChild start(NodeModules modules, Program program) {
        Process process = launch(modules, program);
        ChildOutput output = ChildOutput.of(process);
        try {
            return new NodeChild(process, awaitEndpoint(process, output, program));
        } catch (RuntimeException failure) {
            stop(process);
            throw failure;
        }
    }

    URI endpoint() {
        return endpoint;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        stop(process);
    }

    private static Process launch(NodeModules modules, Program program) {
        List<String> command = new ArrayList<>(List.of("node", "--require"));
        command.add(modules.preload().toString());
        command.add(program.script().toString());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(program.environment());
        try {
            return builder.start();
        } catch (IOException failure) {
            throw new StandInException("node does not start: put Node.js 20 or newer on the PATH", failure);
        }
    }

    private static URI awaitEndpoint(Process process, ChildOutput output, Program program) {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                throw notUp(program, "ended with exit code " + process.exitValue(), output);
            }
            Optional<URI> healthy = output.listening().stream()
                    .filter(candidate -> HealthProbe.answers(candidate.resolve(program.healthPath())))
                    .findFirst();
            if (healthy.isPresent()) {
                return healthy.get();
            }
            pause(process);
        }
        throw notUp(program, "was not ready within " + START_LIMIT.toSeconds() + " s", output);
    }

    private static void pause(Process process) {
        try {
            process.waitFor(PROBE_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new StandInException("interrupted while an emulator started", interruption);
        }
    }

    private static StandInException notUp(Program program, String what, ChildOutput output) {
        return new StandInException(program.name() + " " + what + "; it said: " + output.errors());
    }

    private static void stop(Process process) {
        try {
            process.getOutputStream().close();
            process.destroy();
            // kinesis-local may ignore the signal while a connection is open.
            if (!process.waitFor(POLITE_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interruption) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException failure) {
            process.destroyForcibly();
            throw new UncheckedIOException(failure);
        }
    }
}
