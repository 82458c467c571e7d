package io.contactpulse.launcher.replay;

import io.contactpulse.launcher.CommandRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs the replay command as a person types it. */
final class ReplayRun {
    private ReplayRun() {}

    static CommandRun replay(String... arguments) {
        return CommandRun.of(new ReplayCommand(), arguments);
    }

    static CommandRun replayAgentEvents(Path recording, Path out, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("agent-state-sla", "--in", "agent-events=" + recording, "--out", out.toString()));
        arguments.addAll(Arrays.asList(more));
        return replay(arguments.toArray(String[]::new));
    }
}
