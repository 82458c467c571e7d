package io.contactpulse.agentstatesla.oracle;

import io.contactpulse.agentstatesla.oracle.Storms.Entry;
import io.contactpulse.agentstatesla.oracle.Tables.IncidentLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A storm for one cause, over when a minute has passed without another entry and all its alerts are over. */
final class Incident {
    private final String cause;
    private final Instant start;
    private final Instant knownAt;
    private final Set<String> members = new HashSet<>();
    private final List<Breach> children = new ArrayList<>();
    private Instant lastEntry;

    Incident(String cause, Instant start, Instant knownAt) {
        this.cause = cause;
        this.start = start;
        this.knownAt = knownAt;
        this.lastEntry = knownAt;
    }

    String cause() {
        return cause;
    }

    /** What begins and what ends at one time: the beginning comes first. */
    boolean isOpen(Instant at) {
        return !quietFrom().isBefore(at)
                || children.stream()
                        .anyMatch(child ->
                                child.end().map(end -> !end.isBefore(at)).orElse(true));
    }

    /** Until it has been quiet for a minute, whatever has its cause. */
    boolean covers(Entry entry) {
        return entry.causes().contains(cause) && !quietFrom().isBefore(entry.at());
    }

    /** What it covers, and alerts of its members about states that began in its time. */
    boolean adopts(Entry entry) {
        boolean isOfMember = members.contains(entry.agentId())
                && entry.breach()
                        .filter(breach -> beganMeanwhile(breach.episode().start()))
                        .isPresent();
        return isOfMember || covers(entry);
    }

    private boolean beganMeanwhile(Instant time) {
        return !time.isBefore(start.minus(Storms.TOGETHER)) && !time.isAfter(quietFrom());
    }

    void extend(Entry entry) {
        lastEntry = entry.at();
        members.add(entry.agentId());
    }

    void addChild(Entry entry) {
        entry.breach().ifPresent(children::add);
    }

    boolean hasChild(Entry entry) {
        return entry.breach().filter(children::contains).isPresent();
    }

    IncidentLine line(Instant until) {
        Optional<Instant> resolvedAt = resolvedAt().filter(time -> !time.isAfter(until));
        return new IncidentLine(
                start,
                knownAt,
                "CRITICAL",
                resolvedAt.isPresent() ? "RESOLVED" : "FIRING",
                resolvedAt,
                IncidentLine.children(knownAt, children.stream().map(Breach::line)));
    }

    private Instant quietFrom() {
        return lastEntry.plus(Storms.TOGETHER);
    }

    private Optional<Instant> resolvedAt() {
        Instant time = quietFrom();
        for (Breach child : children) {
            if (child.end().isEmpty()) {
                return Optional.empty();
            }
            time = child.end().get().isAfter(time) ? child.end().get() : time;
        }
        return Optional.of(time);
    }
}
