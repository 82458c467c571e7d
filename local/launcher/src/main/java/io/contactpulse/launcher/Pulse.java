package io.contactpulse.launcher;

import io.contactpulse.launcher.backtest.BacktestCommand;
import io.contactpulse.launcher.demo.DemoCommand;
import io.contactpulse.launcher.replay.ReplayCommand;
import io.contactpulse.simulator.SimulateCommand;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line. A mistake in the arguments is one message and exit code 2; a failure is one message and exit code 1. */
@Command(
        name = "./pulse",
        subcommands = {DemoCommand.class, ReplayCommand.class, BacktestCommand.class, SimulateCommand.class},
        description = "Contact Pulse on one machine.")
public final class Pulse {
    private static final String HOME = "contactpulse.home";
    private static final Logger LOGGER = LoggerFactory.getLogger(Pulse.class);

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    private Pulse() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The whole command line, for running it within a JVM. */
    static CommandLine commandLine() {
        return new CommandLine(new Pulse())
                .setParameterExceptionHandler(Pulse::refuse)
                .setExecutionExceptionHandler(Pulse::fail);
    }

    private static int refuse(ParameterException problem, String[] arguments) {
        CommandLine command = problem.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println(name + ": " + problem.getMessage());
        command.getErr().println("(" + name + " --help explains the arguments)");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static int fail(Exception problem, CommandLine command, ParseResult arguments) {
        LOGGER.error("command failed", problem);
        command.getErr().println(command.getCommandSpec().qualifiedName() + " failed: " + message(problem));
        Optional.ofNullable(System.getProperty(HOME))
                .ifPresent(home -> command.getErr().println("(details are in " + home + "/.pulse/log/pulse.log)"));
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    /** What went wrong at first, too: Flink only says that a job failed. */
    private static String message(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String whole = Objects.requireNonNullElse(problem.getMessage(), problem.toString());
        String first = Objects.requireNonNullElse(root.getMessage(), root.toString());
        return whole.contains(first) ? whole : whole + " " + first;
    }
}
