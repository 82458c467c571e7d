package io.contactpulse.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What surprises readers of real agent events happens in a simulated shift too. */
final class QuirksTest {
    private static final Recorded SHIFT = Recorded.of(Scenario.shift(1));

    @Test
    void logsSomeAgentsInWithoutSnapshots() {
        List<JsonNode> logins = SHIFT.ofType("LOGIN").toList();

        assertThat(logins).anyMatch(login -> Recorded.current(login).isNull());
        assertThat(logins).anyMatch(login -> !Recorded.current(login).isNull());
        assertThat(logins).allMatch(login -> login.get("PreviousAgentSnapshot").isNull());
    }

    @Test
    void hasNoPreviousSnapshotRightAfterALogin() {
        assertThat(pairs())
                .filteredOn(pair -> Recorded.type(pair.get(0)).equals("LOGIN"))
                .isNotEmpty()
                .allMatch(pair -> pair.get(1).get("PreviousAgentSnapshot").isNull());
    }

    @Test
    void repeatsTheLastSnapshotAsPreviousOtherwise() {
        assertThat(pairs())
                .filteredOn(pair -> !Recorded.type(pair.get(0)).equals("LOGIN"))
                .filteredOn(pair -> !Recorded.type(pair.get(1)).equals("LOGIN"))
                .allMatch(pair -> pair.get(1).get("PreviousAgentSnapshot").equals(Recorded.current(pair.get(0))));
    }

    @Test
    void beatsTheHeartTwoMinutesAfterTheLastEventAndNeverLeavesALongerSilence() {
        assertThat(pairs()).allSatisfy(pair -> {
            long silence = wholeSeconds(pair.get(1)) - wholeSeconds(pair.get(0));
            boolean heartBeat = Recorded.type(pair.get(1)).equals("HEART_BEAT");
            boolean login = Recorded.type(pair.get(1)).equals("LOGIN");
            if (heartBeat) {
                assertThat(silence).isEqualTo(120);
            } else if (!login) {
                assertThat(silence).isBetween(1L, 120L);
            }
        });
    }

    @Test
    void beatsTheHeartUpToAnHourAfterLogoutWhileOffline() {
        List<JsonNode> partTimer = SHIFT.byAgent().values().stream()
                .filter(events -> events.stream()
                        .anyMatch(event -> Recorded.type(event).equals("LOGOUT")
                                && Recorded.at(event).isBefore(Instant.parse("2026-03-02T14:00:00Z"))))
                .findFirst()
                .orElseThrow();
        JsonNode logout = partTimer.stream()
                .filter(event -> Recorded.type(event).equals("LOGOUT"))
                .findFirst()
                .orElseThrow();

        List<JsonNode> after = partTimer.subList(partTimer.indexOf(logout) + 1, partTimer.size()).stream()
                .takeWhile(event -> !Recorded.type(event).equals("LOGIN"))
                .toList();

        assertThat(after).hasSize(30).allMatch(event -> Recorded.type(event).equals("HEART_BEAT"));
        assertThat(after).allMatch(event -> Recorded.status(event).equals("Offline"));
    }

    @Test
    void repeatsTheSecondsAsMillisecondsForMostEvents() {
        long repeating = SHIFT.events().stream()
                .map(event -> event.get("EventTimestamp").textValue())
                .filter(stamp -> stamp.substring(17, 19).equals(stamp.substring(21, 23)) && stamp.charAt(20) == '0')
                .count();

        assertThat(repeating)
                .isBetween(SHIFT.events().size() / 2L, SHIFT.events().size() * 9L / 10);
    }

    @Test
    void givesAgentsOwnQueuesNoName() {
        assertThat(contacts().map(contact -> contact.get("Queue")))
                .filteredOn(queue -> queue.get("ARN").textValue().contains("/queue/agent/"))
                .isNotEmpty()
                .allMatch(queue -> queue.get("Name").isNull());
    }

    @Test
    void hasAgentsWithAndWithoutHierarchy() {
        assertThat(SHIFT.events().stream()
                        .map(Recorded::current)
                        .filter(current -> !current.isNull())
                        .map(current -> current.at("/Configuration/AgentHierarchyGroups")
                                .isNull())
                        .distinct())
                .containsExactlyInAnyOrder(true, false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INCOMING",
                "PENDING",
                "CONNECTING",
                "CONNECTED",
                "CONNECTED_ONHOLD",
                "MISSED",
                "PAUSED",
                "REJECTED",
                "ERROR",
                "ENDED"
            })
    void bringsContactsIntoEveryState(String state) {
        assertThat(contacts().map(contact -> contact.get("State").textValue())).contains(state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Available", "Lunch", "Break", "Training", "Coaching", "Error", "Offline"})
    void bringsAgentsIntoEveryStatus(String status) {
        assertThat(SHIFT.events().stream().map(Recorded::status)).contains(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INBOUND", "OUTBOUND", "CALLBACK", "TRANSFER", "QUEUE_TRANSFER", "API"})
    void beginsContactsInEveryWay(String method) {
        assertThat(contacts().map(contact -> contact.get("InitiationMethod").textValue()))
                .contains(method);
    }

    @ParameterizedTest
    @ValueSource(strings = {"VOICE", "CHAT", "TASK"})
    void usesEveryChannel(String channel) {
        assertThat(contacts().map(contact -> contact.get("Channel").textValue()))
                .contains(channel);
    }

    @Test
    void givesChatAgentsSeveralContactsAtOnceAndFewerFreeSlots() {
        Predicate<JsonNode> threeChats = event -> Recorded.contacts(event).count() == 3;

        assertThat(SHIFT.events())
                .filteredOn(threeChats)
                .isNotEmpty()
                .allSatisfy(event -> assertThat(Recorded.current(event)
                                .at("/Configuration/RoutingProfile/Concurrency/0/AvailableSlots")
                                .intValue())
                        .isZero());
    }

    @Test
    void staysAvailableWhileOnACall() {
        Stream<JsonNode> onACall = SHIFT.events().stream()
                .filter(event -> Recorded.contacts(event).findAny().isPresent());

        assertThat(onACall.map(Recorded::status).collect(Collectors.toSet())).containsExactly("Available");
    }

    @Test
    void announcesTheNextStatusDuringACallAndTakesItUpWhenTheCallIsCleared() {
        List<List<JsonNode>> takenUp = pairs().stream()
                .filter(pair ->
                        Recorded.current(pair.get(0)).path("NextAgentStatus").isObject())
                .filter(pair -> !Recorded.status(pair.get(1)).equals("Available"))
                .toList();

        assertThat(takenUp).isNotEmpty().allSatisfy(pair -> {
            assertThat(Recorded.status(pair.get(1)))
                    .isEqualTo(Recorded.current(pair.get(0))
                            .at("/NextAgentStatus/Name")
                            .textValue());
            assertThat(Recorded.contacts(pair.get(0))).hasSize(1);
            assertThat(Recorded.contacts(pair.get(1))).isEmpty();
        });
    }

    @Test
    void changesRoutingProfiles() {
        assertThat(SHIFT.byAgent().values())
                .anyMatch(events -> events.stream()
                                .map(event -> Recorded.current(event)
                                        .at("/Configuration/RoutingProfile/Name")
                                        .asText(""))
                                .filter(name -> !name.isEmpty())
                                .distinct()
                                .count()
                        == 2);
    }

    @Test
    void staggersLoginsAndLogouts() {
        assertThat(SHIFT.ofType("LOGIN").map(Recorded::at).distinct()).hasSizeGreaterThan(20);
        assertThat(SHIFT.ofType("LOGOUT").map(Recorded::at).distinct()).hasSizeGreaterThan(20);
    }

    @Test
    void isQuieterAtLunchThanInTheMorning() {
        long morning = offersIn("2026-03-02T09:30:00Z");
        long lunch = offersIn("2026-03-02T11:30:00Z");

        assertThat(lunch).isLessThan(morning * 9 / 10);
    }

    private static long offersIn(String hourStart) {
        Instant from = Instant.parse(hourStart);
        return contacts()
                .filter(contact -> contact.get("State").textValue().equals("CONNECTING"))
                .filter(contact -> {
                    Instant start = Recorded.time(contact, "StateStartTimestamp");
                    return !start.isBefore(from) && start.isBefore(from.plus(Duration.ofHours(1)));
                })
                .map(contact -> contact.get("ContactId").textValue())
                .distinct()
                .count();
    }

    private static Stream<JsonNode> contacts() {
        return SHIFT.events().stream().flatMap(Recorded::contacts);
    }

    private static long wholeSeconds(JsonNode event) {
        return Recorded.at(event).getEpochSecond();
    }

    /** Each event with the next one of its agent. */
    private static List<List<JsonNode>> pairs() {
        return SHIFT.byAgent().values().stream()
                .flatMap(events -> StreamSupport.stream(
                        Stream.iterate(0, index -> index < events.size() - 1, index -> index + 1)
                                .map(index -> events.subList(index, index + 2))
                                .spliterator(),
                        false))
                .toList();
    }
}
