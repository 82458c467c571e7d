package io.contactpulse.launcher.demo;

import io.contactpulse.launcher.page.PageServer;
import io.contactpulse.launcher.page.PortUnavailableException;
import io.contactpulse.standins.StandInException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pulse demo}: checks what was asked for, takes the page's port, and runs the demo. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs the whole platform on this machine with simulated traffic, shows it on a live page, and"
                + " sums up at the end. Ctrl-C stops it cleanly; a second Ctrl-C ends it at once.")
public final class DemoCommand implements Callable<Integer> {
    private static final Logger LOGGER = LoggerFactory.getLogger(DemoCommand.class);
    private static final int HIGHEST_PORT = 65_535;

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            converter = DurationOption.class,
            description = "How long the floor runs once everything is up, such as 90s, 5m or 1h (default: until"
                    + " Ctrl-C).")
    private @Nullable Duration length;

    @Option(
            names = "--speed",
            paramLabel = "N",
            description = "How many times busier than a real floor people work, 0.1 to 100; time itself and the limits"
                    + " of the rules stay as they are (default: ${DEFAULT-VALUE}).")
    private double speed = 1;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Chooses the agents and all that happens to them (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--port", paramLabel = "N", description = "Port of the live page (default: ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(
            names = "--agents",
            paramLabel = "N",
            description = "People on the floor, 1 to 200 (default: ${DEFAULT-VALUE}).")
    private int agents = 40;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything else happens
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        DemoSettings settings = settings();
        PrintWriter problems = spec.commandLine().getErr();
        try (PageServer page = PageServer.start(port)) {
            StopRequest stop = new StopRequest();
            stop.listenToSignals();
            return show(settings, page, stop);
        } catch (PortUnavailableException refusal) {
            throw new ParameterException(spec.commandLine(), String.valueOf(refusal.getMessage()), refusal);
        } catch (DemoFailure | StandInException failure) {
            LOGGER.error("demo failed", failure);
            problems.println(failure.getMessage());
            problems.flush();
            return ExitCode.SOFTWARE;
        }
    }

    private int show(DemoSettings settings, PageServer page, StopRequest stop) throws Exception {
        Report report = new Report(spec.commandLine().getOut());
        try {
            Summary summary = new Demo(settings, page, report, stop).run();
            summary.print(report);
            // Whoever stops the demo by hand may do so before there is anything to show.
            return summary.empty().isEmpty() || stop.cameBySignal() ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (Error failure) {
            // Left alone it would end this thread only, and those of servers would keep the process alive.
            throw new DemoFailure("The demo has failed: " + failure, failure);
        }
    }

    private DemoSettings settings() {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new ParameterException(
                    spec.commandLine(), "--port must be from 0 to " + HIGHEST_PORT + ", not " + port);
        }
        try {
            return new DemoSettings(Optional.ofNullable(length), speed, seed, agents);
        } catch (IllegalArgumentException refusal) {
            throw new ParameterException(spec.commandLine(), String.valueOf(refusal.getMessage()), refusal);
        }
    }
}
