package io.contactpulse.agentstatesla;

import static io.contactpulse.testkit.Moments.at;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.agentstatesla.operator.Pace;
import io.contactpulse.agentstatesla.operator.RuleFeed;
import io.contactpulse.jobruntime.JobEnvironment;
import io.contactpulse.jobruntime.decode.WriterSchemas;
import io.contactpulse.jobruntime.source.FutureCap;
import io.contactpulse.schema.Alert;
import io.contactpulse.schema.Notification;
import io.contactpulse.schema.RawRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Bytes of agent events to rows and messages: when a whole floor is in trouble, people are told once. */
@ExtendWith(MiniClusterExtension.class)
class StormAndLostFeedIT {
    private static final String INSTANCE = "arn:aws:connect:eu-central-1:000000000000:instance/i-1";
    private static final String IN_ERROR = "{\"ContactId\":\"c-%s\",\"Channel\":\"VOICE\",\"State\":\"ERROR\"}";

    private static final String CONNECTED = IN_ERROR.replace("ERROR", "CONNECTED");

    private final List<RawRecord> events = new ArrayList<>();

    @Test
    void pagesOnceForAStorm() throws Exception {
        Duration apart = Duration.ofMillis(100);
        allOf(200, at("09:00:00"), apart, "");
        allOf(200, at("09:01:00"), apart, IN_ERROR);
        allOf(200, at("09:02:30"), apart, "");
        logOut(200, at("09:05:00"));

        Told told = run(at("09:20:00"));

        assertThat(told.alerts())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("in-error CONTACT RESOLVED", 200L, "storm INCIDENT RESOLVED", 1L));
        assertThat(told.messages())
                .containsExactly(
                        "09:01:00.400 CRITICAL: incident, many agents in ERROR: routing profile Service (storm)",
                        "09:02:49.900 RESOLVED: incident, many agents in ERROR: routing profile Service (storm)");
    }

    /** Everybody is in a call when the feed stops: for all the job knows, every call gets too long at 09:18. */
    @Test
    void pagesOnceForALostFeed() throws Exception {
        Duration apart = Duration.ofMillis(2_400);
        for (String talking : List.of("09:03:00", "09:05:00", "09:07:00", "09:09:00")) {
            allOf(50, at(talking), apart, CONNECTED);
        }
        allOf(50, at("09:31:00"), apart, "");
        logOut(50, at("09:34:00"));

        Told told = run(at("09:50:00"));

        assertThat(told.alerts())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("talk-too-long CONTACT RESOLVED", 50L, "feed-lost INSTANCE RESOLVED", 1L));
        assertThat(told.messages())
                .containsExactly(
                        "09:15:57.600 CRITICAL: feed of instance i-1 lost for 5 min 00 s (feed-lost)",
                        "09:31:00 RESOLVED: feed of instance i-1 lost for 20 min 02 s (feed-lost)");
    }

    /** How many alerts ended as what, and what people were sent. */
    private record Told(Map<String, Long> alerts, List<String> messages) {}

    private Told run(Instant end) throws Exception {
        StreamExecutionEnvironment environment = JobEnvironment.create();
        environment.setParallelism(1);
        AgentStateSlaOutputs outputs = AgentStateSlaTopology.define(
                AgentStateSlaInputs.newBuilder(
                                environment.fromData(events, TypeInformation.of(RawRecord.class)),
                                RuleFeed.silent(environment))
                        .build(),
                ShippedParameters.parameters(),
                Pace.eventTime(end),
                WriterSchemas.none(),
                FutureCap.of(Duration.ofMinutes(5)));
        CloseableIterator<Alert> alerts = outputs.alerts().collectAsync();
        CloseableIterator<Notification> notifications = outputs.notifications().collectAsync();

        environment.execute();

        Map<String, Alert> newest = new HashMap<>();
        all(alerts).forEach(row -> newest.put(row.getAlertId(), row));
        return new Told(
                newest.values().stream().collect(groupingBy(StormAndLostFeedIT::line, counting())),
                all(notifications).stream().map(StormAndLostFeedIT::line).toList());
    }

    private static String line(Alert row) {
        return row.getRuleId() + " " + row.getEntityType() + " " + row.getStatus();
    }

    private static String line(Notification message) {
        return message.getAt().toString().substring(11).replace("Z", "") + " " + message.getSubject();
    }

    private static <T> List<T> all(CloseableIterator<T> iterator) throws Exception {
        try (iterator) {
            List<T> values = new ArrayList<>();
            iterator.forEachRemaining(values::add);
            return values;
        }
    }

    private void allOf(int agents, Instant from, Duration apart, String contact) {
        for (int number = 0; number < agents; number++) {
            String agent = String.format("agent-%03d", number);
            Instant at = from.plus(apart.multipliedBy(number));
            events.add(event(agent, at, "\"Name\":\"Available\",\"Type\":\"ROUTABLE\"", contact.formatted(agent)));
        }
    }

    private void logOut(int agents, Instant at) {
        for (int number = 0; number < agents; number++) {
            events.add(event(String.format("agent-%03d", number), at, "\"Name\":\"Offline\",\"Type\":\"OFFLINE\"", ""));
        }
    }

    private static RawRecord event(String agent, Instant at, String status, String contact) {
        String json = """
                {"AgentARN":"%1$s/agent/%2$s","CurrentAgentSnapshot":{"AgentStatus":{%3$s},"Configuration":{"Username":"%2$s",
                "RoutingProfile":{"Name":"Service"}},"Contacts":[%4$s]},"EventId":"%2$s %5$s","EventTimestamp":"%5$s",
                "EventType":"STATE_CHANGE","InstanceARN":"%1$s"}""".formatted(INSTANCE, agent, status, contact, at);
        return RawRecord.newBuilder()
                .setStream("agent-events")
                .setPayload(ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)))
                .build();
    }
}
