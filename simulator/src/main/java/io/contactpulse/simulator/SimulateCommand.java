package io.contactpulse.simulator;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes a recording of simulated traffic that {@code pulse replay} and {@code pulse backtest} can read. */
@Command(
        name = "simulate",
        sortOptions = false,
        description = "Writes the traffic of a simulated contact centre to a folder: agent-events/agent-events.jsonl,"
                + " agent-events/ai-agents.avro, and planted-breaches.json with the breaches that alerting must find, and"
                + " planted-storms.json with their storms.")
public final class SimulateCommand implements Callable<Integer> {
    private static final int SHUFFLE_WINDOW = 10_000;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "New or empty folder to write to.")
    private Path out = Path.of("");

    @Option(names = "--agents", paramLabel = "N", description = "People on the floor (default: ${DEFAULT-VALUE}).")
    private int agents = 50;

    @Option(names = "--ai-agents", paramLabel = "N", description = "AI agents (default: ${DEFAULT-VALUE}).")
    private int aiAgents = 3;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The same seed gives the same bytes (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--start",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Start in UTC (default: ${DEFAULT-VALUE}).")
    private Instant start = Instant.parse("2026-03-02T08:00:00Z");

    @Option(
            names = "--length",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "Length of the shift (default: ${DEFAULT-VALUE}).")
    private Duration length = Duration.ofHours(8);

    @Option(
            names = "--warm-up",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "How long before the start the floor opens (default: ${DEFAULT-VALUE}).")
    private Duration warmUp = Duration.ZERO;

    @Option(
            names = "--pace",
            paramLabel = "N",
            description = "Times busier than a real floor (default: ${DEFAULT-VALUE}).")
    private double pace = 1;

    @Option(
            names = "--breaches",
            paramLabel = "N",
            description = "States to make outlast their limit, as far as there is room (default: ${DEFAULT-VALUE}).")
    private int breaches = 12;

    @Option(
            names = "--storm",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description =
                    "How long after the start all agents of one routing profile fail within 15 s, for 90 s; may be"
                            + " given several times (default: never).")
    private List<Duration> storms = new ArrayList<>();

    @Option(names = "--gzip", description = "Write agent-events.jsonl.gz.")
    private boolean gzip;

    @Option(names = "--doubled", description = "Repeat about three in ten events.")
    private boolean doubled;

    @Option(names = "--shuffled", description = "Disturb the order of events.")
    private boolean shuffled;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything else happens
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new SimulateCommand()).setParameterExceptionHandler((problem, arguments) -> {
            CommandLine command = problem.getCommandLine();
            command.getErr().println(problem.getMessage() + " (see --help)");
            return command.getCommandSpec().exitCodeOnInvalidInput();
        });
    }

    @Override
    public Integer call() throws IOException {
        Scenario scenario = scenario();
        Recording recording = new Recording(emptyFolder());
        Recording.Storage storage = gzip ? Recording.Storage.GZIP : Recording.Storage.PLAIN;
        Progress progress = new Progress(scenario, spec.commandLine().getErr());
        long events = recording.writeEvents(disordered(Floor.events(scenario)), storage, progress::saw);
        long changes = recording.writeAiEvents(disordered(Floor.aiEvents(scenario)));
        List<PlantedBreach> planted = Floor.plantedBreaches(scenario);
        recording.writeBreaches(planted);
        List<PlantedStorm> plantedStorms = Floor.plantedStorms(scenario);
        recording.writeStorms(plantedStorms);
        PrintWriter report = spec.commandLine().getOut();
        report.printf("Wrote to %s:%n", out);
        report.printf(
                "  %s: %,d events of %d agents%n",
                gzip ? "agent-events/agent-events.jsonl.gz" : "agent-events/agent-events.jsonl", events, agents);
        report.printf("  agent-events/ai-agents.avro: %,d changes of %d AI agents%n", changes, aiAgents);
        report.printf("  planted-breaches.json: %d breaches%n", planted.size());
        report.printf("  planted-storms.json: %d storms%n", plantedStorms.size());
        report.flush();
        return CommandLine.ExitCode.OK;
    }

    private Scenario scenario() {
        try {
            return new Scenario(seed, agents, aiAgents, start, length, warmUp, pace, breaches, storms);
        } catch (IllegalArgumentException refusal) {
            throw new ParameterException(spec.commandLine(), String.valueOf(refusal.getMessage()), refusal);
        }
    }

    private Path emptyFolder() throws IOException {
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new ParameterException(spec.commandLine(), "--out must be a folder, but " + out + " is a file");
        }
        Files.createDirectories(out);
        try (Stream<Path> content = Files.list(out)) {
            if (content.findAny().isPresent()) {
                throw new ParameterException(
                        spec.commandLine(), "--out must be a new or empty folder, but " + out + " is not empty");
            }
        }
        return out;
    }

    private <T> Stream<T> disordered(Stream<T> items) {
        Disorder disorder = Disorder.of(seed);
        Stream<T> delivered = doubled ? disorder.doubled(items) : items;
        return shuffled ? disorder.shuffled(delivered, SHUFFLE_WINDOW) : delivered;
    }
}
