package io.contactpulse.launcher.replay;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;

/** What one run of the replay command ended with. */
record CommandRun(int exitCode, String out, String error) {
    static CommandRun replay(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter error = new StringWriter();
        int exitCode = new CommandLine(new ReplayCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(error))
                .setParameterExceptionHandler((problem, ignored) -> {
                    error.append(problem.getMessage());
                    return CommandLine.ExitCode.USAGE;
                })
                .execute(arguments);
        return new CommandRun(exitCode, out.toString(), error.toString());
    }

    static CommandRun replayAgentEvents(Path recording, Path out, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("agent-state-sla", "--in", "agent-events=" + recording, "--out", out.toString()));
        arguments.addAll(Arrays.asList(more));
        return replay(arguments.toArray(String[]::new));
    }
}
