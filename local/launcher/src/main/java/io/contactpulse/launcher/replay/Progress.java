package io.contactpulse.launcher.replay;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.Supplier;

/** Says every few seconds how far long work has come; about short work it says nothing. */
final class Progress {
    private static final long INTERVAL = Duration.ofSeconds(5).toNanos();

    private final PrintWriter terminal;
    private long reported = System.nanoTime();

    Progress(PrintWriter terminal) {
        this.terminal = terminal;
    }

    void at(Supplier<String> where) {
        if (System.nanoTime() - reported < INTERVAL) {
            return;
        }
        reported = System.nanoTime();
        terminal.println(where.get());
        terminal.flush();
    }
}
