package io.contactpulse.launcher.page;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactpulse.jobruntime.table.Table;
import io.contactpulse.schema.AgentRow;
import io.contactpulse.schema.Alert;
import io.contactpulse.schema.QueueStatus;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** Reads the floor from the tables that the job writes. Takes only what the page shows. */
public final class FloorTables {
    private static final List<String> AGENT_TEXTS =
            List.of("username", "agentKind", "state", "customStatus", "team", "routingProfile");
    private static final List<String> CONTACT_TEXTS = List.of("contactId", "channel", "state");
    private static final List<String> ALERT_TEXTS = List.of(
            "ruleId",
            "entityType",
            "instanceId",
            "agentId",
            "contactId",
            "queueId",
            "incidentId",
            "team",
            "state",
            "customStatus",
            "level",
            "status",
            "reason",
            "suggestedAction");
    private static final List<String> QUEUE_FIGURES =
            List.of("waiting", "staffed", "available", "serviceLevelAnswered", "serviceLevelRemoved");

    private final DynamoDbClient client;

    public FloorTables(DynamoDbClient client) {
        this.client = client;
    }

    public FloorSnapshot read(ObjectNode figures) {
        Map<String, ObjectNode> agents = rows(Table.of(AgentRow.class).name(), "agentId", FloorTables::agent);
        Map<String, ObjectNode> queues = rows(Table.of(QueueStatus.class).name(), "queueId", FloorTables::queue);
        // Every agent has a queue of the agent's own, with the agent's id; it would be a line for each agent.
        queues.keySet().removeAll(agents.keySet());
        return new FloorSnapshot(
                agents, rows(Table.of(Alert.class).name(), "alertId", FloorTables::alert), queues, figures);
    }

    private Map<String, ObjectNode> rows(
            String table, String key, Function<Map<String, AttributeValue>, ObjectNode> entry) {
        Map<String, ObjectNode> rows = new HashMap<>();
        ScanRequest request =
                ScanRequest.builder().tableName(table).consistentRead(true).build();
        client.scanPaginator(request)
                .items()
                .forEach(item -> rows.put(requireNonNull(item.get(key)).s(), entry.apply(item)));
        return rows;
    }

    private static ObjectNode agent(Map<String, AttributeValue> item) {
        ObjectNode agent = JsonNodeFactory.instance.objectNode();
        copyTexts(item, agent, AGENT_TEXTS);
        copyTime(item, agent, "stateStart");
        ArrayNode contacts = agent.putArray("contacts");
        AttributeValue list = item.get("contacts");
        if (list != null) {
            list.l().forEach(contact -> contacts.add(contact(contact.m())));
        }
        return agent;
    }

    private static ObjectNode contact(Map<String, AttributeValue> item) {
        ObjectNode contact = JsonNodeFactory.instance.objectNode();
        copyTexts(item, contact, CONTACT_TEXTS);
        copyTime(item, contact, "stateStart");
        return contact;
    }

    private static ObjectNode alert(Map<String, AttributeValue> item) {
        ObjectNode alert = JsonNodeFactory.instance.objectNode();
        copyTexts(item, alert, ALERT_TEXTS);
        List.of("stateStart", "warnAt", "criticalAt", "resolvedAt").forEach(field -> copyTime(item, alert, field));
        return alert;
    }

    private static ObjectNode queue(Map<String, AttributeValue> item) {
        ObjectNode queue = JsonNodeFactory.instance.objectNode();
        copyTexts(item, queue, List.of("queueName"));
        copyTime(item, queue, "oldestWaitingSince");
        for (String figure : QUEUE_FIGURES) {
            AttributeValue value = item.get(figure);
            if (value != null) {
                queue.put(figure, Long.parseLong(value.n()));
            }
        }
        return queue;
    }

    private static void copyTexts(Map<String, AttributeValue> item, ObjectNode target, List<String> fields) {
        for (String field : fields) {
            AttributeValue value = item.get(field);
            if (value != null) {
                target.put(field, value.s());
            }
        }
    }

    private static void copyTime(Map<String, AttributeValue> item, ObjectNode target, String field) {
        AttributeValue value = item.get(field);
        if (value != null) {
            target.put(field, Instant.parse(value.s()).toEpochMilli());
        }
    }
}
