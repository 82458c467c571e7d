package io.contactpulse.launcher.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactpulse.jobruntime.sink.Items;
import io.contactpulse.jobruntime.table.Table;
import io.contactpulse.launcher.demo.TableSetUp;
import io.contactpulse.schema.AgentKind;
import io.contactpulse.schema.AgentRow;
import io.contactpulse.schema.AgentRowContact;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.Alert;
import io.contactpulse.schema.AlertEntityType;
import io.contactpulse.schema.AlertLevel;
import io.contactpulse.schema.AlertStatus;
import io.contactpulse.standins.DynamoDbStandIn;
import io.contactpulse.standins.StandInClients;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Agents, alerts and queues made up for looking at the page without a job: run it and open the address that it prints. A
 * command is carried out two seconds later, as a job would.
 */
final class FakeFloor {
    private static final List<AgentState> STATES = List.of(
            AgentState.ON_CONTACT,
            AgentState.ON_CONTACT,
            AgentState.ON_CONTACT,
            AgentState.AVAILABLE,
            AgentState.AVAILABLE,
            AgentState.ACW,
            AgentState.ON_HOLD,
            AgentState.RINGING,
            AgentState.CUSTOM,
            AgentState.MISSED,
            AgentState.ERROR,
            AgentState.OFFLINE);
    private static final List<String> TEAMS =
            List.of("site-coast-dealers-harbour", "site-north-dealers-alpine", "site-south-dealers-lakes");
    private static final List<String> QUEUES =
            List.of("connected-services", "parts", "roadside-assistance", "sales", "warranty");
    private static final String HOSTILE = "<img src=x onerror=alert(1)>&\"'";

    private final Random random;
    private final Instant now;

    private FakeFloor(long seed, Instant now) {
        this.random = new Random(seed);
        this.now = now;
    }

    public static void main(String[] arguments) throws Exception {
        try (DynamoDbStandIn tables = DynamoDbStandIn.start();
                DynamoDbClient client = StandInClients.dynamoDb(tables.endpoint());
                PageServer page = PageServer.start(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8080)) {
            new TableSetUp(client).createAll();
            FakeFloor floor = new FakeFloor(1, Instant.now());
            try (FloorFeed feed = FloorFeed.start(new FloorTables(client), FakeFloor::figures, page)) {
                System.out.println(page.address());
                page.passCommandsTo(command -> CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS)
                        .execute(() -> carryOut(command, client)));
                floor.fill(client);
                System.in.read();
            }
        }
    }

    private static ObjectNode figures() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("about", "Live floor · simulated traffic, seed 1")
                .put("messages", 23)
                .put("repeated", 0)
                .put("measured", 11)
                .put("p50", 180)
                .put("p99", 412);
    }

    private void fill(DynamoDbClient client) {
        List<AgentRow> agents = new ArrayList<>();
        for (int number = 1; number <= 43; number++) {
            agents.add(agent(number));
        }
        agents.forEach(agent -> put(client, Table.of(AgentRow.class), agent));
        for (int number = 0; number < 12; number++) {
            put(
                    client,
                    Table.of(Alert.class),
                    alert(number, agents.get(number * 3)).build());
        }
        put(client, Table.of(Alert.class), incident());
        for (int number = 0; number < 9; number++) {
            put(client, Table.of(Alert.class), partOfIncident(number, agents.get(number * 4 + 1)));
        }
        put(client, Table.of(Alert.class), queueAlert());
        for (int number = 0; number < 5; number++) {
            putQueue(client, number);
        }
    }

    private Alert incident() {
        return about(AlertEntityType.INCIDENT, "incident", "storm")
                .setLevel(AlertLevel.CRITICAL)
                .setReason("ROUTING_PROFILE roadside-voice")
                .setSuggestedAction("Look for what these agents have in common before calling each of them.")
                .build();
    }

    private Alert partOfIncident(int number, AgentRow agent) {
        boolean over = number > 5;
        return about(AlertEntityType.AGENT, "part-" + number, "in-error")
                .setAgentId(agent.getAgentId())
                .setState(AgentState.ERROR)
                .setStateStart(now.minusSeconds(40 + number))
                .setStatus(over ? AlertStatus.RESOLVED : number == 2 ? AlertStatus.SUPPRESSED : AlertStatus.FIRING)
                .setResolvedAt(over ? now : null)
                .setIncidentId("incident")
                .build();
    }

    private Alert queueAlert() {
        return about(AlertEntityType.QUEUE, "queue-alert", "service-level-low")
                .setQueueId("queue-1")
                .setStatus(AlertStatus.ACKNOWLEDGED)
                .setStateStart(now.minusSeconds(300))
                .build();
    }

    private Alert.Builder about(AlertEntityType type, String id, String ruleId) {
        return alert(
                        0,
                        AgentRow.newBuilder(agent(0))
                                .setStateStart(now.minusSeconds(20))
                                .build())
                .setAlertId(id)
                .setRuleId(ruleId)
                .setEntityType(type)
                .setAgentId(null)
                .setTeam(null)
                .setCustomStatus(null)
                .setState(AgentState.UNKNOWN)
                .setLevel(AlertLevel.WARN);
    }

    private void putQueue(DynamoDbClient client, int number) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("queueId", AttributeValue.fromS("queue-" + number));
        item.put("queueName", AttributeValue.fromS(QUEUES.get(number)));
        item.put("waiting", AttributeValue.fromN("" + number));
        item.put("staffed", AttributeValue.fromN("" + (9 - number)));
        item.put("available", AttributeValue.fromN("" + (number == 3 ? 0 : 2)));
        if (number > 0) {
            item.put(
                    "oldestWaitingSince",
                    AttributeValue.fromS(now.minusSeconds(40L * number).toString()));
            item.put("serviceLevelAnswered", AttributeValue.fromN("" + (987 - 70 * number)));
            item.put("serviceLevelRemoved", AttributeValue.fromN("" + (1000 - 60 * number)));
        }
        client.putItem(request -> request.tableName("queue-status").item(item));
    }

    private static void carryOut(SupervisorCommand command, DynamoDbClient client) {
        AlertStatus status = switch (command.type()) {
            case ACK -> AlertStatus.ACKNOWLEDGED;
            case UNACK -> AlertStatus.FIRING;
            case MUTE -> AlertStatus.SUPPRESSED;
        };
        client.updateItem(request -> request.tableName(Table.of(Alert.class).name())
                .key(Map.of("alertId", AttributeValue.fromS(command.alertId())))
                .updateExpression("SET #status = :status")
                .expressionAttributeNames(Map.of("#status", "status"))
                .expressionAttributeValues(Map.of(":status", AttributeValue.fromS(status.name()))));
    }

    private AgentRow agent(int number) {
        boolean ai = number > 40;
        AgentState state = ai ? AgentState.CUSTOM : STATES.get(random.nextInt(STATES.size()));
        Instant start = now.minusSeconds(random.nextInt(900));
        List<AgentRowContact> contacts = new ArrayList<>();
        if (state == AgentState.ON_CONTACT || state == AgentState.ON_HOLD || state == AgentState.RINGING) {
            contacts.add(contact(number, 0, state, start));
        }
        if (state == AgentState.ON_HOLD) {
            contacts.add(contact(number, 1, AgentState.ON_CONTACT, start.minusSeconds(70)));
        }
        return AgentRow.newBuilder()
                .setAgentId("id-" + number)
                .setAgentArn("arn:aws:connect:::agent/id-" + number)
                .setUsername(number == 7 ? HOSTILE : ai ? null : "agent-%03d".formatted(number))
                .setInstanceId("instance")
                .setAgentKind(ai ? AgentKind.AI : AgentKind.HUMAN)
                .setVersion(1)
                .setState(state)
                .setCustomStatus(state != AgentState.CUSTOM ? null : ai ? "QueryingKB" : "Lunch")
                .setStateStart(start)
                .setContacts(contacts)
                .setRoutingProfile("owner-care")
                .setTeam(ai ? "ai-owner-care" : number % 4 == 3 ? null : TEAMS.get(number % 4))
                .setLastEventAt(start)
                .build();
    }

    private static AgentRowContact contact(int agent, int number, AgentState state, Instant start) {
        return AgentRowContact.newBuilder()
                .setContactId("contact-" + agent + "-" + number)
                .setChannel(number == 0 ? "VOICE" : "CHAT")
                .setState(state)
                .setStateStart(start)
                .build();
    }

    private Alert.Builder alert(int number, AgentRow agent) {
        boolean open = number < 5;
        Instant start = open ? agent.getStateStart() : now.minusSeconds(60L * number);
        return Alert.newBuilder()
                .setAlertId("alert-" + number)
                .setVersion(1)
                .setSeq(1)
                .setSource("agent-state-sla")
                .setRuleId("hold-too-long")
                .setRuleVersion("1")
                .setEntityType(AlertEntityType.AGENT)
                .setAgentId(agent.getAgentId())
                .setTeam(agent.getOptionalTeam().orElse(null))
                .setState(agent.getState())
                .setCustomStatus(agent.getOptionalCustomStatus().orElse(null))
                .setStateStart(start)
                .setLevel(number % 3 == 0 ? AlertLevel.CRITICAL : AlertLevel.WARN)
                .setStatus(open ? AlertStatus.FIRING : number == 9 ? AlertStatus.RETRACTED : AlertStatus.RESOLVED)
                .setResolvedAt(open ? null : start.plus(Duration.ofSeconds(30L * number)))
                .setSuggestedAction("Offer the agent help, or ask to call the customer back.")
                .setEvidence(List.of())
                .setInstanceId("instance");
    }

    private static <T extends SpecificRecord> void put(DynamoDbClient client, Table<T> table, T row) {
        client.putItem(request -> request.tableName(table.name()).item(Items.itemOf(table, row)));
    }
}
