package io.contactpulse.agentstatesla.oracle;

import io.contactpulse.agentstatesla.oracle.Tables.Condition;
import io.contactpulse.agentstatesla.oracle.Tables.IntervalLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How one agent's time divides into conditions, and those into quarter hours. */
final class TimeSheet {
    private static final long QUARTER_HOUR = Duration.ofMinutes(15).toMillis();

    private final String agentId;
    private final List<Moment> moments;
    private final List<Span> spans;

    /** Consecutive moments of one condition, from the first of them on; without end while it lasts. */
    record Span(Condition condition, int first, Instant start, Optional<Instant> end) {}

    TimeSheet(String agentId, List<Moment> moments) {
        this.agentId = agentId;
        this.moments = moments;
        this.spans = spans(moments);
    }

    private static List<Span> spans(List<Moment> moments) {
        List<Span> spans = new ArrayList<>();
        int first = 0;
        for (int index = 1; index < moments.size(); index++) {
            if (!moments.get(index).condition().equals(moments.get(first).condition())) {
                spans.add(span(moments, first, Optional.of(moments.get(index).at())));
                first = index;
            }
        }
        spans.add(span(moments, first, Optional.empty()));
        return spans;
    }

    private static Span span(List<Moment> moments, int first, Optional<Instant> end) {
        Moment moment = moments.get(first);
        return new Span(moment.condition(), first, moment.at(), end);
    }

    Span current() {
        return spans.get(spans.size() - 1);
    }

    List<IntervalLine> lines(Instant until) {
        List<IntervalLine> lines = new ArrayList<>();
        for (Span span : spans) {
            if (span.condition().state().equals("OFFLINE")) {
                continue;
            }
            Instant end = span.end().orElse(quarterOf(until));
            for (Instant start = span.start(); start.isBefore(end); ) {
                Instant pieceEnd = earlier(quarterOf(start).plusMillis(QUARTER_HOUR), end);
                int connected = connected(span.first(), start, pieceEnd);
                lines.add(new IntervalLine(agentId, start, pieceEnd, span.condition(), connected));
                start = pieceEnd;
            }
        }
        return lines;
    }

    /** Most contacts connected at one time within the half-open stretch. */
    private int connected(int first, Instant start, Instant end) {
        int most = 0;
        for (int index = first;
                index < moments.size() && moments.get(index).at().isBefore(end);
                index++) {
            Instant from = later(moments.get(index).at(), start);
            Instant to = index + 1 < moments.size() ? moments.get(index + 1).at() : end;
            if (from.isBefore(to)) {
                most = Math.max(most, moments.get(index).connected());
            }
        }
        return most;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant quarterOf(Instant time) {
        return Instant.ofEpochMilli(Math.floorDiv(time.toEpochMilli(), QUARTER_HOUR) * QUARTER_HOUR);
    }
}
