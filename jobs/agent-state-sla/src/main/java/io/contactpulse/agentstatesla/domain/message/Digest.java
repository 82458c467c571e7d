package io.contactpulse.agentstatesla.domain.message;

import static io.contactpulse.agentstatesla.domain.message.Json.putIfPresent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactpulse.schema.Alert;
import io.contactpulse.schema.AlertLevel;
import io.contactpulse.schema.AlertStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a rule's quiet hours kept back: what still matters first, and no more than anybody reads. */
final class Digest {
    private static final int LONGEST = 20;
    private static final Comparator<Alert> MOST_URGENT_FIRST = Comparator.comparing(Digest::isOver)
            .thenComparing(Alert::getLevel, Comparator.comparing(level -> level != AlertLevel.CRITICAL))
            .thenComparing(Alert::getStateStart)
            .thenComparing(Alert::getAlertId);

    private final String instanceId;
    private final String ruleId;
    private final List<Alert> alerts;

    Digest(String instanceId, String ruleId, List<Alert> untold) {
        this.instanceId = instanceId;
        this.ruleId = ruleId;
        this.alerts = untold.stream().sorted(MOST_URGENT_FIRST).collect(Collectors.toList());
    }

    String text() {
        long open = alerts.stream().filter(alert -> !isOver(alert)).count();
        String count = alerts.size() == 1 ? "1 alert" : alerts.size() + " alerts";
        return AsciiLine.of(
                level() + ": quiet hours are over, " + count + " untold, " + open + " still open (" + ruleId + ")");
    }

    String body(Instant quietUntil) {
        ObjectNode json = Json.message(MessageKind.DIGEST, text());
        json.put("level", level().name());
        json.put("at", quietUntil.toString());
        json.put("source", AlertMessages.SOURCE);
        json.put("ruleId", ruleId);
        json.put("instanceId", instanceId);
        ArrayNode list = json.putArray("alerts");
        alerts.stream().limit(LONGEST).forEach(alert -> write(alert, list.addObject()));
        if (alerts.size() > LONGEST) {
            json.put("more", alerts.size() - LONGEST);
        }
        return json.toString();
    }

    /** A digest of several teams' alerts has no team: who wants it asks for its kind. */
    Map<String, String> attributes() {
        Map<String, String> attributes = new TreeMap<>();
        attributes.put("kind", MessageKind.DIGEST.name());
        attributes.put("source", AlertMessages.SOURCE);
        attributes.put("ruleId", ruleId);
        attributes.put("level", level().name());
        attributes.put("instanceId", instanceId);
        Set<Optional<String>> teams =
                alerts.stream().map(Alert::getOptionalTeam).collect(Collectors.toSet());
        if (teams.size() == 1) {
            teams.iterator().next().ifPresent(team -> attributes.put("team", team));
        }
        return attributes;
    }

    private AlertLevel level() {
        return alerts.stream().anyMatch(alert -> alert.getLevel() == AlertLevel.CRITICAL)
                ? AlertLevel.CRITICAL
                : AlertLevel.WARN;
    }

    private static boolean isOver(Alert alert) {
        return alert.getStatus() != AlertStatus.FIRING && alert.getStatus() != AlertStatus.ACKNOWLEDGED;
    }

    private static void write(Alert alert, ObjectNode json) {
        json.put("alertId", alert.getAlertId());
        json.put("status", alert.getStatus().name());
        json.put("level", alert.getLevel().name());
        putIfPresent(json, "agentId", alert.getOptionalAgentId());
        putIfPresent(json, "team", alert.getOptionalTeam());
        putIfPresent(json, "contactId", alert.getOptionalContactId());
        putIfPresent(json, "queueId", alert.getOptionalQueueId());
        json.put("state", alert.getState().name());
        putIfPresent(json, "customStatus", alert.getOptionalCustomStatus());
        json.put("stateStart", alert.getStateStart().toString());
        putIfPresent(json, "resolvedAt", alert.getOptionalResolvedAt().map(Instant::toString));
    }
}
