package io.contactpulse.launcher.replay;

import io.contactpulse.launcher.replay.ReplayRequest.Input;
import io.contactpulse.launcher.replay.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks the arguments of a replay and makes a request of them. All that is wrong is reported at once. */
final class ReplayArguments {
    private static final String NOW = "now";

    private final Map<String, ReplayJob> jobs = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    ReplayArguments(List<ReplayJob> jobs) {
        jobs.forEach(job -> this.jobs.put(job.name(), job));
    }

    /** The arguments as they were typed. */
    record Typed(
            @Nullable String job,
            List<String> in,
            @Nullable Path out,
            @Nullable Path rules,
            List<String> settings) {}

    ReplayRequest check(Typed typed) throws InvalidArguments {
        Optional<ReplayJob> job = job(typed.job());
        List<Input> inputs = inputs(typed.in(), job);
        Optional<Path> out = new OutputFolder(problems).check(typed.out(), inputs);
        ReplaySettings settings = new ReplaySettings(settings(typed.settings(), job), problems);
        Optional<Instant> now = settings.instant(NOW);
        Optional<ReplayJob.Prepared> prepared =
                job.map(known -> known.prepare(Optional.ofNullable(typed.rules()), settings));
        if (!problems.isEmpty()) {
            throw new InvalidArguments(problems);
        }
        return new ReplayRequest(job.orElseThrow(), prepared.orElseThrow(), inputs, out.orElseThrow(), now);
    }

    private Optional<ReplayJob> job(@Nullable String name) {
        if (name == null) {
            problems.add("name the job to replay: " + listed(jobs.keySet()));
            return Optional.empty();
        }
        if (!jobs.containsKey(name)) {
            problems.add("there is no job '" + name + "'; jobs that can be replayed: " + listed(jobs.keySet()));
        }
        return Optional.ofNullable(jobs.get(name));
    }

    private List<Input> inputs(List<String> typed, Optional<ReplayJob> job) {
        if (typed.isEmpty()) {
            problems.add("name a recording: --in STREAM=PATH");
        }
        return typed.stream().flatMap(input -> input(input, job).stream()).toList();
    }

    private Optional<Input> input(String typed, Optional<ReplayJob> job) {
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

    private Map<String, String> settings(List<String> typed, Optional<ReplayJob> job) {
        Map<String, String> forms = new TreeMap<>(Map.of(NOW, "TIME"));
        job.ifPresent(known -> forms.putAll(known.settings()));
        Map<String, String> values = new LinkedHashMap<>();
        for (String setting : typed) {
            int equals = setting.indexOf('=');
            String key = equals < 0 ? setting : setting.substring(0, equals);
            if (equals < 0) {
                problems.add("--set " + setting + ": write KEY=VALUE");
            } else if (job.isPresent() && !forms.containsKey(key)) {
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

    private static String listed(Collection<String> names) {
        return new TreeSet<>(names).stream().collect(Collectors.joining(", "));
    }
}
