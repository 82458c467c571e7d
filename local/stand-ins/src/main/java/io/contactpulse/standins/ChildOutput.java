package io.contactpulse.standins;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Drains what a child prints, so that it never blocks, and keeps its ports and the last lines of its complaints. */
final class ChildOutput {

    private static final String LISTENING = "listening ";
    private static final int KEPT_LINES = 40;

    private final List<URI> listening = new CopyOnWriteArrayList<>();
    private final Deque<String> errors = new ArrayDeque<>();

    private ChildOutput() {}

    static ChildOutput of(Process process) {
        ChildOutput output = new ChildOutput();
        drain("standard output", process, process.getInputStream(), output::note);
        drain("standard error", process, process.getErrorStream(), output::complain);
        return output;
    }

    /** Every address the child has said it listens on, in that order. */
    List<URI> listening() {
        return List.copyOf(listening);
    }

    String errors() {
        synchronized (errors) {
            return errors.isEmpty() ? "nothing" : String.join(System.lineSeparator(), errors);
        }
    }

    private void note(String line) {
        if (line.startsWith(LISTENING)) {
            listening.add(LoopbackServer.at(Integer.parseInt(line.substring(LISTENING.length()))));
        }
    }

    private void complain(String line) {
        synchronized (errors) {
            if (errors.size() == KEPT_LINES) {
                errors.removeFirst();
            }
            errors.addLast(line);
        }
    }

    private static void drain(String name, Process process, InputStream stream, Consumer<String> line) {
        Thread thread = new Thread(() -> readLines(stream, line), name + " of process " + process.pid());
        thread.setDaemon(true);
        thread.start();
    }

    private static void readLines(InputStream stream, Consumer<String> line) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            reader.lines().forEach(line);
        } catch (IOException | UncheckedIOException streamClosed) {
            line.accept("(its output ended)");
        }
    }
}
