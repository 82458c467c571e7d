package io.contactpulse.launcher.demo;

import java.util.List;

/**
 * How long breaches took to be published.
 *
 * @param millis of every breach that was due while the job was running at the stream's tip, sorted
 * @param leftOut breaches that were due before that, which measure the start and not the job
 */
record Delays(List<Long> millis, int leftOut) {

    int measured() {
        return millis.size();
    }

    /** Nearest rank: a delay that really occurred. */
    long percentile(int percent) {
        int rank = (int) Math.ceil(percent / 100.0 * millis.size());
        return millis.get(Math.max(rank, 1) - 1);
    }
}
