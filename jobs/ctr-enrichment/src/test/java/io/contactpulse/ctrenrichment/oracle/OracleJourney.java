package io.contactpulse.ctrenrichment.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** One journey from the newest records of its legs, as of an instant. */
final class OracleJourney {
    private static final Duration OPEN = Duration.ofHours(4);

    private final List<Seen> legs;
    private final Instant now;

    OracleJourney(List<Seen> legs, Instant now) {
        Map<String, Seen> byId = new TreeMap<>();
        legs.forEach(leg -> byId.put(leg.id(), leg));
        this.legs = legs.stream()
                .sorted(Comparator.comparing(Seen::begin)
                        .thenComparing(leg -> hops(leg, byId))
                        .thenComparing(Seen::id))
                .toList();
        this.now = now;
    }

    private static int hops(Seen leg, Map<String, Seen> byId) {
        Seen parent = leg.text("PreviousContactId").map(byId::get).orElse(null);
        return parent == null ? 0 : 1 + hops(parent, byId);
    }

    String id() {
        return legs.get(0).journeyId();
    }

    List<Seen> legs() {
        return legs;
    }

    Instant start() {
        return legs.get(0).begin();
    }

    Optional<String> customerKey() {
        if (legs.stream().anyMatch(leg -> leg.redacted() && leg.customerKey().isEmpty())) {
            return Optional.empty();
        }
        return legs.stream()
                .filter(leg -> !leg.method().equals("EXTERNAL_OUTBOUND"))
                .flatMap(leg -> leg.customerKey().stream())
                .findFirst();
    }

    Optional<String> intent() {
        Optional<String> name = first(leg -> leg.text("Attributes", "journey.name"));
        return name.or(() -> first(leg -> leg.idOf("Queue", "ARN")));
    }

    /** The next instants at which waiting for an announced leg ends. */
    List<Instant> waits() {
        return legs.stream()
                .filter(leg -> new OracleContact(leg, legs).nextIsMissing())
                .map(leg -> leg.done().plus(OPEN))
                .filter(now::isBefore)
                .toList();
    }

    private Seen last() {
        List<Seen> own =
                legs.stream().filter(leg -> !OracleContact.isAside(leg)).toList();
        return own.isEmpty() ? legs.get(legs.size() - 1) : own.get(own.size() - 1);
    }

    Map<String, Object> row(Optional<String> repeatOf, int repeats) {
        List<String> codes = codes(repeatOf.isPresent());
        Instant end = end();
        long transfers =
                legs.stream().filter(leg -> leg.method().endsWith("TRANSFER")).count();
        long minutes = Math.max(0, (Duration.between(start(), end).toSeconds() + 59) / 60);
        Map<String, Object> row = new TreeMap<>();
        row.put("journeyId", id());
        row.put("instanceId", "i-1");
        row.put("customerKey", OracleContact.orNull(customerKey()));
        row.put("intent", OracleContact.orNull(intent()));
        row.put("startedAt", start());
        row.put("endedAt", end);
        row.put("legs", legs.stream().map(Seen::id).toList());
        row.put("steps", OracleCodes.timeline(legs));
        row.put("channels", distinct(leg -> leg.text("Channel")));
        row.put("queues", distinct(leg -> leg.idOf("Queue", "ARN")));
        row.put("handleSeconds", legs.stream().mapToLong(Seen::handleSeconds).sum());
        row.put("outcome", outcome(codes));
        row.put("failureCodes", codes);
        row.put("repeatOf", OracleContact.orNull(repeatOf));
        row.put("effort", "(" + legs.size() + ", " + transfers + ", " + repeats + ", " + minutes + ")");
        return row;
    }

    List<String> codes(boolean repeated) {
        List<String> codes = new ArrayList<>(new OracleCodes(legs, last(), legs).codes());
        if (repeated) {
            boolean beforeLast = codes.contains("SYSTEM_FAILURE");
            codes.add(beforeLast ? codes.size() - 1 : codes.size(), "REPEAT_CONTACT");
        }
        return codes;
    }

    Instant end() {
        return legs.stream().map(Seen::end).max(Comparator.naturalOrder()).orElseThrow();
    }

    private String outcome(List<String> codes) {
        List<Seen.Step> steps = OracleCodes.timeline(legs);
        if (!waits().isEmpty()) {
            return "OPEN";
        }
        if (last().agent()) {
            return "HANDLED";
        }
        if (!steps.isEmpty() && steps.get(steps.size() - 1).outcome().equals("SELF_SERVED")) {
            return "RESOLVED_SELF_SERVICE";
        }
        if (new OracleContact(last(), legs).shortAbandon()) {
            return "ABANDONED_SHORT";
        }
        return codes.isEmpty() ? "ENDED_IN_FLOW" : "FAILED";
    }

    private Optional<String> first(Function<Seen, Optional<String>> value) {
        return legs.stream().flatMap(leg -> value.apply(leg).stream()).findFirst();
    }

    private List<String> distinct(Function<Seen, Optional<String>> value) {
        return legs.stream()
                .flatMap(leg -> value.apply(leg).stream())
                .distinct()
                .toList();
    }
}
