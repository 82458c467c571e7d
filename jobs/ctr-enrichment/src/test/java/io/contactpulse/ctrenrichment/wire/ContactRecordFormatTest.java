package io.contactpulse.ctrenrichment.wire;

import static io.contactpulse.ctrenrichment.recorded.Ctr.at;
import static io.contactpulse.ctrenrichment.recorded.Ctr.contact;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactpulse.ctrenrichment.recorded.Ctr;
import io.contactpulse.schema.ContactRecord;
import io.contactpulse.schema.DeadLetter;
import io.contactpulse.schema.DeadLetterReason;
import io.contactpulse.schema.JourneyStep;
import io.contactpulse.schema.StepOutcome;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactRecordFormatTest {
    private static final String FULL = """
            {"AWSAccountId":"000000000000","AWSContactTraceRecordFormatVersion":"2017-03-10",
             "Agent":{"ARN":"%1$s/agent/a-1","AcceptedByAgentTimestamp":"2026-03-02T09:01:00Z","AfterContactWorkDuration":11,
               "AfterContactWorkEndTimestamp":"2026-03-02T09:03:11Z","AfterContactWorkStartTimestamp":"2026-03-02T09:03:00Z",
               "AgentInteractionDuration":"90","ConnectedToAgentTimestamp":"2026-03-02T09:01:10Z","CustomerHoldDuration":20,
               "DeviceInfo":{"PlatformName":"x","nested":[{"deep":[1,2]}]},
               "HierarchyGroups":{"Level3":null,"Level2":{"ARN":"l2","GroupName":"North"},"Level1":{"ARN":"l1","GroupName":"Europe"}},
               "LongestHoldDuration":15,"NumberOfHolds":2,"RoutingProfile":{"ARN":"r","Name":"Service"},"Username":"agent-001"},
             "AgentConnectionAttempts":2,
             "Attributes":{"journey.name":"booking","journey.steps":"menu@1772442010:OK;cut off","csat":"4","model":"X1","Model":"X2",
               "secret":"never"},
             "Channel":"VOICE","ConnectedToSystemTimestamp":"2026-03-02T09:00:00Z","ContactDetails":{},"ContactId":"c-2",
             "CustomerEndpoint":{"Address":"+49 (89) 1001","Type":"TELEPHONE_NUMBER"},"DisconnectReason":"CUSTOMER_DISCONNECT",
             "DisconnectTimestamp":"2026-03-02T09:03:00Z","ExternalThirdParty":{"ExternalThirdPartyInteractionDuration":7},
             "InitialContactId":"c-1","InitiationMethod":"TRANSFER","InitiationTimestamp":"2026-03-02T09:00:00Z",
             "InstanceARN":"%1$s","LastUpdateTimestamp":"2026-03-02T09:04:15Z","NextContactId":"c-3","PreviousContactId":"c-1",
             "Queue":{"ARN":"%1$s/queue/q-1","DequeueTimestamp":"2026-03-02T09:01:10Z","Duration":60,
               "EnqueueTimestamp":"2026-03-02T09:00:10Z","Name":"Roadside"},"Recording":null,"Recordings":[{"Location":"x"}],
             "SegmentAttributes":{"connect:Subtype":{"ValueString":"connect:Telephony"}},
             "TransferCompletedTimestamp":"2026-03-02T09:02:59Z","TransferredToEndpoint":null,"VoiceIdResult":null,"New":{"a":[{}]}}
            """.formatted(Ctr.INSTANCE);

    @Test
    void readsWhatTheRowsNeed() {
        RecordNames names = RecordNames.of("journey.name", "journey.steps", "csat", Set.of("model"));

        ContactRecord record = Decoded.of(names, List.of(FULL)).records().get(0);

        assertThat(record)
                .isEqualTo(ContactRecord.newBuilder()
                        .setAcwSeconds(11)
                        .setAcwStartedAt(at(180))
                        .setAcwEndedAt(at(191))
                        .setTalkSeconds(90)
                        .setAgentId("a-1")
                        .setAnsweredAt(at(70))
                        .setHoldSeconds(20)
                        .setTeam("North")
                        .setLongestHoldSeconds(15)
                        .setHolds(2)
                        .setRoutingProfile("Service")
                        .setAgentUsername("agent-001")
                        .setOffers(2)
                        .setAttributes(Map.of("model", "X1"))
                        .setCsat(4)
                        .setJourneyName("booking")
                        .setSteps(List.of(step("menu", 10, StepOutcome.OK)))
                        .setChannel("VOICE")
                        .setConnectedToSystemAt(at(0))
                        .setContactId("c-2")
                        .setCustomerKey(record.getCustomerKey())
                        .setDisconnectReason("CUSTOMER_DISCONNECT")
                        .setEndedAt(at(180))
                        .setExternalSeconds(7)
                        .setInitialContactId("c-1")
                        .setInitiationMethod("TRANSFER")
                        .setInitiatedAt(at(0))
                        .setInstanceId("i-1")
                        .setRegion("eu-central-1")
                        .setLastUpdatedAt(at(255))
                        .setNextContactId("c-3")
                        .setPreviousContactId("c-1")
                        .setQueueId("q-1")
                        .setDequeuedAt(at(70))
                        .setEnqueuedAt(at(10))
                        .setQueueName("Roadside")
                        .setRedacted(false)
                        .setSubtype("connect:Telephony")
                        .setTransferCompletedAt(at(179))
                        .setTransferredOut(false)
                        .build());
        assertThat(record.toString()).doesNotContain("1001", "never");
    }

    @ParameterizedTest(name = "'{0}'")
    @ValueSource(strings = {"+49 (89) 1001", "+49891001", "0049891001", "+49-89-1001"})
    void knowsACallerHoweverTheNumberIsWritten(String number) {
        String key = Decoded.one(contact("c-1").caller(number).json()).getCustomerKey();

        assertThat(key).isEqualTo("k1_" + keyOf("+49891001"));
    }

    @Test
    void prefersTheCustomersIdToTheEndpoint() {
        ContactRecord record = Decoded.one(
                contact("c-1").caller("+49891001").with("CustomerId", " crm-1 ").json());

        assertThat(record.getCustomerKey()).isEqualTo("k1_" + keyOf("crm-1"));
    }

    @Test
    void knowsAnEmailAddressInAnyCase() {
        Ctr email = contact("c-1").channel("EMAIL");
        email.tree()
                .putObject("CustomerEndpoint")
                .put("Address", "Some.One@Example.com")
                .put("Type", "EMAIL_ADDRESS");

        assertThat(Decoded.one(email.json()).getCustomerKey()).isEqualTo("k1_" + keyOf("some.one@example.com"));
    }

    @ParameterizedTest(name = "'{0}'")
    @ValueSource(strings = {"anonymous", "", "+", "Restricted"})
    void takesWithheldNumbersForNobody(String number) {
        assertThat(Decoded.one(contact("c-1").caller(number).json()).getOptionalCustomerKey())
                .isEmpty();
    }

    @Test
    void believesTheDeletionMoreThanWhatIsLeft() {
        Ctr half = contact("c-1").redacted().caller("+49891001");

        ContactRecord record = Decoded.one(half.json());

        assertThat(record.getOptionalCustomerKey()).isEmpty();
        assertThat(record.getRedacted()).isTrue();
    }

    @Test
    void masksIdentitiesInAllowedAttributes() {
        Ctr call = contact("c-1")
                .caller("+49891001")
                .attribute("note", "call +49891001 or +49 170 1234567 or me@example.com, order 12345678");

        ContactRecord record = Decoded.of(RecordNames.of("n", "s", "c", Set.of("note")), List.of(call.json()))
                .records()
                .get(0);

        assertThat(record.getAttributes())
                .isEqualTo(Map.of("note", "call [PHONE] or [PHONE] or [EMAIL], order 12345678"));
    }

    @Test
    void readsNamesOfJourneysFromWhereTheyAreConfigured() {
        Ctr call = contact("c-1").attribute("flow", "booking").attribute("path", "menu@1772442010:NOMATCH");

        ContactRecord record = Decoded.of(RecordNames.of("flow", "path", "mark", Set.of()), List.of(call.json()))
                .records()
                .get(0);

        assertThat(record.getJourneyName()).isEqualTo("booking");
        assertThat(record.getSteps()).containsExactly(step("menu", 10, StepOutcome.NOMATCH));
    }

    @ParameterizedTest(name = "'{0}'")
    @ValueSource(
            strings = {"", ";", "menu", "menu@x:OK", "@1772442010:OK", "menu@1772442010", "menu@99999999999999:OK"})
    void leavesOutPiecesThatAreNoSteps(String steps) {
        assertThat(Decoded.one(contact("c-1").attribute("journey.steps", steps).json())
                        .getSteps())
                .isEmpty();
    }

    @Test
    void takesAStepsUnknownOutcomeForUnknown() {
        assertThat(Decoded.one(contact("c-1")
                                .attribute("journey.steps", "a:b@c@1772442010:NEW")
                                .json())
                        .getSteps())
                .containsExactly(step("a:b@c", 10, StepOutcome.UNKNOWN));
    }

    @Test
    void readsOldRecordsWithNextToNothingInThem() {
        ContactRecord record =
                Decoded.one("{\"ContactId\":\"c-1\",\"LastUpdateTimestamp\":\"2026-03-02T09:00:00Z\",\"Agent\":{},"
                        + "\"Queue\":null,\"Attributes\":null,\"InitialContactId\":\"\"}");

        assertThat(record.getOptionalAgentId()).isEmpty();
        assertThat(record.getOptionalInitialContactId()).isEmpty();
        assertThat(record.getAttributes()).isEmpty();
    }

    @ParameterizedTest(name = "'{0}'")
    @ValueSource(strings = {"-5", "1e9", "99999999999", "true", "[1]", "{\"a\":1}", "\"many\"", "null"})
    void takesANonsensicalDurationForAbsent(String duration) {
        String json = contact("c-1")
                .json()
                .replace("\"AgentConnectionAttempts\":0", "\"AgentConnectionAttempts\":" + duration);

        assertThat(Decoded.one(json).getOptionalOffers()).isEmpty();
    }

    @ParameterizedTest(name = "'{0}'")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "ContactId, MISSING_KEY_FIELD, null",
                "ContactId, INVALID_KEY_FIELD, 7",
                "LastUpdateTimestamp, MISSING_KEY_FIELD, null",
                "LastUpdateTimestamp, INVALID_KEY_FIELD, \"soon\"",
                "InitialContactId, INVALID_KEY_FIELD, 7",
                "NextContactId, INVALID_KEY_FIELD, {}",
                "PreviousContactId, INVALID_KEY_FIELD, [\"c\"]",
                "PreviousContactId, BAD_CHARACTER, \"c\\u0000\"",
            })
    void refusesRecordsThatCannotBeToldApart(String field, DeadLetterReason reason, String value) throws Exception {
        Ctr call = contact("c-1");
        call.tree().set(field, new ObjectMapper().readTree(value));

        Decoded decoded = Decoded.of(
                RecordNames.defaults(), List.of(call.json(), contact("c-2").json()));

        assertThat(decoded.letters()).extracting(DeadLetter::getReason).containsExactly(reason);
        assertThat(decoded.records()).extracting(ContactRecord::getContactId).containsExactly("c-2");
    }

    private static String keyOf(String identity) {
        return Hmac.hex("contact-pulse replay", identity);
    }

    private static JourneyStep step(String code, long second, StepOutcome outcome) {
        return JourneyStep.newBuilder()
                .setCode(code)
                .setAt(at(second))
                .setOutcome(outcome)
                .build();
    }
}
