package io.contactpulse.launcher.replay;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Replays a recording. Arguments are all optional for the parser, so that everything missing is named in one message. */
@Command(
        name = "replay",
        sortOptions = false,
        description = {
            "Runs one job over recorded events, publishes nothing, and writes what the job would have stored and"
                    + " published: DIR/<table>.jsonl, dead-letters.jsonl and notifications.jsonl.",
            "The same records, in any order and with any repeats, give the same bytes."
        })
public final class ReplayCommand implements Callable<Integer> {
    private static final List<ReplayJob> JOBS = List.of(new AgentStateSlaReplay(), new CtrEnrichmentReplay());

    @Parameters(
            arity = "0..1",
            paramLabel = "JOB",
            description = {
                "agent-state-sla, which reads agent-events and, if given, alert-commands and ctr; or",
                "ctr-enrichment, which reads ctr."
            })
    private @Nullable String job;

    @Option(
            names = "--in",
            arity = "1..*",
            paramLabel = "STREAM=PATH",
            description = "A file or folder with records of a stream: .jsonl, .json or .avro, also with .gz.")
    private List<String> in = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", description = "New or empty folder to write to.")
    private @Nullable Path out;

    @Option(names = "--rules", paramLabel = "FILE|DIR", description = "Rules to use instead of the shipped ones.")
    private @Nullable Path rules;

    @Option(
            names = "--set",
            arity = "1..*",
            paramLabel = "KEY=VALUE",
            description = {
                "now=TIME (default: the newest event's)",
                "notification-fence=DURATION: nobody is paged for what is older (default: PT10M)",
                "storm-alerts=NUMBER storm-within=DURATION: so many alerts of one cause within so long are an incident"
                        + " (default: 5 within PT60S)",
                "pages-per-hour=NUMBER: how many a team gets at most (default: 60)",
                "schedule=FILE: what agents are asked to do when, for adherence: .csv or .yaml",
                "for ctr-enrichment also service-level.seconds, short-abandon.seconds (both also with .<queueId>),"
                        + " journey.open, retention and attributes=NAME,NAME"
            })
    private List<String> settings = new ArrayList<>();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything else happens
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Replay replay = new Replay(request(), new Progress(spec.commandLine().getErr()));
        replay.run().print(spec.commandLine().getOut());
        return CommandLine.ExitCode.OK;
    }

    private ReplayRequest request() {
        try {
            return new ReplayArguments(JOBS).check(new ReplayArguments.Typed(job, in, out, rules, settings));
        } catch (InvalidArguments invalid) {
            throw new ParameterException(spec.commandLine(), String.valueOf(invalid.getMessage()), invalid);
        }
    }
}
