package io.contactpulse.launcher;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** What one run of a command ended with. */
public record CommandRun(int exitCode, String out, String error) {
    public static CommandRun of(Object command, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter error = new StringWriter();
        int exitCode = new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(error))
                .setParameterExceptionHandler((problem, ignored) -> {
                    error.append(problem.getMessage());
                    return CommandLine.ExitCode.USAGE;
                })
                .execute(arguments);
        return new CommandRun(exitCode, out.toString(), error.toString());
    }
}
