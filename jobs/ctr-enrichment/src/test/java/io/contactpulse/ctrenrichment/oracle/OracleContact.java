package io.contactpulse.ctrenrichment.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One contact among the contacts of its journey. */
final class OracleContact {
    private static final Set<String> ASIDE = Set.of("MONITOR", "DISCONNECT", "EXTERNAL_OUTBOUND");

    private final Seen seen;
    private final List<Seen> journey;

    OracleContact(Seen seen, List<Seen> journey) {
        this.seen = seen;
        this.journey = journey;
    }

    static boolean isAside(Seen leg) {
        return ASIDE.contains(leg.method());
    }

    String outcome() {
        String method = seen.method();
        if (method.equals("MONITOR") || method.equals("EXTERNAL_OUTBOUND")) {
            return "OTHER";
        }
        if (method.equals("OUTBOUND")) {
            boolean silent = seen.number("Agent", "AgentInteractionDuration").orElse(0L) == 0
                    && seen.text("ConnectedToSystemTimestamp").isEmpty();
            if (silent || seen.reason().equals("TELECOM_UNANSWERED")) {
                return "OUTBOUND_UNANSWERED";
            }
        }
        if (seen.agent()) {
            return "HANDLED";
        }
        if (children().stream().anyMatch(child -> child.method().equals("CALLBACK"))) {
            return "CALLBACK_REQUESTED";
        }
        boolean on = children().stream().anyMatch(child -> !isAside(child));
        if (on || nextIsMissing() || seen.tree().path("TransferredToEndpoint").isObject()) {
            return "TRANSFERRED_BY_FLOW";
        }
        return seen.queue() ? "ABANDONED_IN_QUEUE" : "ENDED_IN_FLOW";
    }

    boolean shortAbandon() {
        return outcome().equals("ABANDONED_IN_QUEUE") && seen.queueSeconds().orElseThrow() < 5;
    }

    boolean nextIsMissing() {
        Optional<String> next = seen.text("NextContactId");
        return next.isPresent() && journey.stream().noneMatch(leg -> leg.id().equals(next.get()));
    }

    List<Seen> children() {
        return journey.stream()
                .filter(leg -> leg.text("PreviousContactId").equals(Optional.of(seen.id()))
                        || seen.text("NextContactId").equals(Optional.of(leg.id())))
                .toList();
    }

    String transferKind() {
        if (seen.tree().path("TransferredToEndpoint").isObject()) {
            return "EXTERNAL";
        }
        List<String> kinds = children().stream().map(this::kindOf).toList();
        boolean cold = seen.agent() && seen.text("TransferCompletedTimestamp").isPresent();
        for (String kind : List.of("EXTERNAL", "COLD", "WARM", "QUEUE", "CONFERENCE", "CONSULT")) {
            if (kinds.contains(kind) || (kind.equals("COLD") && cold)) {
                return kind;
            }
        }
        return "NONE";
    }

    private String kindOf(Seen child) {
        if (child.method().equals("QUEUE_TRANSFER")) {
            return "QUEUE";
        }
        if (child.method().equals("EXTERNAL_OUTBOUND")) {
            Optional<Instant> completed = seen.time("TransferCompletedTimestamp");
            if (completed.isPresent() && child.end().isAfter(completed.get())) {
                return "EXTERNAL";
            }
            long hold = seen.number("Agent", "CustomerHoldDuration").orElse(0L);
            long external = child.number("ExternalThirdParty", "ExternalThirdPartyInteractionDuration")
                    .orElse(0L);
            return external > hold ? "CONFERENCE" : "CONSULT";
        }
        if (!child.method().equals("TRANSFER") || !seen.agent()) {
            return "NONE";
        }
        if (left(seen).isBefore(left(child))) {
            return "WARM";
        }
        return child.number("Agent", "AgentInteractionDuration").orElse(0L) > 2 ? "CONFERENCE" : "CONSULT";
    }

    private static Instant left(Seen leg) {
        return leg.time("Agent", "AfterContactWorkStartTimestamp").orElse(leg.end());
    }

    Map<String, Object> row() {
        Map<String, Object> row = new TreeMap<>();
        row.put("contactId", seen.id());
        row.put("lastUpdatedAt", seen.updated());
        row.put("journeyId", seen.journeyId());
        row.put("previousContactId", orNull(seen.text("PreviousContactId")));
        row.put("nextContactId", orNull(seen.text("NextContactId")));
        row.put("instanceId", "i-1");
        row.put("region", "eu-central-1");
        row.put("channel", orNull(seen.text("Channel")));
        row.put("subtype", null);
        row.put("initiationMethod", seen.method());
        row.put("queueId", orNull(seen.idOf("Queue", "ARN")));
        row.put("queueName", orNull(seen.text("Queue", "Name")));
        row.put("customerKey", orNull(seen.customerKey()));
        row.put("initiatedAt", seen.begin());
        row.put("enqueuedAt", orNull(seen.time("Queue", "EnqueueTimestamp")));
        row.put("endedAt", seen.end());
        row.put("ivrSeconds", ivrSeconds());
        row.put("queueSeconds", orNull(seen.queueSeconds()));
        row.put("outcome", outcome());
        row.put("shortAbandon", shortAbandon());
        row.put("transferKind", transferKind());
        row.put("disconnectReason", orNull(seen.text("DisconnectReason")));
        row.put("offers", orNull(seen.number("AgentConnectionAttempts")));
        row.put("csat", orNull(seen.text("Attributes", "csat")));
        row.put("journeyName", orNull(seen.text("Attributes", "journey.name")));
        row.put("steps", seen.steps());
        row.put("failureCodes", new OracleCodes(List.of(seen), seen, journey).codes());
        row.put("attributes", Map.of());
        addAgent(row);
        return row;
    }

    private long ivrSeconds() {
        if (seen.method().equals("CALLBACK") || seen.method().equals("OUTBOUND")) {
            return 0;
        }
        Instant to = seen.time("Queue", "EnqueueTimestamp").orElse(seen.end());
        return Math.max(0, Duration.between(seen.begin(), to).toSeconds());
    }

    private void addAgent(Map<String, Object> row) {
        row.put("agentId", orNull(seen.idOf("Agent", "ARN")));
        row.put("agentUsername", orNull(seen.text("Agent", "Username")));
        row.put("routingProfile", orNull(seen.text("Agent", "RoutingProfile", "Name")));
        row.put("team", orNull(seen.text("Agent", "HierarchyGroups", "Level1", "GroupName")));
        row.put("answeredAt", orNull(seen.time("Agent", "ConnectedToAgentTimestamp")));
        row.put("talkSeconds", orNull(seen.number("Agent", "AgentInteractionDuration")));
        row.put("holdSeconds", orNull(seen.number("Agent", "CustomerHoldDuration")));
        row.put("longestHoldSeconds", orNull(seen.number("Agent", "LongestHoldDuration")));
        row.put("holds", orNull(seen.number("Agent", "NumberOfHolds")));
        row.put("acwSeconds", orNull(seen.number("Agent", "AfterContactWorkDuration")));
        row.put("handleSeconds", seen.agent() ? seen.handleSeconds() : null);
    }

    static @Nullable Object orNull(Optional<?> value) {
        return value.isPresent() ? value.get() : null;
    }
}
