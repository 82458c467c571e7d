package io.contactpulse.launcher.replay;

import io.contactpulse.launcher.replay.ReplayRequest.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks where a replay is to write to: nothing that exists is ever overwritten. */
final class OutputFolder {
    private final List<String> problems;

    OutputFolder(List<String> problems) {
        this.problems = problems;
    }

    Optional<Path> check(@Nullable Path out, List<Input> inputs) {
        if (out == null) {
            problems.add("name a folder for the output: --out DIR");
            return Optional.empty();
        }
        problem(out, inputs).ifPresent(problem -> problems.add("--out " + out + ": " + problem));
        return Optional.of(out);
    }

    private static Optional<String> problem(Path out, List<Input> inputs) {
        if (Files.exists(out) && !Files.isDirectory(out)) {
            return Optional.of("is a file; name a new or empty folder");
        }
        if (Files.exists(out) && !isEmpty(out)) {
            return Optional.of("is not empty; name a new or empty folder");
        }
        // A second replay would otherwise read what the first one wrote.
        return inputs.stream().anyMatch(input -> input.recording().covers(out))
                ? Optional.of("lies within the recording; name a folder elsewhere")
                : Optional.empty();
    }

    private static boolean isEmpty(Path folder) {
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
        } catch (IOException unreadable) {
            return false;
        }
    }
}
