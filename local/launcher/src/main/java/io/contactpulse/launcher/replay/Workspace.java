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

/**
 * A temporary folder beside the output folder, so that the output can be moved to its place whole. It is gone after the
 * run, also when that failed or was interrupted.
 */
final class Workspace implements Closeable {
    private final Path out;
    private final Path folder;
    private final Thread removal = new Thread(this::remove, "remove-replay-workspace");

    private Workspace(Path out, Path folder) {
        this.out = out;
        this.folder = folder;
    }

    static Workspace beside(Path out) throws IOException {
        Path target = out.toAbsolutePath().normalize();
        Path parent = target.getParent() == null ? target : target.getParent();
        Files.createDirectories(parent);
        Workspace workspace = new Workspace(target, Files.createTempDirectory(parent, ".pulse-replay-"));
        Files.createDirectory(workspace.tables());
        Runtime.getRuntime().addShutdownHook(workspace.removal);
        return workspace;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    Path tables() {
        return folder.resolve("tables");
    }

    /** Makes the tables the output folder, which is empty or does not exist. */
    void publish() throws IOException {
        Files.deleteIfExists(out);
        Files.move(tables(), out, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(removal);
        remove();
    }

    private void remove() {
        try {
            for (Path path : content()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot remove " + folder, problem);
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
