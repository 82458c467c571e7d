package io.contactpulse.ctrenrichment.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Queue intervals: keeps what each contact adds, and adds it all up at the end. */
final class OracleQueues {
    private static final long QUARTER = Duration.ofMinutes(15).toMillis();

    record Key(String queue, String channel, Instant start) {}

    record Part(Key key, String outcome, boolean agent, boolean isShort, long seconds, long handle) {}

    private final Map<String, Part> parts = new HashMap<>();
    private final Map<Key, Instant> changed = new HashMap<>();

    void update(Seen leg, List<Seen> journey, Instant at) {
        Optional<Part> part = part(leg, journey);
        Part before = parts.get(leg.id());
        if (part.equals(Optional.ofNullable(before))) {
            return;
        }
        if (before != null) {
            parts.remove(leg.id());
            changed.put(before.key(), at);
        }
        part.ifPresent(now -> {
            parts.put(leg.id(), now);
            changed.put(now.key(), at);
        });
    }

    private static Optional<Part> part(Seen leg, List<Seen> journey) {
        if (!leg.queue()) {
            return Optional.empty();
        }
        OracleContact contact = new OracleContact(leg, journey);
        long start = leg.time("Queue", "EnqueueTimestamp").orElseThrow().toEpochMilli();
        Key key = new Key(
                leg.idOf("Queue", "ARN").orElseThrow(),
                leg.text("Channel").orElse("UNKNOWN"),
                Instant.ofEpochMilli(start - Math.floorMod(start, QUARTER)));
        return Optional.of(new Part(
                key,
                contact.outcome(),
                leg.agent(),
                contact.shortAbandon(),
                leg.queueSeconds().orElseThrow(),
                leg.handleSeconds()));
    }

    SortedSet<String> lines() {
        SortedSet<String> lines = new TreeSet<>();
        for (Key key : changed.keySet()) {
            List<Part> own = parts.values().stream()
                    .filter(part -> part.key().equals(key))
                    .toList();
            if (!own.isEmpty()) {
                lines.add(row(key, own).toString());
            }
        }
        return lines;
    }

    private Map<String, Object> row(Key key, List<Part> own) {
        List<Part> answered = own.stream().filter(Part::agent).toList();
        Map<String, Object> row = new TreeMap<>();
        row.put("queueChannel", key.queue() + "#" + key.channel());
        row.put("intervalStart", key.start());
        row.put("queueId", key.queue());
        row.put("channel", key.channel());
        row.put("version", changed.getOrDefault(key, Instant.MIN).toEpochMilli());
        row.put("offered", own.size());
        row.put("answered", answered.size());
        row.put("abandoned", count(own, "ABANDONED_IN_QUEUE"));
        row.put("shortAbandoned", own.stream().filter(Part::isShort).count());
        row.put("callbacks", count(own, "CALLBACK_REQUESTED"));
        row.put(
                "slAnsweredWithin",
                answered.stream().filter(part -> part.seconds() <= 20).count());
        row.put(
                "slRemovedWithin",
                own.stream()
                        .filter(part -> part.seconds() <= 20 && isRemoved(part))
                        .count());
        boolean none = answered.isEmpty();
        row.put(
                "averageSpeedOfAnswer",
                none
                        ? null
                        : answered.stream().mapToLong(Part::seconds).average().getAsDouble());
        row.put(
                "averageHandle",
                none
                        ? null
                        : answered.stream().mapToLong(Part::handle).average().getAsDouble());
        row.put("maxQueue", own.stream().mapToLong(Part::seconds).max().orElseThrow());
        row.put("deleted", false);
        return row;
    }

    private static long count(List<Part> parts, String outcome) {
        return parts.stream().filter(part -> part.outcome().equals(outcome)).count();
    }

    private static boolean isRemoved(Part part) {
        return part.agent()
                || part.outcome().equals("ABANDONED_IN_QUEUE")
                || part.outcome().equals("CALLBACK_REQUESTED");
    }
}
