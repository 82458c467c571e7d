package io.contactpulse.launcher.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * All that the page shows at one moment, as the browser gets it.
 *
 * @param agents by agent id
 * @param alerts by alert id
 * @param queues by queue id
 * @param figures the demo's own counts
 */
public record FloorSnapshot(
        Map<String, ObjectNode> agents,
        Map<String, ObjectNode> alerts,
        Map<String, ObjectNode> queues,
        ObjectNode figures) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    public FloorSnapshot {
        agents = Map.copyOf(agents);
        alerts = Map.copyOf(alerts);
        queues = Map.copyOf(queues);
    }

    static FloorSnapshot empty() {
        return new FloorSnapshot(Map.of(), Map.of(), Map.of(), JSON.objectNode());
    }

    ObjectNode complete(Instant now) {
        ObjectNode message = message(now, figures);
        message.putObject("agents").setAll(agents);
        message.putObject("alerts").setAll(alerts);
        message.putObject("queues").setAll(queues);
        return message;
    }

    /** What a browser that shows this one needs to show the newer one: changed entries, and null for those gone. */
    Optional<ObjectNode> changesTo(FloorSnapshot newer, Instant now) {
        if (equals(newer)) {
            return Optional.empty();
        }
        ObjectNode message = message(now, newer.figures);
        message.set("agents", changes(agents, newer.agents));
        message.set("alerts", changes(alerts, newer.alerts));
        message.set("queues", changes(queues, newer.queues));
        return Optional.of(message);
    }

    private static ObjectNode changes(Map<String, ObjectNode> older, Map<String, ObjectNode> newer) {
        ObjectNode changes = JSON.objectNode();
        newer.forEach((id, entry) -> {
            if (!entry.equals(older.get(id))) {
                changes.set(id, entry);
            }
        });
        older.keySet().stream().filter(id -> !newer.containsKey(id)).forEach(changes::putNull);
        return changes;
    }

    private static ObjectNode message(Instant now, ObjectNode figures) {
        ObjectNode message = JSON.objectNode();
        message.put("now", now.toEpochMilli());
        message.set("figures", figures);
        return message;
    }
}
