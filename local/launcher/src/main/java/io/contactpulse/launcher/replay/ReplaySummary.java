package io.contactpulse.launcher.replay;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;

/** What became of every record, for the person at the terminal. */
record ReplaySummary(
        String job,
        Path out,
        Instant end,
        Records records,
        long deadLetters,
        Map<String, Long> rows,
        Messages messages,
        IgnoredFiles ignored) {

    /**
     * @param read all there are
     * @param distinct without repeats
     * @param readable those the job can read
     * @param applied without those that repeat an event in other bytes
     */
    record Records(long read, long distinct, long readable, long applied) {
        long repeats() {
            return read - distinct + readable - applied;
        }
    }

    /**
     * Messages that a live run would have published or held back.
     *
     * @param heldBack by the reason
     */
    record Messages(long published, SortedMap<String, Long> heldBack) {
        long allHeldBack() {
            return heldBack.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    static ReplaySummary of(ReplayRequest request, Instant end, Records records, TableFiles tables) throws IOException {
        Map<String, Long> rows = new LinkedHashMap<>();
        for (String table : tables.tables()) {
            rows.put(table, tables.rows(table));
        }
        long deadLetters = tables.deadLetters();
        if (records.readable() + deadLetters != records.distinct()) {
            throw new IllegalStateException(
                    "of %,d distinct records %,d can be read and %,d are dead letters; this is a defect"
                            .formatted(records.distinct(), records.readable(), deadLetters));
        }
        return new ReplaySummary(
                request.job().name(),
                request.out(),
                end,
                records,
                deadLetters,
                rows,
                new Messages(tables.notifications(), tables.heldBack()),
                IgnoredFiles.of(request.inputs()));
    }

    void print(PrintWriter terminal) {
        terminal.printf("Replayed %s up to %s:%n", job, end);
        terminal.printf(
                "  records read %,d = repeats dropped %,d + events applied %,d + dead letters %,d%n",
                records.read(), records.repeats(), records.applied(), deadLetters);
        rows.forEach((table, count) -> terminal.printf("  %s: %,d rows%n", table, count));
        terminal.printf(
                "  notifications: %,d would have been published, %,d held back%n",
                messages.published(), messages.allHeldBack());
        messages.heldBack().forEach((reason, count) -> terminal.printf("    held back %,d: %s%n", count, reason));
        ignored.remark().ifPresent(remark -> terminal.printf("  %s%n", remark));
        terminal.printf("Written to %s%n", out);
        terminal.flush();
    }
}
