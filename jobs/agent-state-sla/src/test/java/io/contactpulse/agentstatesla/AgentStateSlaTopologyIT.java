package io.contactpulse.agentstatesla;

import static io.contactpulse.testkit.Moments.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.agentstatesla.domain.Hashes;
import io.contactpulse.agentstatesla.operator.Pace;
import io.contactpulse.agentstatesla.operator.RuleFeed;
import io.contactpulse.jobruntime.JobEnvironment;
import io.contactpulse.jobruntime.decode.WriterSchemas;
import io.contactpulse.jobruntime.source.FutureCap;
import io.contactpulse.schema.AgentInterval;
import io.contactpulse.schema.AgentRow;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.Alert;
import io.contactpulse.schema.DeadLetterReason;
import io.contactpulse.schema.Notification;
import io.contactpulse.schema.RawRecord;
import io.contactpulse.schema.RejectedRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MiniClusterExtension.class)
class AgentStateSlaTopologyIT {
    private static final String INSTANCE = "arn:aws:connect:eu-central-1:000000000000:instance/i-1";

    /** The id is the hash of instance, rule, contact and start. */
    private static final String ACKNOWLEDGE = """
            {"commandId":"k-1","instanceId":"i-1","alertId":"%s","type":"ack","by":"supervisor-001","why":"I see it",
            "at":"2026-03-02T09:02:10Z"}""".formatted(Hashes.sha256(
                    "i-1", "hold-too-long", "c-1", Long.toString(at("09:00:00").toEpochMilli()))
            .substring(0, 32));

    @Test
    void goesFromBytesToRowsAlertsAndDeadLetters() throws Exception {
        StreamExecutionEnvironment environment = JobEnvironment.create();
        environment.setParallelism(1);
        DataStream<RawRecord> records = environment.fromData(
                raw("agent-events", event("09:00:00", contact("CONNECTED_ONHOLD"))),
                raw("agent-events", "{\"this is\": not JSON"),
                raw("alert-commands", ACKNOWLEDGE),
                raw("agent-events", event("09:02:30", "")),
                raw(
                        "agent-events",
                        event("09:20:00", "").replace("Available", "Offline").replace("ROUTABLE", "OFFLINE")));
        AgentStateSlaOutputs outputs = AgentStateSlaTopology.define(
                AgentStateSlaInputs.newBuilder(of("agent-events", records), RuleFeed.silent(environment))
                        .alertCommands(of("alert-commands", records))
                        .build(),
                ShippedParameters.parameters(),
                Pace.eventTime(at("09:20:00")),
                WriterSchemas.none(),
                FutureCap.of(Duration.ofMinutes(5)));
        CloseableIterator<AgentRow> agents = outputs.agents().collectAsync();
        CloseableIterator<AgentInterval> intervals = outputs.intervals().collectAsync();
        CloseableIterator<Alert> alerts = outputs.alerts().collectAsync();
        CloseableIterator<Notification> notifications = outputs.notifications().collectAsync();
        CloseableIterator<RejectedRecord> rejected = outputs.rejected().collectAsync();

        environment.execute();

        assertThat(all(agents))
                .extracting(AgentRow::getState)
                .containsExactly(AgentState.ON_HOLD, AgentState.AVAILABLE, AgentState.OFFLINE);
        assertThat(all(intervals))
                .extracting(AgentInterval::getEnd)
                .containsExactly(at("09:02:30"), at("09:15:00"), at("09:20:00"));
        assertThat(all(alerts))
                .extracting(alert -> alert.getSeq() + " " + alert.getRuleId() + " " + alert.getStatus())
                .containsExactly(
                        "1 hold-too-long FIRING",
                        "2 hold-too-long ACKNOWLEDGED",
                        "3 hold-too-long RESOLVED",
                        "1 feed-lost FIRING",
                        "2 feed-lost RESOLVED");
        assertThat(all(notifications)).hasSize(5);
        assertThat(all(rejected))
                .extracting(record -> record.getLetter().getReason())
                .containsExactly(DeadLetterReason.MALFORMED_JSON);
    }

    private static <T> List<T> all(CloseableIterator<T> iterator) throws Exception {
        try (iterator) {
            List<T> values = new ArrayList<>();
            iterator.forEachRemaining(values::add);
            return values;
        }
    }

    private static String event(String time, String contacts) {
        return """
                {"AgentARN":"%s/agent/a-1","CurrentAgentSnapshot":{"AgentStatus":{"Name":"Available","Type":"ROUTABLE",
                "StartTimestamp":"2026-03-02T08:00:00.000Z"},"Configuration":{"Username":"agent-001"},"Contacts":[%s]},
                "EventId":"%s","EventTimestamp":"2026-03-02T%sZ","EventType":"STATE_CHANGE","InstanceARN":"%s"}""".formatted(INSTANCE, contacts, time, time, INSTANCE);
    }

    private static String contact(String state) {
        return "{\"ContactId\":\"c-1\",\"Channel\":\"VOICE\",\"State\":\"" + state + "\"}";
    }

    private static DataStream<RawRecord> of(String stream, DataStream<RawRecord> records) {
        return records.filter(record -> record.getStream().equals(stream)).uid("only-" + stream);
    }

    private static RawRecord raw(String stream, String json) {
        return RawRecord.newBuilder()
                .setStream(stream)
                .setPayload(ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)))
                .build();
    }
}
