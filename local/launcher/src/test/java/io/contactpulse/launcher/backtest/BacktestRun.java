package io.contactpulse.launcher.backtest;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** What one run of the backtest command ended with. */
record BacktestRun(int exitCode, String out, String error) {
    static BacktestRun of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter error = new StringWriter();
        int exitCode = new CommandLine(new BacktestCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(error))
                .setParameterExceptionHandler((problem, ignored) -> {
                    error.append(problem.getMessage());
                    return CommandLine.ExitCode.USAGE;
                })
                .execute(arguments);
        return new BacktestRun(exitCode, out.toString(), error.toString());
    }
}
