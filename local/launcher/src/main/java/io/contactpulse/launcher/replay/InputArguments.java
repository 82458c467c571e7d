package io.contactpulse.launcher.replay;

import io.contactpulse.launcher.replay.ReplayRequest.Input;
import io.contactpulse.launcher.replay.ReplayStream.Need;
import io.contactpulse.launcher.replay.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Checks the recordings and settings given for a job, if that is known. What is wrong is added to a list of problems. */
final class InputArguments {
    private static final String NOW = "now";

    private final Optional<ReplayJob> job;
    private final List<String> problems;

    InputArguments(Optional<ReplayJob> job, List<String> problems) {
        this.job = job;
        this.problems = problems;
    }

    List<Input> inputs(List<String> typed) {
        if (typed.isEmpty()) {
            problems.add("name a recording: --in STREAM=PATH");
            return List.of();
        }
        int before = problems.size();
        List<Input> inputs =
                typed.stream().flatMap(input -> input(input).stream()).toList();
        if (problems.size() == before) {
            job.ifPresent(known -> complainOfMissing(known, inputs));
        }
        return inputs;
    }

    ReplaySettings settings(List<String> typed) {
        return new ReplaySettings(values(typed), problems);
    }

    /** The replay's clock, if one was given. */
    static Optional<Instant> now(ReplaySettings settings) {
        return settings.instant(NOW);
    }

    static String listed(Collection<String> names) {
        return new TreeSet<>(names).stream().collect(Collectors.joining(", "));
    }

    private void complainOfMissing(ReplayJob known, List<Input> inputs) {
        known.streams().forEach((stream, description) -> {
            boolean isGiven = inputs.stream().anyMatch(input -> input.stream().equals(stream));
            if (description.need() == Need.REQUIRED && !isGiven) {
                problems.add("--in " + stream + "=PATH is missing: " + known.name() + " cannot do without");
            }
        });
    }

    private Optional<Input> input(String typed) {
        int equals = typed.indexOf('=');
        if (equals <= 0 || equals == typed.length() - 1) {
            problems.add("--in " + typed + ": write STREAM=PATH");
            return Optional.empty();
        }
        String stream = typed.substring(0, equals);
        job.filter(known -> !known.streams().containsKey(stream))
                .ifPresent(known -> problems.add("--in " + typed + ": " + known.name() + " reads no stream '" + stream
                        + "'; it reads " + listed(known.streams().keySet())));
        return recording(typed, Path.of(typed.substring(equals + 1))).map(recording -> new Input(stream, recording));
    }

    private Optional<Recording> recording(String typed, Path path) {
        if (!Files.exists(path)) {
            problems.add("--in " + typed + ": there is no file or folder " + path);
            return Optional.empty();
        }
        try {
            Recording recording = Recording.at(path);
            if (Files.isRegularFile(path) && recording.files().isEmpty()) {
                problems.add(
                        "--in " + typed + ": the name of " + path
                                + " does not tell what it holds; it must end with .jsonl, .json or .avro, or one of these and .gz");
            }
            return Optional.of(recording);
        } catch (IOException problem) {
            problems.add("--in " + typed + ": cannot be read (" + problem.getMessage() + ")");
            return Optional.empty();
        }
    }

    private Map<String, String> values(List<String> typed) {
        Map<String, String> forms = new TreeMap<>(Map.of(NOW, "TIME"));
        job.ifPresent(known -> forms.putAll(known.settings()));
        Map<String, String> values = new LinkedHashMap<>();
        for (String setting : typed) {
            int equals = setting.indexOf('=');
            String key = equals < 0 ? setting : setting.substring(0, equals);
            if (equals < 0) {
                problems.add("--set " + setting + ": write KEY=VALUE");
            } else if (job.isPresent() && !ReplaySettings.isTaken(key, forms.keySet())) {
                problems.add("--set " + setting + ": there is no setting '" + key + "'; settings: "
                        + listed(forms.entrySet().stream()
                                .map(Map.Entry::toString)
                                .toList()));
            } else if (values.put(key, setting.substring(equals + 1)) != null) {
                problems.add("--set " + key + " is given twice");
            }
        }
        return values;
    }
}
