package io.contactpulse.launcher.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.contactpulse.launcher.demo.TableSetUp;
import io.contactpulse.standins.DynamoDbStandIn;
import io.contactpulse.standins.StandInClients;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class FloorTablesTest {
    private DynamoDbStandIn tables;
    private DynamoDbClient client;

    @BeforeEach
    void start() {
        tables = DynamoDbStandIn.start();
        client = StandInClients.dynamoDb(tables.endpoint());
        new TableSetUp(client).createAll();
    }

    @AfterEach
    void stop() {
        client.close();
        tables.close();
    }

    @Test
    void takesOfAnAlertWhatACommandAndAnIncidentNeed() {
        // given
        put(
                "alerts",
                Map.of(
                        "alertId", text("a"),
                        "entityType", text("QUEUE"),
                        "instanceId", text("one"),
                        "queueId", text("q"),
                        "incidentId", text("i"),
                        "status", text("FIRING"),
                        "evidence", text("not shown")));

        // when
        FloorSnapshot floor = new FloorTables(client).read(JsonNodeFactory.instance.objectNode());

        // then
        assertThat(floor.alerts())
                .isEqualTo(Map.of(
                        "a",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("entityType", "QUEUE")
                                .put("instanceId", "one")
                                .put("queueId", "q")
                                .put("incidentId", "i")
                                .put("status", "FIRING")));
    }

    @Test
    void takesOfAQueueItsFigures() {
        // given
        put(
                "queue-status",
                Map.of(
                        "queueId", text("q"),
                        "queueName", text("sales"),
                        "waiting", number(3),
                        "oldestWaitingSince", text("2026-03-02T09:00:00Z"),
                        "staffed", number(5),
                        "available", number(0),
                        "serviceLevelAnswered", number(815),
                        "serviceLevelRemoved", number(840),
                        "offered", number(99)));
        put("queue-status", Map.of("queueId", text("empty"), "waiting", number(0)));

        // when
        FloorSnapshot floor = new FloorTables(client).read(JsonNodeFactory.instance.objectNode());

        // then
        assertThat(floor.queues())
                .isEqualTo(Map.of(
                        "q",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("queueName", "sales")
                                .put("oldestWaitingSince", 1_772_442_000_000L)
                                .put("waiting", 3L)
                                .put("staffed", 5L)
                                .put("available", 0L)
                                .put("serviceLevelAnswered", 815L)
                                .put("serviceLevelRemoved", 840L),
                        "empty",
                        JsonNodeFactory.instance.objectNode().put("waiting", 0L)));
    }

    @Test
    void leavesOutTheQueueThatEveryAgentHas() {
        put("agents", Map.of("agentId", text("a"), "state", text("AVAILABLE")));
        put("queue-status", Map.of("queueId", text("a"), "waiting", number(0)));
        put("queue-status", Map.of("queueId", text("q"), "waiting", number(0)));

        FloorSnapshot floor = new FloorTables(client).read(JsonNodeFactory.instance.objectNode());

        assertThat(floor.queues().keySet()).containsExactly("q");
    }

    private void put(String table, Map<String, AttributeValue> item) {
        client.putItem(request -> request.tableName(table).item(item));
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static AttributeValue number(int value) {
        return AttributeValue.fromN(Integer.toString(value));
    }
}
