package io.contactpulse.agentstatesla.transform;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A published message as an event of PagerDuty's Events API v2. All messages about an alert share its id as their
 * dedup_key, so PagerDuty keeps one alert of its own for it. Digests and muted hours page nobody: empty.
 */
public final class PagerDutyEvent {
    private static final int LONGEST_SUMMARY = 1024;
    private static final List<String> SHOWN_ELSEWHERE = List.of("format", "text", "links");

    private PagerDutyEvent() {}

    /** The routing key is the integration key of the PagerDuty service. */
    public static Optional<String> of(String message, String routingKey) {
        PublishedMessage published = PublishedMessage.read(message);
        return action(published)
                .flatMap(action -> published.text("alertId").map(alertId -> {
                    ObjectNode event = PublishedMessage.object();
                    event.put("routing_key", routingKey);
                    event.put("event_action", action);
                    event.put("dedup_key", alertId);
                    if ("trigger".equals(action)) {
                        describe(published, event);
                    }
                    return event.toString();
                }));
    }

    /** Who resolves or acknowledges needs no description: PagerDuty has that of the trigger. */
    private static Optional<String> action(PublishedMessage message) {
        switch (message.text("status").orElse("")) {
            case "FIRING":
                return Optional.of("trigger");
            case "ACKNOWLEDGED":
                // An escalation or a reminder of what somebody has taken on must not take it from them.
                return Optional.of("acknowledge");
            case "RESOLVED":
            case "EXPIRED":
            case "RETRACTED":
            case "SUPPRESSED":
                return Optional.of("resolve");
            default:
                return Optional.empty();
        }
    }

    private static void describe(PublishedMessage message, ObjectNode event) {
        event.put("client", "Contact Pulse");
        event.set("payload", payload(message));
        ArrayNode links = PublishedMessage.object().arrayNode();
        message.node("links")
                .fields()
                .forEachRemaining(link ->
                        links.addObject().put("href", link.getValue().asText()).put("text", label(link.getKey())));
        if (!links.isEmpty()) {
            event.set("links", links);
        }
    }

    private static ObjectNode payload(PublishedMessage message) {
        ObjectNode payload = PublishedMessage.object();
        String summary = message.text("text").orElse("alert");
        payload.put("summary", summary.substring(0, Math.min(summary.length(), LONGEST_SUMMARY)));
        payload.put("source", message.text("instanceId").orElse("unknown"));
        payload.put("severity", severity(message));
        put(payload, "timestamp", message.text("at"));
        put(payload, "component", message.text("agentId").or(() -> message.text("queueId")));
        put(
                payload,
                "group",
                message.text("team").or(() -> message.text("queueName")).or(() -> message.text("site")));
        put(payload, "class", message.text("ruleId"));
        payload.set("custom_details", message.copy().remove(SHOWN_ELSEWHERE));
        return payload;
    }

    private static String severity(PublishedMessage message) {
        switch (message.text("level").orElse("")) {
            case "CRITICAL":
                return "critical";
            case "WARN":
                return "warning";
            default:
                return "info";
        }
    }

    private static void put(ObjectNode json, String name, Optional<String> value) {
        value.ifPresent(present -> json.put(name, present));
    }

    static String label(String link) {
        return link.substring(0, 1).toUpperCase(Locale.ROOT) + link.substring(1);
    }
}
