package io.contactpulse.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.contactpulse.launcher.page.FloorFeed;
import io.contactpulse.launcher.page.FloorTables;
import io.contactpulse.launcher.page.PageServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A supervisor's click goes the whole way: page, stream, job, table. Two alerts fire; one is acknowledged, the other not. */
class AcknowledgedAlertE2E {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String SEEN = "seen";
    private static final String UNSEEN = "unseen";
    private static final String RULES = """
            rules:
              - id: hold
                when: { state: ON_HOLD }
                warn: 1m
                renotifyEvery: 15s
                escalate:
                  - { after: 20s, to: floor-manager }
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void isRemindedOfNoMoreAndShowsWhoTookItUntilItIsOver() throws Exception {
        Path rules = Files.writeString(folder.resolve("rules.yaml"), RULES);
        try (JobOnStandIns job =
                        new JobOnStandIns(folder, Map.of("location", rules.toString()), Duration.ofSeconds(5));
                PageServer page = PageServer.start(0);
                FloorFeed ignored =
                        FloorFeed.start(new FloorTables(job.dynamoDb()), JsonNodeFactory.instance::objectNode, page)) {
            page.passCommandsTo(
                    command -> job.kinesis().put(JobOnStandIns.COMMANDS, command.instanceId(), command.json()));
            job.awaitRunning();
            Instant now = Instant.now();
            put(job, SEEN, "CONNECTED_ONHOLD", now, now.minusSeconds(58));
            put(job, UNSEEN, "CONNECTED_ONHOLD", now, now.minusSeconds(58));
            await().atMost(PATIENCE).until(() -> statuses(job), Map.of(SEEN, "FIRING", UNSEEN, "FIRING")::equals);
            String alertId = text(alert(job, SEEN), "alertId");

            acknowledge(page.address(), alertId);
            await().atMost(PATIENCE).until(() -> statuses(job), Map.of(SEEN, "ACKNOWLEDGED", UNSEEN, "FIRING")::equals);
            await().atMost(PATIENCE)
                    .until(
                            () -> messages(job, text(alert(job, UNSEEN), "alertId")),
                            List.of("TRANSITION FIRING", "REMINDER FIRING", "ESCALATION FIRING")::equals);
            put(job, SEEN, "CONNECTED", Instant.now(), Instant.now());
            await().atMost(PATIENCE).until(() -> statuses(job), Map.of(SEEN, "RESOLVED", UNSEEN, "FIRING")::equals);

            assertThat(transitions(job, alertId))
                    .containsExactly("FIRING by -", "ACKNOWLEDGED by Kim", "RESOLVED by -");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(messages(job, alertId))
                            .containsExactly("TRANSITION FIRING", "TRANSITION ACKNOWLEDGED", "TRANSITION RESOLVED"));
        }
    }

    private static void acknowledge(URI page, String alertId) {
        HttpRequest request = HttpRequest.newBuilder(page.resolve("/commands"))
                .header("Content-Type", "application/json")
                .header("Origin", page.toString())
                .POST(BodyPublishers.ofString(
                        "{\"alertId\":\"%s\",\"type\":\"ack\",\"by\":\"Kim\"}".formatted(alertId)))
                .build();
        // The page knows the alert once it has looked at the table.
        await().atMost(PATIENCE).until(() -> send(request).statusCode() == 202);
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static Map<String, String> statuses(JobOnStandIns job) {
        return scan(job, "alerts").stream()
                .collect(Collectors.toMap(alert -> text(alert, "agentId"), alert -> text(alert, "status")));
    }

    private static Map<String, AttributeValue> alert(JobOnStandIns job, String agent) {
        return scan(job, "alerts").stream()
                .filter(alert -> text(alert, "agentId").equals(agent))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> transitions(JobOnStandIns job, String alertId) {
        return scan(job, "alert-events").stream()
                .filter(event -> text(event, "alertId").equals(alertId))
                .sorted((one, other) -> text(one, "at").compareTo(text(other, "at")))
                .map(event -> text(event, "status") + " by " + text(event, "by"))
                .toList();
    }

    private static List<String> messages(JobOnStandIns job, String alertId) {
        return job.topic().messages().stream()
                .filter(message ->
                        String.valueOf(message.attributes().get("messageId")).startsWith(alertId))
                .map(message -> message.attributes().get("kind") + " "
                        + message.attributes().get("status"))
                .toList();
    }

    private static List<Map<String, AttributeValue>> scan(JobOnStandIns job, String table) {
        return job.dynamoDb()
                .scan(request -> request.tableName(table).consistentRead(true))
                .items();
    }

    private static String text(Map<String, AttributeValue> row, String field) {
        AttributeValue value = row.get(field);
        return value == null || value.s() == null ? "-" : value.s();
    }

    private static void put(JobOnStandIns job, String agent, String state, Instant at, Instant since) {
        String instance = "arn:aws:connect:eu-central-1:000000000000:instance/i-1";
        String event = """
                {"AgentARN":"%s/agent/%s","InstanceARN":"%s","EventId":"%s","EventTimestamp":"%s",
                "EventType":"STATE_CHANGE","CurrentAgentSnapshot":{"AgentStatus":{"Name":"Available","Type":"ROUTABLE"},
                "Configuration":{"Username":"%s"},"Contacts":[{"ContactId":"c-%s","Channel":"VOICE",
                "State":"%s","StateStartTimestamp":"%s"}]}}""".formatted(instance, agent, instance, state, at, agent, agent, state, since);
        job.kinesis().put(JobOnStandIns.STREAM, agent, event.getBytes(StandardCharsets.UTF_8));
    }
}
