package io.contactpulse.agentstatesla.domain.message;

import io.contactpulse.schema.Alert;
import io.contactpulse.schema.AlertEntityType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What filter policies can ask of a message. SNS discards a message with more than ten attributes on its way to a queue
 * with raw delivery, so a rule's own attributes push the least useful of ours out, and never one that says how urgent
 * the message is or whom it concerns.
 */
final class FilterAttributes {
    /** Ten, without the message id that the publisher adds. */
    static final int MOST = 9;

    private static final List<String> DROPPED_FIRST = List.of("source", "state", "queueId", "instanceId");
    private static final Set<String> OURS = Set.of(
            "kind", "source", "ruleId", "status", "level", "state", "instanceId", "team", "queueId", "messageId");

    private FilterAttributes() {}

    static Map<String, String> of(MessageKind kind, Situation situation, SortedMap<String, String> added) {
        Alert alert = situation.alert();
        Map<String, String> attributes = new TreeMap<>();
        attributes.put("kind", kind.name());
        attributes.put("source", alert.getSource());
        attributes.put("ruleId", alert.getRuleId());
        attributes.put("status", alert.getStatus().name());
        attributes.put("level", alert.getLevel().name());
        attributes.put("instanceId", situation.signal().getInstanceId());
        if (alert.getEntityType() == AlertEntityType.AGENT || alert.getEntityType() == AlertEntityType.CONTACT) {
            attributes.put("state", alert.getState().name());
        }
        alert.getOptionalTeam().ifPresent(team -> attributes.put("team", team));
        alert.getOptionalQueueId().ifPresent(queue -> attributes.put("queueId", queue));
        return withRoomFor(added, attributes);
    }

    private static Map<String, String> withRoomFor(SortedMap<String, String> added, Map<String, String> attributes) {
        Map<String, String> wanted = new LinkedHashMap<>(added);
        wanted.keySet().removeAll(OURS);
        for (String dropped : DROPPED_FIRST) {
            if (attributes.size() + wanted.size() > MOST) {
                attributes.remove(dropped);
            }
        }
        for (Map.Entry<String, String> attribute : wanted.entrySet()) {
            if (attributes.size() < MOST) {
                attributes.put(attribute.getKey(), attribute.getValue());
            }
        }
        return attributes;
    }
}
