package io.contactpulse.launcher.replay;

import io.contactpulse.launcher.replay.ReplayJob.RuleSource;
import io.contactpulse.launcher.replay.ReplayRequest.Input;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Checks the arguments of a replay and makes a request of them. All that is wrong is reported at once. */
final class ReplayArguments {
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
        InputArguments arguments = new InputArguments(job, problems);
        List<Input> inputs = arguments.inputs(typed.in());
        Optional<Path> out = new OutputFolder(problems).check(typed.out(), inputs);
        ReplaySettings settings = arguments.settings(typed.settings());
        Optional<Instant> now = InputArguments.now(settings);
        RuleSource rules = new RuleSource("--rules", Optional.ofNullable(typed.rules()));
        Optional<ReplayJob.Prepared> prepared = job.map(known -> known.prepare(rules, settings));
        if (!problems.isEmpty()) {
            throw new InvalidArguments(problems);
        }
        return new ReplayRequest(job.orElseThrow(), prepared.orElseThrow(), inputs, out.orElseThrow(), now);
    }

    private Optional<ReplayJob> job(@Nullable String name) {
        if (name == null) {
            problems.add("name the job to replay: " + InputArguments.listed(jobs.keySet()));
            return Optional.empty();
        }
        if (!jobs.containsKey(name)) {
            problems.add("there is no job '" + name + "'; jobs that can be replayed: "
                    + InputArguments.listed(jobs.keySet()));
        }
        return Optional.ofNullable(jobs.get(name));
    }
}
