package io.contactpulse.agentstatesla.domain;

import static io.contactpulse.testkit.AgentEvents.anAgentEvent;
import static io.contactpulse.testkit.Moments.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.schema.AgentEventType;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.AgentStatusType;
import io.contactpulse.schema.ContactState;
import io.contactpulse.schema.TrackedAgent;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentTrackerTest {

    @ParameterizedTest
    @CsvSource({
        "INCOMING,RINGING", "PENDING,RINGING", "CONNECTING,RINGING", "CONNECTED,ON_CONTACT",
        "CONNECTED_ONHOLD,ON_HOLD", "MISSED,MISSED", "PAUSED,PAUSED", "REJECTED,REJECTED",
        "ERROR,ERROR", "ENDED,ACW", "UNKNOWN,AVAILABLE"
    })
    void takesTheStateFromTheContact(ContactState contact, AgentState expected) {
        Life life = new Life().happens(anAgentEvent().holding("c1", contact));

        assertThat(life.row().getState()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Hotline open,ROUTABLE,AVAILABLE,", "Lunch,CUSTOM,CUSTOM,Lunch", "Feierabend,OFFLINE,OFFLINE,",
        "Error,ROUTABLE,ERROR,", "Error,CUSTOM,ERROR,", "Available,UNKNOWN,AVAILABLE,",
        "Offline,UNKNOWN,OFFLINE,", "Lunch,UNKNOWN,CUSTOM,Lunch"
    })
    void takesTheStateFromTheStatusOfAnIdleAgent(
            String name, AgentStatusType type, AgentState expected, String customStatus) {
        Life life = new Life().happens(anAgentEvent().inStatus(name, type));

        assertThat(life.row().getState()).isEqualTo(expected);
        assertThat(life.row().getOptionalCustomStatus()).isEqualTo(Optional.ofNullable(customStatus));
    }

    @Test
    void countsTheHighestOfSeveralContacts() {
        Life life = new Life()
                .happens(anAgentEvent()
                        .holding("c1", ContactState.ENDED)
                        .holding("c2", ContactState.CONNECTED_ONHOLD)
                        .holding("c3", ContactState.CONNECTED));

        assertThat(life.row().getState()).isEqualTo(AgentState.ON_HOLD);
        assertThat(life.row().getContacts()).extracting("contactId").containsExactly("c1", "c2", "c3");
    }

    @Test
    void neitherRestartsNorSplitsAStateThatStays() {
        Life life = new Life()
                .happens(anAgentEvent().at(at("09:00:00")))
                .happens(anAgentEvent().at(at("09:05:00")).withRoutingProfile("other"))
                .happens(anAgentEvent().at(at("09:07:00")).ofType(AgentEventType.HEART_BEAT))
                .happens(anAgentEvent().at(at("09:10:00")).holding("c1", ContactState.CONNECTED));

        assertThat(life.timeline()).containsExactly("09:00:00–09:10:00 AVAILABLE 0");
        assertThat(life.rows)
                .extracting("stateStart")
                .containsExactly(at("09:00:00"), at("09:00:00"), at("09:00:00"), at("09:10:00"));
    }

    @Test
    void splitsAtQuarterHoursAlsoWithoutAnyEvent() {
        Life life = new Life()
                .happens(anAgentEvent().at(at("09:10:00")))
                .timePassesUntil(at("09:31:00"))
                .happens(anAgentEvent().at(at("09:40:00")).offline());

        assertThat(life.timeline())
                .containsExactly(
                        "09:10:00–09:15:00 AVAILABLE 0",
                        "09:15:00–09:30:00 AVAILABLE 0",
                        "09:30:00–09:40:00 AVAILABLE 0");
    }

    @Test
    void neverWritesAZeroLengthInterval() {
        Life life = new Life()
                .happens(anAgentEvent().at(at("09:00:00")).withId("a"))
                .happens(anAgentEvent().at(at("09:00:00")).withId("b").holding("c1", ContactState.CONNECTING))
                .happens(anAgentEvent().at(at("09:15:00")).holding("c1", ContactState.CONNECTED));

        assertThat(life.timeline()).containsExactly("09:00:00–09:15:00 RINGING 0");
    }

    @Test
    void showsHowManyContactsWereConnectedAtOnce() {
        Life life = new Life()
                .happens(anAgentEvent().at(at("09:01:00")).holding("c1", ContactState.CONNECTED))
                .happens(anAgentEvent()
                        .at(at("09:02:00"))
                        .holding("c1", ContactState.CONNECTED)
                        .holding("c2", ContactState.CONNECTED))
                .happens(anAgentEvent().at(at("09:03:00")).holding("c1", ContactState.CONNECTED))
                .timePassesUntil(at("09:30:00"))
                .happens(anAgentEvent().at(at("09:31:00")));

        assertThat(life.timeline())
                .containsExactly(
                        "09:01:00–09:15:00 ON_CONTACT 2",
                        "09:15:00–09:30:00 ON_CONTACT 1",
                        "09:30:00–09:31:00 ON_CONTACT 1");
    }

    @Test
    void rewritesAQuarterHourThatEndedBeforeItsStateWasKnownToEnd() {
        Life life = new Life()
                .happens(anAgentEvent().at(at("09:10:00")))
                .timePassesUntil(at("09:15:00"))
                .happens(anAgentEvent().at(at("09:14:58")).holding("c1", ContactState.CONNECTING))
                .timePassesUntil(at("09:15:01"));

        assertThat(life.timeline())
                .containsExactly(
                        "09:10:00–09:15:00 AVAILABLE 0",
                        "09:10:00–09:14:58 AVAILABLE 0",
                        "09:14:58–09:15:00 RINGING 0");
        assertThat(life.intervals).extracting("version").isSorted().doesNotHaveDuplicates();
    }

    @Test
    void withdrawsAQuarterHourThatWasNotPartOfTheShift() {
        Life life = new Life()
                .happens(anAgentEvent().at(at("09:10:00")))
                .timePassesUntil(at("09:30:00"))
                .happens(anAgentEvent().at(at("09:14:00")).offline());

        assertThat(life.timeline())
                .containsExactly(
                        "09:10:00–09:15:00 AVAILABLE 0",
                        "09:15:00–09:30:00 AVAILABLE 0",
                        "09:15:00–09:30:00 AVAILABLE 0 deleted",
                        "09:10:00–09:14:00 AVAILABLE 0");
        assertThat(life.intervals).extracting("version").isSorted().doesNotHaveDuplicates();
    }

    @Test
    void opensAnUnknownStateOnLoginWithoutSnapshots() {
        Life life = new Life()
                .happens(anAgentEvent()
                        .at(at("09:00:00"))
                        .ofType(AgentEventType.LOGIN)
                        .withoutSnapshot())
                .happens(anAgentEvent().at(at("09:00:05")));

        assertThat(life.timeline()).containsExactly("09:00:00–09:00:05 UNKNOWN 0");
        assertThat(life.row().getState()).isEqualTo(AgentState.AVAILABLE);
    }

    @Test
    void endsEverythingOnLogout() {
        Life life = new Life(Life.rule("hold", AgentState.ON_HOLD, Duration.ofMinutes(1), null))
                .happens(anAgentEvent().at(at("09:00:00")).holding("c1", ContactState.CONNECTED_ONHOLD))
                .happens(anAgentEvent()
                        .at(at("09:02:00"))
                        .ofType(AgentEventType.LOGOUT)
                        .withoutSnapshot());

        assertThat(life.row().getState()).isEqualTo(AgentState.OFFLINE);
        assertThat(life.row().getContacts()).isEmpty();
        assertThat(life.timeline()).containsExactly("09:00:00–09:02:00 ON_HOLD 1");
        assertThat(life.story()).containsExactly("1 RAISED WARN 09:01:00", "2 CLEARED WARN 09:02:00");
        assertThat(life.agent().getOptionalDueAt()).isEmpty();
    }

    @Test
    void opensNothingAfterLogoutButByLogin() {
        Life life = new Life()
                .happens(anAgentEvent().at(at("09:00:00")))
                .happens(anAgentEvent().at(at("09:10:00")).ofType(AgentEventType.LOGOUT))
                .happens(anAgentEvent().at(at("09:12:00")).ofType(AgentEventType.HEART_BEAT))
                .happens(anAgentEvent().at(at("09:13:00")))
                .happens(anAgentEvent().at(at("09:14:00")).ofType(AgentEventType.LOGIN));

        assertThat(life.rows)
                .extracting("state")
                .containsExactly(
                        AgentState.AVAILABLE,
                        AgentState.OFFLINE,
                        AgentState.OFFLINE,
                        AgentState.OFFLINE,
                        AgentState.AVAILABLE);
        assertThat(life.timeline()).containsExactly("09:00:00–09:10:00 AVAILABLE 0");
    }

    @Test
    void takesAHeartBeatForNoPresenceOnceTheAgentIsOffline() {
        Life life = new Life()
                .happens(anAgentEvent().at(at("09:00:00")).offline())
                .happens(anAgentEvent().at(at("09:02:00")).ofType(AgentEventType.HEART_BEAT))
                .happens(anAgentEvent().at(at("09:03:00")));

        assertThat(life.rows)
                .extracting("state")
                .containsExactly(AgentState.OFFLINE, AgentState.OFFLINE, AgentState.AVAILABLE);
    }

    @Test
    void givesEveryRowAHigherVersionAlsoWithinOneMillisecond() {
        Life life = new Life()
                .happens(anAgentEvent().at(at("09:00:00")).withId("a"))
                .happens(anAgentEvent().at(at("09:00:00")).withId("b"))
                .happens(anAgentEvent().at(at("09:00:01")));

        long nine = at("09:00:00").toEpochMilli();
        assertThat(life.rows).extracting("version").containsExactly(nine, nine + 1, nine + 1000);
    }

    @Test
    void tellsRepeatedAndLateEventsFromNewOnes() {
        AgentTracker tracker = AgentTracker.of(Schedule.none());
        Life life = new Life()
                .happens(anAgentEvent().at(at("09:00:00")).withId("a"))
                .happens(anAgentEvent().at(at("09:05:00")).withId("b"));
        Optional<TrackedAgent> known = Optional.of(life.agent());

        assertThat(tracker.judge(
                        known, anAgentEvent().at(at("09:00:00")).withId("a").build()))
                .isEqualTo(AgentTracker.Arrival.REPEATED);
        assertThat(tracker.judge(
                        known, anAgentEvent().at(at("09:04:00")).withId("c").build()))
                .isEqualTo(AgentTracker.Arrival.LATE);
        assertThat(tracker.judge(
                        known, anAgentEvent().at(at("09:05:00")).withId("d").build()))
                .isEqualTo(AgentTracker.Arrival.NEW);
    }
}
