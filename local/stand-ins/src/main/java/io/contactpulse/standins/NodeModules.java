package io.contactpulse.standins;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the emulators that run in node are installed, and what to do when they are not. */
final class NodeModules {

    static final String HOME_PROPERTY = "contactpulse.home";

    private static final String FOLDER = "local/stand-ins/node";

    private final Path folder;

    private NodeModules(Path folder) {
        this.folder = folder;
    }

    /** Looks in the folder that the system property names, else in the working directory and those above it. */
    static NodeModules locate() {
        Path start = Path.of("").toAbsolutePath();
        return locate(Optional.ofNullable(System.getProperty(HOME_PROPERTY)).map(Path::of), start);
    }

    static NodeModules locate(Optional<Path> home, Path workingDirectory) {
        Stream<Path> candidates = home.map(Stream::of)
                .orElseGet(() -> Stream.iterate(workingDirectory, folder -> folder != null, Path::getParent));
        Path folder = candidates
                .map(candidate -> candidate.resolve(FOLDER))
                .filter(candidate -> Files.isRegularFile(candidate.resolve("package.json")))
                .findFirst()
                .orElseThrow(() -> new StandInException("no " + FOLDER + "/package.json in "
                        + home.map(Path::toString).orElse(workingDirectory + " or above it")
                        + ": set -D" + HOME_PROPERTY + " to the root of the repository"));
        return new NodeModules(folder);
    }

    Path preload() {
        return folder.resolve("loopback.cjs");
    }

    Path file(String packagePath) {
        Path file = folder.resolve("node_modules").resolve(packagePath);
        if (!Files.isRegularFile(file)) {
            throw new StandInException(
                    "the node packages are not installed (" + file + " is missing): run npm ci --prefix " + FOLDER);
        }
        return file;
    }
}
