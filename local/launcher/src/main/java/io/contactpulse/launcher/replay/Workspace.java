package io.contactpulse.launcher.replay;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for the files of one run. It is gone after the run, also when that failed or was interrupted. */
final class Workspace implements Closeable {
    private static final int ATTEMPTS = 50;

    private final Path folder;
    private final Thread removal = new Thread(this::remove, "remove-replay-workspace");

    private Workspace(Path folder) {
        this.folder = folder;
    }

    /** Beside the output folder, so that the output can be moved to its place whole. */
    static Workspace beside(Path out) throws IOException {
        Path target = out.toAbsolutePath().normalize();
        Path parent = target.getParent() == null ? target : target.getParent();
        Files.createDirectories(parent);
        return removedAtExit(new Workspace(Files.createTempDirectory(parent, ".pulse-replay-")));
    }

    /** Where the system keeps temporary files, for output that is not kept. */
    static Workspace temporary() throws IOException {
        return removedAtExit(new Workspace(Files.createTempDirectory("pulse-rehearsal-")));
    }

    private static Workspace removedAtExit(Workspace workspace) {
        Runtime.getRuntime().addShutdownHook(workspace.removal);
        return workspace;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** For what a cluster needs while it runs. */
    Path scratch() {
        return file("scratch");
    }

    Path newFolder(String name) throws IOException {
        return Files.createDirectory(file(name));
    }

    /** Moves one of its folders to where it is to be. In that place is nothing or an empty folder. */
    void publish(Path tables, Path out) throws IOException {
        Path target = out.toAbsolutePath().normalize();
        Files.deleteIfExists(target);
        Files.move(tables, target, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(removal);
        remove();
    }

    /** A cluster whose job is done removes its own files a moment later, so some may vanish while they are listed. */
    private void remove() {
        for (int attempt = 1; Files.exists(folder); attempt++) {
            try {
                for (Path path : content()) {
                    Files.deleteIfExists(path);
                }
            } catch (IOException | UncheckedIOException problem) {
                if (attempt == ATTEMPTS) {
                    throw new IllegalStateException("cannot remove " + folder, problem);
                }
            }
        }
    }

    private List<Path> content() throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
