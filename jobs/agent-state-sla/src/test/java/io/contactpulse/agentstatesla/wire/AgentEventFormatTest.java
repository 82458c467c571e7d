package io.contactpulse.agentstatesla.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.jobruntime.decode.DecodeRecord;
import io.contactpulse.jobruntime.decode.WriterSchemas;
import io.contactpulse.jobruntime.source.FutureCap;
import io.contactpulse.schema.AgentContact;
import io.contactpulse.schema.AgentEvent;
import io.contactpulse.schema.AgentEventType;
import io.contactpulse.schema.AgentKind;
import io.contactpulse.schema.AgentQueue;
import io.contactpulse.schema.AgentSnapshot;
import io.contactpulse.schema.AgentStateChange;
import io.contactpulse.schema.AgentStatusType;
import io.contactpulse.schema.AiActivity;
import io.contactpulse.schema.ContactState;
import io.contactpulse.schema.DeadLetterReason;
import io.contactpulse.schema.RawRecord;
import io.contactpulse.schema.RejectedRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.stream.Collectors;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AgentEventFormatTest {
    private static final String INSTANCE = "arn:aws:connect:eu-central-1:000000000000:instance/i-1";
    private static final String FULL = """
            {"AWSAccountId":"000000000000","AgentARN":"%s/agent/a-1",
             "CurrentAgentSnapshot":{
               "AgentStatus":{"ARN":"x","Name":"Available","StartTimestamp":"2026-03-02T08:00:00.000Z","Type":"ROUTABLE"},
               "NextAgentStatus":{"ARN":"y","Name":"Lunch","EnqueuedTimestamp":"2026-03-02T08:59:00.000Z"},
               "Configuration":{"Username":"agent-001","FirstName":"First","LastName":"Last","Unknown":{"deep":[1,{"a":2}]},
                 "AgentHierarchyGroups":{"Level2":{"ARN":"l2","Name":"North"},"Level1":{"ARN":"l1","Name":"Europe"},"Level3":null},
                 "RoutingProfile":{"ARN":"r","Name":"Service","InboundQueues":[{"ARN":"%s/queue/q-1","Name":"not the profile's name"},{"ARN":"%s/queue/q-2","Name":null,"Channels":["CHAT"]}],
                 "Concurrency":[{"Channel":"VOICE","AvailableSlots":1,"MaximumSlots":1},{"Channel":"CHAT","MaximumSlots":3}]}},
               "Contacts":[{"ContactId":"c-1","InitialContactId":null,"Channel":"VOICE","InitiationMethod":"INBOUND",
                 "State":"CONNECTED","StateStartTimestamp":"2026-03-02T08:59:30.030Z",
                 "ConnectedToAgentTimestamp":"2026-03-02T08:59:29.000Z","QueueTimestamp":"2026-03-02T08:58:00.000Z","Queue":{"ARN":"%s/queue/q-1","Name":"Roadside","Channels":["VOICE"]}},
                 {"ContactId":"c-2","Channel":"CHAT","State":"A_NEW_STATE","StateStartTimestamp":null,
                 "Queue":{"ARN":"%s/queue/agent/a-1","Name":null}}]},
             "EventId":"e-1","EventTimestamp":"2026-03-02T09:00:00.000Z","EventType":"STATE_CHANGE","InstanceARN":"%s",
             "PreviousAgentSnapshot":{"AgentStatus":{"Name":"Previous"},"Contacts":[{"ContactId":"old"}]},"Version":"2019-05-25"}
            """.formatted(INSTANCE, INSTANCE, INSTANCE, INSTANCE, INSTANCE, INSTANCE);

    @Test
    void readsWhatAnEventSaysOfTheAgentNow() throws Exception {
        AgentEvent event = decoded(FULL);

        assertThat(event)
                .isEqualTo(AgentEvent.newBuilder()
                        .setEventId("e-1")
                        .setEventType(AgentEventType.STATE_CHANGE)
                        .setAt(Instant.parse("2026-03-02T09:00:00Z"))
                        .setArrivedAt(Instant.parse("2026-03-02T09:00:01Z"))
                        .setAgentId("a-1")
                        .setAgentArn(INSTANCE + "/agent/a-1")
                        .setInstanceId("i-1")
                        .setAgentKind(AgentKind.HUMAN)
                        .setSnapshot(AgentSnapshot.newBuilder()
                                .setUsername("agent-001")
                                .setRoutingProfile("Service")
                                .setTeam("North")
                                .setSite("Europe")
                                .setGroups(List.of("Europe", "North"))
                                .setNextStatusName("Lunch")
                                .setNextStatusSince(Instant.parse("2026-03-02T08:59:00Z"))
                                .setQueues(List.of(
                                        AgentQueue.newBuilder()
                                                .setQueueId("q-1")
                                                .setQueueName("not the profile's name")
                                                .build(),
                                        AgentQueue.newBuilder()
                                                .setQueueId("q-2")
                                                .build()))
                                .setSlots(3)
                                .setStatusName("Available")
                                .setStatusType(AgentStatusType.ROUTABLE)
                                .setStatusStartedAt(Instant.parse("2026-03-02T08:00:00Z"))
                                .setContacts(List.of(
                                        AgentContact.newBuilder()
                                                .setContactId("c-1")
                                                .setChannel("VOICE")
                                                .setQueueId("q-1")
                                                .setQueueName("Roadside")
                                                .setState(ContactState.CONNECTED)
                                                .setStateStartedAt(Instant.parse("2026-03-02T08:59:30.030Z"))
                                                .setConnectedAt(Instant.parse("2026-03-02T08:59:29Z"))
                                                .setQueuedAt(Instant.parse("2026-03-02T08:58:00Z"))
                                                .setInitiationMethod("INBOUND")
                                                .build(),
                                        AgentContact.newBuilder()
                                                .setContactId("c-2")
                                                .setChannel("CHAT")
                                                .setQueueId("a-1")
                                                .setState(ContactState.UNKNOWN)
                                                .build()))
                                .build())
                        .build());
    }

    @Test
    void readsALoginWithoutSnapshots() throws Exception {
        AgentEvent event = decoded("""
                {"AgentARN":"%s/agent/a-1","CurrentAgentSnapshot":null,"EventId":"e","EventTimestamp":"2026-03-02T09:00:00Z",
                 "EventType":"LOGIN","InstanceARN":"%s","PreviousAgentSnapshot":null,"Version":"2017-10-01"}""".formatted(INSTANCE, INSTANCE));

        assertThat(event.getEventType()).isEqualTo(AgentEventType.LOGIN);
        assertThat(event.getOptionalSnapshot()).isEmpty();
    }

    @Test
    void readsTheOldVersionWhichNamesNoTypes() throws Exception {
        AgentEvent event = decoded("""
                {"AgentARN":"%s/agent/a-1","CurrentAgentSnapshot":{"AgentStatus":{"ARN":"x","Name":"Lunch","StartTimestamp":"oops"},
                 "Configuration":{"AgentHierarchyGroups":null,"RoutingProfile":null,"Username":17},"Contacts":null},
                 "EventId":"e","EventTimestamp":"2026-03-02T09:00:00Z","EventType":"NEW_TYPE","InstanceARN":"%s"}""".formatted(INSTANCE, INSTANCE));

        AgentSnapshot snapshot = event.getOptionalSnapshot().orElseThrow();
        assertThat(event.getEventType()).isEqualTo(AgentEventType.UNKNOWN);
        assertThat(snapshot.getStatusType()).isEqualTo(AgentStatusType.UNKNOWN);
        assertThat(snapshot.getOptionalStatusStartedAt()).isEmpty();
        assertThat(snapshot.getOptionalUsername()).isEmpty();
        assertThat(snapshot.getOptionalTeam()).isEmpty();
        assertThat(snapshot.getContacts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | null null []",
                "{\"Level1\":null} | null null []",
                "{\"Level3\":{\"Name\":\"c\"}} | c c [c]",
                "{\"Level3\":{\"Name\":\"c\"},\"Level1\":{\"Name\":\"a\"},\"Level2\":{\"Name\":\"b\"}} | a c [a, b, c]",
                "{\"Level5\":{\"Name\":\"e\"},\"Level4\":null,\"Level2\":{\"Name\":\"b\"},\"Level1\":null} | b e [b, e]",
                "{\"Level2\":{\"ARN\":\"l2\"},\"Level1\":{\"Name\":\"a\"},\"Level3\":7} | a a [a]"
            })
    void readsTheGroupsOfTheHierarchyFromTheHighestDown(String levels, String expected) throws Exception {
        String json = FULL.replace(
                "{\"Level2\":{\"ARN\":\"l2\",\"Name\":\"North\"},\"Level1\":{\"ARN\":\"l1\",\"Name\":\"Europe\"},\"Level3\":null}",
                levels);
        assertThat(json).isNotEqualTo(FULL);

        AgentSnapshot snapshot = decoded(json).getOptionalSnapshot().orElseThrow();

        assertThat(snapshot.getSite() + " " + snapshot.getTeam() + " " + snapshot.getGroups())
                .isEqualTo(expected);
    }

    /** Each replacement puts a value of a wrong type where the event has a good one: that field is left out, no other. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"NextAgentStatus\":{          | \"NextAgentStatus\":7,\"Other\":{          | site=Europe next=null since=null queues=2 slots=3",
                "\"Name\":\"Lunch\"           | \"Name\":{\"a\":1}                       | site=Europe next=null since=2026-03-02T08:59:00Z queues=2 slots=3",
                "\"2026-03-02T08:59:00.000Z\"   | \"yesterday\"                             | site=Europe next=Lunch since=null queues=2 slots=3",
                "\"InboundQueues\":[            | \"InboundQueues\":17,\"Other\":[           | site=Europe next=Lunch since=2026-03-02T08:59:00Z queues=0 slots=3",
                "{\"ARN\":\"%s/queue/q-2\",   | {\"ARN\":[1],                             | site=Europe next=Lunch since=2026-03-02T08:59:00Z queues=1 slots=3",
                "\"Concurrency\":[              | \"Concurrency\":[null,5,                   | site=Europe next=Lunch since=2026-03-02T08:59:00Z queues=2 slots=3",
                "\"MaximumSlots\":3             | \"MaximumSlots\":\"many\"                | site=Europe next=Lunch since=2026-03-02T08:59:00Z queues=2 slots=1",
                "\"MaximumSlots\":3             | \"MaximumSlots\":99999999999               | site=Europe next=Lunch since=2026-03-02T08:59:00Z queues=2 slots=null",
                "{\"ARN\":\"l1\",\"Name\":\"Europe\"} | null                                | site=North next=Lunch since=2026-03-02T08:59:00Z queues=2 slots=3"
            })
    void leavesOutWhatHasAWrongType(String good, String bad, String expected) throws Exception {
        String json = FULL.replace(good.replace("%s", INSTANCE), bad);
        assertThat(json).isNotEqualTo(FULL);

        AgentSnapshot snapshot = decoded(json).getOptionalSnapshot().orElseThrow();

        assertThat("site=" + snapshot.getSite() + " next=" + snapshot.getNextStatusName() + " since="
                        + snapshot.getNextStatusSince() + " queues="
                        + snapshot.getQueues().size() + " slots=" + snapshot.getSlots())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"QueueTimestamp,2026-03-02T08:58:00.000Z", "ConnectedToAgentTimestamp,2026-03-02T08:59:29.000Z"})
    void leavesOutAContactsTimeThatIsNone(String field, String good) throws Exception {
        String json = FULL.replace("\"" + field + "\":\"" + good + "\"", "\"" + field + "\":12");
        assertThat(json).isNotEqualTo(FULL);

        AgentContact contact =
                decoded(json).getOptionalSnapshot().orElseThrow().getContacts().get(0);

        assertThat(field.equals("QueueTimestamp") ? contact.getOptionalQueuedAt() : contact.getOptionalConnectedAt())
                .isEmpty();
        assertThat(contact.getOptionalInitiationMethod()).contains("INBOUND");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"AgentARN\"            | \"Other\"                 | MISSING_KEY_FIELD | AgentARN",
                "\"InstanceARN\"         | \"Other\"                 | MISSING_KEY_FIELD | InstanceARN",
                "\"EventId\"             | \"Other\"                 | MISSING_KEY_FIELD | EventId",
                "\"EventType\"           | \"Other\"                 | MISSING_KEY_FIELD | EventType",
                "\"EventTimestamp\"      | \"Other\"                 | MISSING_KEY_FIELD | EventTimestamp",
                "\"ContactId\":\"c-1\"   | \"Other\":\"c-1\"         | MISSING_KEY_FIELD | ContactId",
                "\"ContactId\":\"c-1\"   | \"ContactId\":1           | INVALID_KEY_FIELD | ContactId",
                "\"EventId\":\"e-1\"     | \"EventId\":null          | MISSING_KEY_FIELD | EventId",
                "\"EventId\":\"e-1\"     | \"EventId\":\"\\u0000\"   | BAD_CHARACTER     | EventId",
                "2026-03-02T09:00:00.000Z | yesterday                | INVALID_KEY_FIELD | EventTimestamp",
                "2026-03-02T09:00:00.000Z | 2026-03-02T09:05:01.001Z | FUTURE_TIMESTAMP  | ahead"
            })
    void refusesAnEventWithoutItsKeyFields(String good, String bad, DeadLetterReason reason, String named)
            throws Exception {
        String json = FULL.replace(good, bad);
        assertThat(json).isNotEqualTo(FULL);

        RejectedRecord rejected = rejected(json);

        assertThat(rejected.getLetter().getReason()).isEqualTo(reason);
        assertThat(rejected.getLetter().getMessage()).contains(named);
    }

    @ParameterizedTest
    @EnumSource(AiActivity.class)
    void givesAnAiAgentTheStatusOfItsActivity(AiActivity activity) throws Exception {
        AgentStateChange change = AgentStateChange.newBuilder()
                .setEventId("e-1")
                .setAt(Instant.parse("2026-03-02T09:00:00Z"))
                .setAgentArn(INSTANCE + "/ai-agent/bot-1")
                .setInstanceArn(INSTANCE)
                .setActivity(activity)
                .setTeam("Bots")
                .build();

        AgentEvent event = new AgentEventFormat().fromAvro(raw("{}"), change);

        assertThat(event.getAgentKind()).isEqualTo(AgentKind.AI);
        assertThat(event.getAgentId()).isEqualTo("bot-1");
        AgentSnapshot snapshot = event.getOptionalSnapshot().orElseThrow();
        assertThat(snapshot.getStatusType())
                .isEqualTo(activity == AiActivity.IDLE ? AgentStatusType.ROUTABLE : AgentStatusType.CUSTOM);
        assertThat(snapshot.getOptionalStatusName().orElseThrow().toLowerCase(Locale.ROOT))
                .isEqualTo(
                        activity == AiActivity.IDLE
                                ? "available"
                                : activity.name().replace("_", "").toLowerCase(Locale.ROOT));
    }

    private static AgentEvent decoded(String json) throws Exception {
        try (OneInputStreamOperatorTestHarness<RawRecord, AgentEvent> harness = harness()) {
            harness.processElement(raw(json), 0);
            assertThat(harness.getSideOutput(DecodeRecord.REJECTED)).isNull();
            return harness.extractOutputValues().get(0);
        }
    }

    private static RejectedRecord rejected(String json) throws Exception {
        try (OneInputStreamOperatorTestHarness<RawRecord, AgentEvent> harness = harness()) {
            harness.processElement(raw(json), 0);
            assertThat(harness.extractOutputValues()).isEmpty();
            Queue<StreamRecord<RejectedRecord>> rejected = harness.getSideOutput(DecodeRecord.REJECTED);
            return rejected.stream()
                    .map(StreamRecord::getValue)
                    .collect(Collectors.toList())
                    .get(0);
        }
    }

    private static OneInputStreamOperatorTestHarness<RawRecord, AgentEvent> harness() throws Exception {
        return ProcessFunctionTestHarnesses.forProcessFunction(
                new DecodeRecord<>(new AgentEventFormat(), WriterSchemas.none(), FutureCap.of(Duration.ofMinutes(5))));
    }

    private static RawRecord raw(String json) {
        return RawRecord.newBuilder()
                .setStream("agent-events")
                .setArrivedAt(Instant.parse("2026-03-02T09:00:01Z"))
                .setPayload(ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)))
                .build();
    }
}
