package io.contactpulse.simulator;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;

/** Says every few seconds how far a long simulation has come; a short one says nothing. */
final class Progress {
    private static final long INTERVAL = Duration.ofSeconds(2).toNanos();
    private static final int EVENTS_BETWEEN_LOOKS = 1_000;

    private final Instant opens;
    private final Duration all;
    private final PrintWriter terminal;
    private long events;
    private long reported = System.nanoTime();

    Progress(Scenario scenario, PrintWriter terminal) {
        this.opens = scenario.start().minus(scenario.warmUp());
        this.all = scenario.warmUp().plus(scenario.length());
        this.terminal = terminal;
    }

    void saw(SimulatedEvent event) {
        events++;
        if (events % EVENTS_BETWEEN_LOOKS != 0 || System.nanoTime() - reported < INTERVAL) {
            return;
        }
        reported = System.nanoTime();
        long percent = 100 * Duration.between(opens, event.at()).toSeconds() / all.toSeconds();
        terminal.printf("simulated %d %%, %,d events, now at %s%n", percent, events, event.at());
        terminal.flush();
    }
}
