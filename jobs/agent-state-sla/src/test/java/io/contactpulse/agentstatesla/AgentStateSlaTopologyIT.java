package io.contactpulse.agentstatesla;

import static io.contactpulse.testkit.Moments.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.agentstatesla.domain.AgentTracker;
import io.contactpulse.agentstatesla.domain.Fence;
import io.contactpulse.agentstatesla.domain.rules.RuleFiles;
import io.contactpulse.agentstatesla.operator.Pace;
import io.contactpulse.jobruntime.JobEnvironment;
import io.contactpulse.jobruntime.decode.WriterSchemas;
import io.contactpulse.jobruntime.source.FutureCap;
import io.contactpulse.schema.AgentInterval;
import io.contactpulse.schema.AgentRow;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.Alert;
import io.contactpulse.schema.AlertStatus;
import io.contactpulse.schema.DeadLetterReason;
import io.contactpulse.schema.RawRecord;
import io.contactpulse.schema.RejectedRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MiniClusterExtension.class)
class AgentStateSlaTopologyIT {
    private static final String INSTANCE = "arn:aws:connect:eu-central-1:000000000000:instance/i-1";

    @Test
    void goesFromBytesToRowsAlertsAndDeadLetters() throws Exception {
        StreamExecutionEnvironment environment = JobEnvironment.create();
        environment.setParallelism(1);
        AgentStateSlaOutputs outputs = AgentStateSlaTopology.define(
                environment.fromData(
                        raw(event("09:00:00", contact("CONNECTED_ONHOLD"))),
                        raw("{\"this is\": not JSON"),
                        raw(event("09:02:30", "")),
                        raw(event("09:20:00", "")
                                .replace("Available", "Offline")
                                .replace("ROUTABLE", "OFFLINE"))),
                AgentTracker.of(RuleFiles.load(Optional.empty()), Fence.of(Duration.ofMinutes(10))),
                Pace.eventTime(at("09:20:00")),
                WriterSchemas.none(),
                FutureCap.of(Duration.ofMinutes(5)));
        CloseableIterator<AgentRow> agents = outputs.agents().collectAsync();
        CloseableIterator<AgentInterval> intervals = outputs.intervals().collectAsync();
        CloseableIterator<Alert> alerts = outputs.alerts().collectAsync();
        CloseableIterator<RejectedRecord> rejected = outputs.rejected().collectAsync();

        environment.execute();

        assertThat(all(agents))
                .extracting(AgentRow::getState)
                .containsExactly(AgentState.ON_HOLD, AgentState.AVAILABLE, AgentState.OFFLINE);
        assertThat(all(intervals))
                .extracting(AgentInterval::getEnd)
                .containsExactly(at("09:02:30"), at("09:15:00"), at("09:20:00"));
        assertThat(all(alerts)).extracting(Alert::getStatus).containsExactly(AlertStatus.FIRING, AlertStatus.RESOLVED);
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

    private static RawRecord raw(String json) {
        return RawRecord.newBuilder()
                .setStream("agent-events")
                .setPayload(ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)))
                .build();
    }
}
