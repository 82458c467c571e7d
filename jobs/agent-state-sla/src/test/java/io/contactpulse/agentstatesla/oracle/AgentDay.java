package io.contactpulse.agentstatesla.oracle;

import io.contactpulse.agentstatesla.oracle.Tables.AgentLine;
import io.contactpulse.agentstatesla.oracle.Tables.Condition;
import io.contactpulse.agentstatesla.oracle.Tables.Held;
import io.contactpulse.agentstatesla.oracle.Tables.IntervalLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** One agent's day: a moment for every event, and what follows from them. */
final class AgentDay {
    private static final long QUARTER_HOUR = Duration.ofMinutes(15).toMillis();

    private final String agentId;
    private final List<Moment> moments;
    private final long version;

    /** Consecutive moments of one condition; without end while it lasts. */
    private record Span(Condition condition, Instant start, Optional<Instant> end) {}

    private AgentDay(String agentId, List<Moment> moments, long version) {
        this.agentId = agentId;
        this.moments = moments;
        this.version = version;
    }

    static AgentDay of(String agentId, List<Seen> events) {
        List<Moment> moments = new ArrayList<>();
        boolean loggedOut = false;
        long version = 0;
        for (Seen event : events) {
            loggedOut = event.isLogout() || (loggedOut && !event.isLogin());
            moments.add(loggedOut ? Moment.off(event.at()) : moment(event, last(moments)));
            version = Math.max(version + 1, event.at().toEpochMilli());
        }
        return new AgentDay(agentId, moments, version);
    }

    private static Moment moment(Seen event, Optional<Moment> before) {
        if (event.isHeartBeat() && before.filter(Moment::isOff).isPresent()) {
            return Moment.off(event.at());
        }
        return event.desk().map(desk -> Moment.of(event.at(), desk)).orElseGet(() -> Moment.unknown(event.at()));
    }

    AgentLine agentLine() {
        List<Span> spans = spans();
        Span current = spans.get(spans.size() - 1);
        TreeSet<String> contacts = new TreeSet<>();
        clocks().stream()
                .filter(clock -> clock.contactId().isPresent() && clock.end().isEmpty())
                .map(clock ->
                        new Held(clock.contactId().get(), clock.condition().state(), clock.start()))
                .forEach(held -> contacts.add(held.toString()));
        Instant lastEventAt = last(moments).orElseThrow().at();
        return new AgentLine(agentId, current.condition(), current.start(), contacts, lastEventAt, version);
    }

    List<IntervalLine> intervalLines(Instant until) {
        List<IntervalLine> lines = new ArrayList<>();
        for (Span span : spans()) {
            if (span.condition().state().equals("OFFLINE")) {
                continue;
            }
            Instant end = span.end().orElse(quarterOf(until));
            for (Instant start = span.start(); start.isBefore(end); ) {
                Instant cut = quarterOf(start).plusMillis(QUARTER_HOUR);
                Instant pieceEnd = cut.isBefore(end) ? cut : end;
                lines.add(new IntervalLine(agentId, start, pieceEnd, span.condition(), connected(start, pieceEnd)));
                start = pieceEnd;
            }
        }
        return lines;
    }

    /** Clocks of all contacts and of the status, ended or not. */
    List<Clock> clocks() {
        return Clocks.of(moments);
    }

    private List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        Moment first = moments.get(0);
        for (Moment moment : moments) {
            if (!moment.condition().equals(first.condition())) {
                spans.add(new Span(first.condition(), first.at(), Optional.of(moment.at())));
                first = moment;
            }
        }
        spans.add(new Span(first.condition(), first.at(), Optional.empty()));
        return spans;
    }

    /** Most contacts connected at one time within the half-open stretch. */
    private int connected(Instant start, Instant end) {
        int most = 0;
        for (int index = 0; index < moments.size(); index++) {
            Instant from = later(moments.get(index).at(), start);
            Instant to = index + 1 < moments.size() ? moments.get(index + 1).at() : end;
            if (from.isBefore(end) && from.isBefore(to)) {
                most = Math.max(most, moments.get(index).connected());
            }
        }
        return most;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant quarterOf(Instant time) {
        return Instant.ofEpochMilli(Math.floorDiv(time.toEpochMilli(), QUARTER_HOUR) * QUARTER_HOUR);
    }

    private static Optional<Moment> last(List<Moment> moments) {
        return moments.isEmpty() ? Optional.empty() : Optional.of(moments.get(moments.size() - 1));
    }
}
