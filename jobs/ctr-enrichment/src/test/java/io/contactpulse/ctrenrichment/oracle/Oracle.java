package io.contactpulse.ctrenrichment.oracle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Goes through a recording instant by instant on one thread and knows the tables at its end. */
final class Oracle {
    private static final Duration RETENTION = Duration.ofDays(8);
    private static final Duration REPEAT = Duration.ofHours(24);

    private final Instant end;
    private final Map<String, Map<String, Seen>> newest = new TreeMap<>();
    private final Map<String, Map<String, Object>> told = new TreeMap<>();
    private final Map<String, Map<String, Object>> contacts = new TreeMap<>();
    private final Map<String, OracleJourney> journeys = new TreeMap<>();
    private final Map<String, Map<String, Object>> journeyRows = new TreeMap<>();
    private final Map<String, Map<String, Object>> escalations = new TreeMap<>();
    private final Map<Instant, Set<String>> waiting = new TreeMap<>();
    private final Map<String, Set<String>> groups = new HashMap<>();
    private final OracleQueues queues = new OracleQueues();

    private final Map<String, Escalated> escalated = new HashMap<>();

    private record Escalated(int seq, String status) {}

    private Oracle(Instant end) {
        this.end = end;
    }

    /** As of the newest record. */
    static Tables tables(Collection<String> recording) {
        return tables(recording, Optional.empty());
    }

    /** When nothing is waited for any more. */
    static Tables tablesInTheEnd(Collection<String> recording) {
        return tables(recording, Optional.of(Instant.MAX));
    }

    private static Tables tables(Collection<String> recording, Optional<Instant> end) {
        TreeMap<Instant, List<Seen>> byTime = new TreeMap<>();
        new TreeSet<>(recording)
                .stream()
                        .map(Seen::of)
                        .forEach(seen -> byTime.computeIfAbsent(seen.updated(), time -> new ArrayList<>())
                                .add(seen));
        Oracle oracle = new Oracle(end.orElse(byTime.lastKey()));
        TreeMap<Instant, List<Seen>> left = new TreeMap<>(byTime);
        while (!left.isEmpty() || !oracle.waiting.isEmpty()) {
            Instant at = oracle.nextInstant(left);
            oracle.advance(at, Optional.ofNullable(left.remove(at)).orElse(List.of()));
        }
        return oracle.result();
    }

    private Instant nextInstant(TreeMap<Instant, List<Seen>> left) {
        Set<Instant> instants = new TreeSet<>(waiting.keySet());
        if (!left.isEmpty()) {
            instants.add(left.firstKey());
        }
        return instants.iterator().next();
    }

    private void advance(Instant at, List<Seen> records) {
        Set<String> affected =
                new TreeSet<>(Optional.ofNullable(waiting.remove(at)).orElse(Set.of()));
        for (Seen seen : records) {
            if (at.isAfter(seen.done().plus(RETENTION))) {
                put(contacts, seen.id(), new OracleContact(seen, List.of(seen)).row(), at);
            } else {
                newest.computeIfAbsent(seen.journeyId(), id -> new HashMap<>()).put(seen.id(), seen);
                affected.add(seen.journeyId());
            }
        }
        Set<String> changed = new TreeSet<>();
        for (String journeyId : affected) {
            Optional.ofNullable(journeys.get(journeyId)).map(this::group).ifPresent(before -> {
                groups.getOrDefault(before, new TreeSet<>()).remove(journeyId);
                changed.add(before);
            });
            OracleJourney renewed = renew(journeyId, at);
            String group = group(renewed);
            groups.computeIfAbsent(group, key -> new TreeSet<>()).add(journeyId);
            changed.add(group);
        }
        changed.forEach(this::conclude);
    }

    private OracleJourney renew(String journeyId, Instant at) {
        OracleJourney journey = new OracleJourney(
                List.copyOf(newest.getOrDefault(journeyId, Map.of()).values()), at);
        journeys.put(journeyId, journey);
        for (Seen leg : journey.legs()) {
            Map<String, Object> row = new OracleContact(leg, journey.legs()).row();
            if (!row.equals(told.put(leg.id(), row))) {
                put(contacts, leg.id(), row, at);
            }
            queues.update(leg, journey.legs(), at);
        }
        journey.waits().stream()
                .filter(due -> !due.isAfter(end))
                .forEach(due ->
                        waiting.computeIfAbsent(due, time -> new TreeSet<>()).add(journeyId));
        return journey;
    }

    private String group(OracleJourney journey) {
        if (journey.customerKey().isEmpty() || journey.intent().isEmpty()) {
            return journey.id();
        }
        return journey.customerKey().get() + " " + journey.intent().get();
    }

    private void conclude(String group) {
        List<OracleJourney> tries = Optional.ofNullable(groups.get(group)).orElse(Set.of()).stream()
                .map(journeys::get)
                .sorted(Comparator.comparing(OracleJourney::start).thenComparing(OracleJourney::id))
                .toList();
        Optional<OracleJourney> before = Optional.empty();
        int repeats = 0;
        for (OracleJourney journey : tries) {
            Optional<String> repeatOf = before.filter(earlier ->
                            Duration.between(earlier.start(), journey.start()).compareTo(REPEAT) <= 0)
                    .map(OracleJourney::id);
            repeats = repeatOf.isPresent() ? repeats + 1 : 0;
            Map<String, Object> row = journey.row(repeatOf, repeats);
            journeyRows.put(journey.id(), row);
            escalate(journey, row);
            before = Optional.of(journey);
        }
    }

    private void escalate(OracleJourney journey, Map<String, Object> row) {
        Escalated before = escalated.get(journey.id());
        String outcome = String.valueOf(row.get("outcome"));
        boolean failed = outcome.equals("FAILED");
        if (before == null && !failed) {
            return;
        }
        String status = failed ? "OPEN" : "RETRACTED";
        Map<String, Object> escalation = new TreeMap<>(escalations.getOrDefault(journey.id(), Map.of()));
        int seq = before == null ? 1 : before.seq() + (status.equals(before.status()) ? 0 : 1);
        escalated.put(journey.id(), new Escalated(seq, status));
        escalation.put("escalationId", sha256("i-1\n" + journey.id() + "\n"));
        escalation.put("seq", seq);
        escalation.put("instanceId", "i-1");
        escalation.put("journeyId", journey.id());
        escalation.put("customerKey", row.get("customerKey"));
        escalation.put("status", status);
        escalation.put("codes", row.get("failureCodes"));
        escalation.put("retractedReason", failed ? null : "a later record shows that the journey is " + outcome);
        if (failed) {
            String priority = priority(journey.codes(row.get("repeatOf") != null));
            escalation.put("priority", priority);
            escalation.put("openedAt", journey.end());
            escalation.put("dueAt", journey.end().plus(timeFor(priority)));
        }
        escalations.put(journey.id(), escalation);
    }

    private static Duration timeFor(String priority) {
        return switch (priority) {
            case "HIGH" -> Duration.ofHours(1);
            case "MEDIUM" -> Duration.ofHours(4);
            default -> Duration.ofHours(24);
        };
    }

    private static String priority(List<String> codes) {
        if (codes.contains("REPEAT_CONTACT") || codes.contains("SYSTEM_FAILURE") || codes.size() > 2) {
            return "HIGH";
        }
        return List.of("IVR_ABANDONED", "INPUT_FAILED", "STEP_LOOP").containsAll(codes) ? "LOW" : "MEDIUM";
    }

    private static void put(Map<String, Map<String, Object>> table, String key, Map<String, Object> row, Instant at) {
        Map<String, Object> versioned = new TreeMap<>(row);
        versioned.put("version", at.toEpochMilli());
        table.put(key, versioned);
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private Tables result() {
        return new Tables(lines(contacts), lines(journeyRows), lines(escalations), queues.lines());
    }

    private static TreeSet<String> lines(Map<String, Map<String, Object>> rows) {
        TreeSet<String> lines = new TreeSet<>();
        rows.values().forEach(row -> lines.add(row.toString()));
        return lines;
    }
}
