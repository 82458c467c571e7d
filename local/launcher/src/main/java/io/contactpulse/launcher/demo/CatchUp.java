package io.contactpulse.launcher.demo;

import io.contactpulse.jobruntime.table.Table;
import io.contactpulse.schema.AgentRow;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** Finds out when the job has read the backlog: once the agents table shows the newest event of every agent. */
final class CatchUp {
    private static final long PAUSE_MILLIS = 200;

    private final DynamoDbClient dynamoDb;
    private final Clock clock;

    CatchUp(DynamoDbClient dynamoDb, Clock clock) {
        this.dynamoDb = dynamoDb;
        this.clock = clock;
    }

    /** Returns when it was so. */
    Instant await(Map<String, Instant> newest) throws InterruptedException {
        while (!isReached(newest)) {
            Thread.sleep(PAUSE_MILLIS);
        }
        return clock.instant();
    }

    private boolean isReached(Map<String, Instant> newest) {
        Map<String, Instant> shown = lastEvents();
        return newest.entrySet().stream()
                .allMatch(agent ->
                        !shown.getOrDefault(agent.getKey(), Instant.MIN).isBefore(agent.getValue()));
    }

    private Map<String, Instant> lastEvents() {
        ScanRequest request = ScanRequest.builder()
                .tableName(Table.of(AgentRow.class).name())
                .projectionExpression("agentId, lastEventAt")
                .consistentRead(true)
                .build();
        Map<String, Instant> shown = new HashMap<>();
        for (Map<String, AttributeValue> item : dynamoDb.scanPaginator(request).items()) {
            AttributeValue id = item.get("agentId");
            AttributeValue time = item.get("lastEventAt");
            if (id != null && time != null) {
                shown.put(id.s(), Instant.parse(time.s()));
            }
        }
        return shown;
    }
}
