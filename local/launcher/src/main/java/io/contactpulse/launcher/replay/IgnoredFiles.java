package io.contactpulse.launcher.replay;

import io.contactpulse.launcher.replay.ReplayRequest.Input;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Files of a recording whose names do not tell what they hold, so that they were not read. */
record IgnoredFiles(List<Path> files) {
    private static final int SHOWN = 5;

    static IgnoredFiles of(List<Input> inputs) {
        return new IgnoredFiles(inputs.stream()
                .flatMap(input -> input.recording().ignored().stream())
                .toList());
    }

    /** A remark for the person at the terminal; empty when there are none. */
    Optional<String> remark() {
        if (files.isEmpty()) {
            return Optional.empty();
        }
        String shown = files.stream().limit(SHOWN).map(Path::toString).collect(Collectors.joining(", "));
        int more = files.size() - SHOWN;
        return Optional.of(
                "ignored, because of their names: " + shown + (more > 0 ? " and %,d more".formatted(more) : ""));
    }
}
