package io.contactpulse.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing happens that Connect could not report. */
final class StateMachineTest {
    private static final String ABSENT = "ABSENT";
    private static final Map<String, Set<String>> FOLLOWERS = Map.of(
            ABSENT,
            Set.of("INCOMING", "PENDING", "CONNECTING"),
            "INCOMING",
            Set.of("CONNECTING", "ERROR"),
            "PENDING",
            Set.of("CONNECTING", "ERROR"),
            "CONNECTING",
            Set.of("CONNECTED", "MISSED", "REJECTED", "ERROR"),
            "CONNECTED",
            Set.of("CONNECTED_ONHOLD", "PAUSED", "ENDED"),
            "CONNECTED_ONHOLD",
            Set.of("CONNECTED", "ENDED"),
            "PAUSED",
            Set.of("CONNECTED", "ENDED"),
            "ENDED",
            Set.of(ABSENT),
            "MISSED",
            Set.of(ABSENT));
    private static final Set<String> CLEARED_FROM = Set.of("ENDED", "MISSED", "REJECTED", "ERROR");

    static Stream<Scenario> scenarios() {
        Scenario shift = Scenario.shift(1).withAgents(30);
        return Stream.of(
                shift,
                Scenario.shift(2).withAgents(40).withLength(Duration.ofHours(2)).withBreaches(60),
                Scenario.shift(3)
                        .withAgents(20)
                        .withPace(20)
                        .withLength(Duration.ofMinutes(20))
                        .withWarmUp(Duration.ofHours(1)),
                Scenario.shift(4).withPace(0.3).withLength(Duration.ofHours(6)),
                Scenario.shift(6)
                        .withAgents(60)
                        .withLength(Duration.ofMinutes(40))
                        .withStorms(List.of(Duration.ofMinutes(10), Duration.ofMinutes(14), Duration.ofMinutes(30))),
                Scenario.shift(5).withAgents(1).withLength(Duration.ofMinutes(3)));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void movesContactsOnlyAsConnectDoes(Scenario scenario) {
        Recorded.of(scenario).byAgent().forEach((agent, events) -> {
            Map<String, String> before = new LinkedHashMap<>();
            for (JsonNode event : events) {
                Map<String, String> now = states(event);
                now.forEach((contact, state) -> assertFollows(before.getOrDefault(contact, ABSENT), state));
                before.forEach((contact, state) -> {
                    if (!now.containsKey(contact)) {
                        assertThat(CLEARED_FROM).contains(state);
                    }
                });
                before.clear();
                before.putAll(now);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void saysNothingOfAnAgentBeforeTheFirstLogin(Scenario scenario) {
        assertThat(Recorded.of(scenario).byAgent().values())
                .hasSizeLessThanOrEqualTo(scenario.agents())
                .allMatch(events -> Recorded.type(events.get(0)).equals("LOGIN"));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void alternatesLoginAndLogout(Scenario scenario) {
        assertThat(Recorded.of(scenario).byAgent().values()).allSatisfy(events -> {
            List<String> changes = events.stream()
                    .map(Recorded::type)
                    .filter(type -> type.startsWith("LOG"))
                    .toList();
            for (int index = 0; index < changes.size(); index++) {
                assertThat(changes.get(index)).isEqualTo(index % 2 == 0 ? "LOGIN" : "LOGOUT");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void letsTimesOfAnAgentOnlyGrow(Scenario scenario) {
        assertThat(Recorded.of(scenario).byAgent().values()).allSatisfy(events -> {
            for (int index = 1; index < events.size(); index++) {
                assertThat(Recorded.at(events.get(index))).isAfter(Recorded.at(events.get(index - 1)));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void neverStartsAStateAfterTheEventThatReportsIt(Scenario scenario) {
        assertThat(Recorded.of(scenario).events()).allSatisfy(event -> {
            assertThat(Recorded.contacts(event))
                    .allSatisfy(contact -> assertThat(Recorded.time(contact, "StateStartTimestamp"))
                            .isBeforeOrEqualTo(Recorded.at(event)));
            if (!Recorded.current(event).isNull()) {
                assertThat(Recorded.time(Recorded.current(event).get("AgentStatus"), "StartTimestamp"))
                        .isBeforeOrEqualTo(Recorded.at(event));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void usesEachEventIdOnce(Scenario scenario) {
        assertThat(Recorded.of(scenario).events().stream()
                        .map(event -> event.get("EventId").textValue()))
                .doesNotHaveDuplicates();
    }

    private static void assertFollows(String before, String now) {
        if (!before.equals(now)) {
            assertThat(FOLLOWERS.getOrDefault(before, Set.of()))
                    .as("what may follow %s", before)
                    .contains(now);
        }
    }

    private static Map<String, String> states(JsonNode event) {
        return Recorded.contacts(event)
                .collect(Collectors.toMap(
                        contact -> contact.get("ContactId").textValue(),
                        contact -> contact.get("State").textValue()));
    }
}
