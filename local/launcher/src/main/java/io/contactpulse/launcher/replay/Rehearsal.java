package io.contactpulse.launcher.replay;

import io.contactpulse.launcher.replay.ReplayJob.Prepared;
import io.contactpulse.launcher.replay.ReplayJob.RuleSource;
import io.contactpulse.launcher.replay.ReplayRequest.Input;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs agent-state-sla over one recording once for each of several rule sets. The recording is read and ordered only once,
 * and of the files that a replay would write nothing stays but what a reader makes of them.
 */
public final class Rehearsal {
    private static final ReplayJob JOB = new AgentStateSlaReplay();

    private final List<Input> inputs;
    private final Optional<Instant> now;
    private final List<Prepared> ruleSets;

    private Rehearsal(List<Input> inputs, Optional<Instant> now, List<Prepared> ruleSets) {
        this.inputs = inputs;
        this.now = now;
        this.ruleSets = ruleSets;
    }

    /**
     * The arguments as they were typed.
     *
     * @param rules for every option that names rules, where they are; the shipped ones are nowhere
     */
    public record Typed(List<String> in, Map<String, Optional<Path>> rules, List<String> settings) {}

    /** Refuses what is wrong together with {@code found}, the problems that the caller has found before. */
    public static Rehearsal check(Typed typed, List<String> found) throws InvalidArguments {
        List<String> problems = new ArrayList<>(found);
        InputArguments arguments = new InputArguments(Optional.of(JOB), problems);
        List<Input> inputs = arguments.inputs(typed.in());
        ReplaySettings settings = arguments.settings(typed.settings());
        Optional<Instant> now = InputArguments.now(settings);
        List<Prepared> ruleSets = new ArrayList<>();
        typed.rules()
                .forEach((option, location) -> ruleSets.add(JOB.prepare(new RuleSource(option, location), settings)));
        if (!problems.isEmpty()) {
            throw new InvalidArguments(problems);
        }
        return new Rehearsal(inputs, now, ruleSets);
    }

    /** Makes something of the files of one run, which are gone afterwards. */
    public interface OutputReader<T> {
        T read(Path folder) throws IOException;
    }

    /**
     * What a recording held and what was made of it.
     *
     * @param first the oldest event time; like {@code newest} the epoch if there are no events
     * @param end the clock at the end: the newest event time, or the given one
     * @param unreadable how many records would become dead letters
     * @param took for reading, ordering and all runs
     * @param outputs in the order of the rule sets
     * @param remarks about the recording, for people
     */
    public record Outcome<T>(
            Instant first,
            Instant newest,
            Instant end,
            long events,
            long unreadable,
            Duration took,
            List<T> outputs,
            List<String> remarks) {}

    public <T> Outcome<T> run(OutputReader<T> reader, PrintWriter terminal) throws Exception {
        long started = System.nanoTime();
        Progress progress = new Progress(terminal);
        try (Workspace workspace = Workspace.temporary()) {
            OrderedRecords records = new Ordering(JOB, inputs, now, progress).into(workspace);
            List<T> outputs = new ArrayList<>();
            for (Prepared rules : ruleSets) {
                TableFiles tables = new TableFiles(workspace.newFolder("tables-" + outputs.size()));
                new JobRun(records, workspace.scratch(), progress).execute(JOB.name(), rules, tables);
                outputs.add(reader.read(tables.folder()));
            }
            return new Outcome<>(
                    records.first(),
                    records.newest(),
                    records.end(),
                    records.counts().applied(),
                    records.counts().distinct() - records.counts().readable(),
                    Duration.ofNanos(System.nanoTime() - started),
                    outputs,
                    IgnoredFiles.of(inputs).remark().stream().toList());
        }
    }
}
