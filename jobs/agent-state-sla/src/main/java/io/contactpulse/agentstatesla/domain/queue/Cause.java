package io.contactpulse.agentstatesla.domain.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why a queue does worse: the second half of its window against the first, and its staff against the most there were in
 * the window. Of what changed enough to count, the change that exceeds its mark the furthest is named; the others stand in
 * the evidence, after it. A half in which nothing happened compares with nothing.
 */
final class Cause {
    private static final long MORE_BY_PERCENT = 30;
    private static final long FEWER_BY_PERCENT = 20;
    private static final long PERCENT = 100;

    private String name = "UNCLEAR";
    private double furthest;
    private final List<String> evidence = new ArrayList<>();

    private Cause() {}

    static Cause of(Figures before, Figures recent, int staffed, int mostStaffed) {
        Cause cause = new Cause();
        cause.rose("VOLUME", "offered", Optional.of((long) recent.offered()), Optional.of((long) before.offered()));
        cause.rose(
                "HANDLE_TIME",
                "average handle seconds",
                recent.averageHandleMillis().map(Cause::seconds),
                before.averageHandleMillis().map(Cause::seconds));
        cause.weigh(
                "STAFFING",
                "staffed " + staffed + ", at most " + mostStaffed,
                times(mostStaffed - staffed, mostStaffed, FEWER_BY_PERCENT));
        return cause;
    }

    private void rose(String cause, String what, Optional<Long> now, Optional<Long> before) {
        if (now.isPresent() && before.isPresent()) {
            weigh(
                    cause,
                    what + " " + now.get() + ", before " + before.get(),
                    times(now.get() - before.get(), before.get(), MORE_BY_PERCENT));
        }
    }

    /** How many times its mark a change is, of what there was before. */
    private static double times(long change, long of, long mark) {
        return of == 0 ? 0 : (double) (change * PERCENT) / (of * mark);
    }

    private void weigh(String cause, String fact, double timesItsMark) {
        if (timesItsMark < 1) {
            return;
        }
        if (timesItsMark > furthest) {
            furthest = timesItsMark;
            name = cause;
            evidence.add(0, fact);
        } else {
            evidence.add(fact);
        }
    }

    private static long seconds(long millis) {
        return millis / 1000;
    }

    String name() {
        return name;
    }

    /** The numbers compared, those of the cause named first; empty when it is unclear. */
    List<String> evidence() {
        return List.copyOf(evidence);
    }
}
