package io.contactpulse.launcher.demo;

import java.io.PrintWriter;
import java.time.Duration;

/** Says what happens, one short line each, with the seconds since the start. */
final class Report {
    private final PrintWriter out;
    private final long start = System.nanoTime();

    Report(PrintWriter out) {
        this.out = out;
    }

    void step(String format, Object... values) {
        double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
        out.printf("%6.1f s  %s%n", seconds, String.format(format, values));
        out.flush();
    }

    void line(String format, Object... values) {
        out.printf(format + "%n", values);
        out.flush();
    }
}
