package io.contactpulse.agentstatesla.domain;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is asked of one agent and when; activities do not overlap. */
final class AgentSchedule implements Serializable {
    static final AgentSchedule NONE = new AgentSchedule();

    private static final long serialVersionUID = 1L;

    private final TreeMap<Instant, Activity> byStart = new TreeMap<>();

    /** Up to when, and whether it is work on contacts. */
    private static final class Activity implements Serializable {
        private static final long serialVersionUID = 1L;

        private final Instant end;
        private final boolean productive;

        private Activity(Instant end, boolean productive) {
            this.end = end;
            this.productive = productive;
        }

        /** Productive is who is available by status, not productive who has chosen a custom status. */
        private boolean isKeptTo(Situation situation) {
            return productive ? situation.isAvailable() : situation.isInCustomStatus();
        }
    }

    /** False if that time is taken already. */
    boolean add(Instant start, Instant end, boolean productive) {
        Map.Entry<Instant, Activity> before = byStart.lowerEntry(end);
        if (before != null && before.getValue().end.isAfter(start)) {
            return false;
        }
        byStart.put(start, new Activity(end, productive));
        return true;
    }

    /** Milliseconds between the two for which something is asked; empty if nothing ever is. */
    Optional<Long> scheduled(Instant from, Instant until) {
        if (byStart.isEmpty()) {
            return Optional.empty();
        }
        long millis = 0;
        for (Map.Entry<Instant, Activity> activity : between(from, until).entrySet()) {
            millis += overlap(activity, from, until);
        }
        return Optional.of(millis);
    }

    /** Those of them in which somebody in that situation does what is asked. */
    long adherent(Situation situation, Instant from, Instant until) {
        long millis = 0;
        for (Map.Entry<Instant, Activity> activity : between(from, until).entrySet()) {
            millis += activity.getValue().isKeptTo(situation) ? overlap(activity, from, until) : 0;
        }
        return millis;
    }

    private Map<Instant, Activity> between(Instant from, Instant until) {
        Instant first = Optional.ofNullable(byStart.floorKey(from)).orElse(from);
        return byStart.subMap(first, until);
    }

    private static long overlap(Map.Entry<Instant, Activity> activity, Instant from, Instant until) {
        Instant start = activity.getKey().isAfter(from) ? activity.getKey() : from;
        Instant end = activity.getValue().end.isBefore(until) ? activity.getValue().end : until;
        return Math.max(0, Duration.between(start, end).toMillis());
    }
}
