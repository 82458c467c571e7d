package io.contactpulse.launcher.backtest;

import io.contactpulse.launcher.replay.InvalidArguments;
import io.contactpulse.launcher.replay.Rehearsal;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tries rules on a recording. Arguments are all optional for the parser, so that everything missing is named at once. */
@Command(
        name = "backtest",
        sortOptions = false,
        description = {
            "Tells what alert rules would have fired on recorded agent events: per rule the alerts, how long they lasted,"
                    + " the pages they would have meant, and flaps (fired again within 5 minutes after the end).",
            "Publishes nothing and writes no files."
        },
        footerHeading = "%nWith --json:%n",
        footer = {
            "  recording  first, newest, end, spanSeconds, events, unreadable",
            "  run        seconds, timesRealTime",
            "  rules      location, perRule: [REPORT], total: REPORT",
            "  against    the same (only with --against)",
            "  changes    perRule: [CHANGE], total: CHANGE (only with --against)",
            "  REPORT     ruleId, alerts, warn, critical, open, totalSeconds,",
            "             medianSeconds, pages, pagesByTeam: {team: pages},",
            "             busiest: {team, pages, pagesPerHour}, flaps",
            "  CHANGE     ruleId, new, gone, earlier, later, pages, pagesAgainst",
            "  What is unknown is null, such as the median of no alerts."
        })
public final class BacktestCommand implements Callable<Integer> {
    @Option(
            names = "--in",
            arity = "1..*",
            paramLabel = "STREAM=PATH",
            description =
                    "agent-events=PATH and, if there are, alert-commands=PATH and ctr=PATH: a file or folder with .jsonl,"
                            + " .json or .avro, also with .gz.")
    private List<String> in = new ArrayList<>();

    @Option(
            names = "--rules",
            paramLabel = "NEW",
            description = "Rules to try: a file, a folder or '" + RuleSet.SHIPPED + "' for the shipped ones.")
    private @Nullable String rules;

    @Option(
            names = "--against",
            paramLabel = "OLD",
            description = "Rules to compare with: what would be new, gone, earlier and later.")
    private @Nullable String against;

    @Option(names = "--json", description = "Print one JSON object instead of tables.")
    private boolean json;

    @Option(
            names = "--set",
            arity = "1..*",
            paramLabel = "KEY=VALUE",
            description =
                    "now=TIME (default: the newest event's), notification-fence=DURATION (default: PT10M), or another"
                            + " setting of './pulse replay'.")
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
        List<RuleSet> ruleSets = ruleSets();
        Rehearsal rehearsal = rehearsal(ruleSets);
        PrintWriter error = spec.commandLine().getErr();
        Backtest backtest = Backtest.of(rehearsal.run(Firings::read, error), ruleSets);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            backtest.remarks().forEach(error::println);
            out.println(JsonReport.of(backtest));
        } else {
            TextReport.print(backtest, out);
        }
        error.flush();
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private List<RuleSet> ruleSets() {
        List<RuleSet> ruleSets = new ArrayList<>();
        Optional.ofNullable(rules).ifPresent(typed -> ruleSets.add(new RuleSet("--rules", typed)));
        Optional.ofNullable(against).ifPresent(typed -> ruleSets.add(new RuleSet("--against", typed)));
        return ruleSets;
    }

    private Rehearsal rehearsal(List<RuleSet> ruleSets) {
        List<String> missing = rules == null ? List.of("name the rules to try: --rules FILE|DIR") : List.of();
        Map<String, Optional<Path>> locations = new LinkedHashMap<>();
        ruleSets.forEach(each -> locations.put(each.option(), each.location()));
        try {
            return Rehearsal.check(new Rehearsal.Typed(in, locations, settings), missing);
        } catch (InvalidArguments invalid) {
            throw new ParameterException(spec.commandLine(), String.valueOf(invalid.getMessage()), invalid);
        }
    }
}
