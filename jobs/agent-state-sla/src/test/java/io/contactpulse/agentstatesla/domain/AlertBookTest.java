package io.contactpulse.agentstatesla.domain;

import static io.contactpulse.testkit.AgentEvents.anAgentEvent;
import static io.contactpulse.testkit.Moments.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.agentstatesla.domain.rules.Rule;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.AgentStatusType;
import io.contactpulse.schema.AlertSignal;
import io.contactpulse.schema.ContactState;
import io.contactpulse.schema.SignalType;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AlertBookTest {
    private static final Rule HOLD =
            Life.rule("hold", AgentState.ON_HOLD, Duration.ofMinutes(2), Duration.ofMinutes(3));

    @Test
    void firesAtEachThresholdAlthoughNobodySendsAnything() {
        Life life = new Life(HOLD)
                .happens(anAgentEvent().at(at("09:00:00")).holding("c1", ContactState.CONNECTED_ONHOLD))
                .timePassesUntil(at("09:01:59.999"))
                .timePassesUntil(at("09:02:00"))
                .timePassesUntil(at("09:03:00"));

        assertThat(life.story()).containsExactly("1 RAISED WARN 09:02:00", "2 RAISED CRITICAL 09:03:00");
    }

    @Test
    void tellsTheSameStoryWhenOnlyTheNextEventSettlesIt() {
        Life live = new Life(HOLD)
                .happens(anAgentEvent().at(at("09:00:00")).holding("c1", ContactState.CONNECTED_ONHOLD))
                .timePassesUntil(at("09:02:00"))
                .timePassesUntil(at("09:03:00"))
                .happens(anAgentEvent().at(at("09:04:00")));
        Life settledLate = new Life(HOLD)
                .happens(anAgentEvent().at(at("09:00:00")).holding("c1", ContactState.CONNECTED_ONHOLD))
                .happens(anAgentEvent().at(at("09:04:00")));

        assertThat(settledLate.story())
                .isEqualTo(live.story())
                .containsExactly("1 RAISED WARN 09:02:00", "2 RAISED CRITICAL 09:03:00", "3 CLEARED CRITICAL 09:04:00");
        assertThat(settledLate.signal()).isEqualTo(live.signal());
    }

    @Test
    void countsADurationThatEqualsTheThresholdAsABreach() {
        Life life = new Life(HOLD)
                .happens(anAgentEvent().at(at("09:00:00")).holding("c1", ContactState.CONNECTED_ONHOLD))
                .happens(anAgentEvent().at(at("09:02:00")));

        assertThat(life.story()).containsExactly("1 RAISED WARN 09:02:00", "2 CLEARED WARN 09:02:00");
        assertThat(life.signal().getAt()).isEqualTo(at("09:02:00"));
        assertThat(life.signal().getOptionalCriticalAt()).isEmpty();
    }

    @Test
    void saysNothingOfAStateThatEndsInTime() {
        Life life = new Life(HOLD)
                .happens(anAgentEvent().at(at("09:00:00")).holding("c1", ContactState.CONNECTED_ONHOLD))
                .happens(anAgentEvent().at(at("09:01:59.999")));

        assertThat(life.signals()).isEmpty();
    }

    @Test
    void retractsWhatLateNewsShowsNotToHaveBeen() {
        Life life = new Life(HOLD)
                .happens(anAgentEvent().at(at("09:00:00")).holding("c1", ContactState.CONNECTED_ONHOLD))
                .timePassesUntil(at("09:02:00"))
                .happens(anAgentEvent().at(at("09:01:59")));

        assertThat(life.story()).containsExactly("1 RAISED WARN 09:02:00", "2 RETRACTED WARN 09:01:59");
        assertThat(life.signal().getType()).isEqualTo(SignalType.RETRACTED);
        assertThat(life.signal().getOptionalWarnAt()).isEmpty();
    }

    @Test
    void lowersTheLevelThatLateNewsShowsNotToHaveBeenReached() {
        Life life = new Life(HOLD)
                .happens(anAgentEvent().at(at("09:00:00")).holding("c1", ContactState.CONNECTED_ONHOLD))
                .timePassesUntil(at("09:03:00"))
                .happens(anAgentEvent().at(at("09:02:30")));

        assertThat(life.story())
                .containsExactly("1 RAISED WARN 09:02:00", "2 RAISED CRITICAL 09:03:00", "3 CLEARED WARN 09:02:30");
        assertThat(life.signal().getOptionalCriticalAt()).isEmpty();
    }

    @Test
    void runsOneClockPerContactAlsoBehindAnotherState() {
        Life life = new Life(HOLD)
                .happens(anAgentEvent().at(at("09:00:00")).holding("c1", ContactState.CONNECTED_ONHOLD))
                .happens(anAgentEvent()
                        .at(at("09:01:00"))
                        .holding("c1", ContactState.CONNECTED_ONHOLD)
                        .holding("c2", ContactState.CONNECTING))
                .happens(anAgentEvent()
                        .at(at("09:01:10"))
                        .holding("c1", ContactState.CONNECTED_ONHOLD)
                        .holding("c2", ContactState.CONNECTED_ONHOLD))
                .timePassesUntil(at("09:02:30"))
                .happens(anAgentEvent().at(at("09:02:40")).holding("c2", ContactState.CONNECTED_ONHOLD))
                .timePassesUntil(at("09:03:10"));

        assertThat(life.signals())
                .extracting(signal -> signal.getSubject().getContactId() + " " + signal.getType())
                .containsExactly("c1 RAISED", "c1 CLEARED", "c2 RAISED");
    }

    @Test
    void letsIncomingAndConnectingShareOneRingingClock() {
        Life life = new Life(Life.rule("ring", AgentState.RINGING, Duration.ofSeconds(30), null))
                .happens(anAgentEvent().at(at("09:00:00")).holding("c1", ContactState.INCOMING))
                .happens(anAgentEvent().at(at("09:00:20")).holding("c1", ContactState.CONNECTING, at("09:00:20")))
                .timePassesUntil(at("09:00:30"));

        assertThat(life.story()).containsExactly("1 RAISED WARN 09:00:30");
        assertThat(life.signal().getStateStart()).isEqualTo(at("09:00:00"));
    }

    @Test
    void startsAContactsClockWhenTheSenderSaysUnlessThatIsLater() {
        Life life = new Life(HOLD)
                .happens(anAgentEvent()
                        .at(at("09:00:00"))
                        .holding("c1", ContactState.CONNECTED_ONHOLD, at("08:59:00"))
                        .holding("c2", ContactState.CONNECTED_ONHOLD, at("09:00:30")))
                .timePassesUntil(at("09:02:00"));

        assertThat(life.signals())
                .extracting(signal -> signal.getEntity() + " " + signal.getLevel() + " " + Life.time(signal.getAt()))
                .containsExactly("c1 WARN 09:01:00", "c2 WARN 09:02:00", "c1 CRITICAL 09:02:00");
    }

    @Test
    void startsAStatusClockNoEarlierThanTheEndOfTheLastContact() {
        Life life = new Life(Life.rule("idle", AgentState.AVAILABLE, Duration.ofMinutes(5), null))
                .happens(anAgentEvent()
                        .at(at("09:00:00"))
                        .statusSince(at("08:00:00"))
                        .holding("c1", ContactState.CONNECTED))
                .happens(anAgentEvent().at(at("09:10:00")).statusSince(at("08:00:00")))
                .timePassesUntil(at("09:15:00"));

        assertThat(life.story()).containsExactly("1 RAISED WARN 09:15:00");
        assertThat(life.signal().getStateStart()).isEqualTo(at("09:10:00"));
        assertThat(life.signal().getSubject().getOptionalContactId()).isEmpty();
    }

    @Test
    void watchesTheStatusErrorAlsoWithAContactInHand() {
        Life life = new Life(Life.rule("error", AgentState.ERROR, Duration.ofSeconds(15), null))
                .happens(anAgentEvent()
                        .at(at("09:00:00"))
                        .inStatus("Error", AgentStatusType.CUSTOM)
                        .holding("c1", ContactState.CONNECTED))
                .timePassesUntil(at("09:00:15"));

        assertThat(life.story()).containsExactly("1 RAISED WARN 09:00:15");
        assertThat(life.signal().getSubject().getOptionalContactId()).isEmpty();
    }

    @Test
    void tellsABreachOfLongAgoByTheTimeItBecameTrue() {
        Life life = new Life(HOLD)
                .happens(anAgentEvent().at(at("09:20:00")).holding("c1", ContactState.CONNECTED_ONHOLD, at("09:07:59")))
                .happens(anAgentEvent().at(at("09:21:00")));

        assertThat(life.story())
                .containsExactly("1 RAISED WARN 09:09:59", "2 RAISED CRITICAL 09:10:59", "3 CLEARED CRITICAL 09:21:00");
        assertThat(life.signals()).noneMatch(AlertSignal::getAnnounced);
    }

    @Test
    void resolvesTheAlertsOfARuleThatIsGone() {
        Life life = new Life(HOLD)
                .happens(anAgentEvent().at(at("09:00:00")).holding("c1", ContactState.CONNECTED_ONHOLD))
                .timePassesUntil(at("09:02:00"))
                .rulesBecome()
                .timePassesUntil(at("09:02:10"));

        assertThat(life.story()).containsExactly("1 RAISED WARN 09:02:00", "2 CLEARED WARN 09:02:10");
        assertThat(life.signal().getOptionalReason()).contains("RULE_REMOVED");
    }

    @Test
    void appliesChangedThresholdsToRunningClocks() {
        Life life = new Life(HOLD)
                .happens(anAgentEvent().at(at("09:00:00")).holding("c1", ContactState.CONNECTED_ONHOLD))
                .rulesBecome(Life.rule("hold", AgentState.ON_HOLD, Duration.ofMinutes(1), null))
                .timePassesUntil(at("09:01:30"));

        assertThat(life.story()).containsExactly("1 RAISED WARN 09:01:00");
    }

    @Test
    void givesTheSameBreachTheSameIdInEveryRun() {
        Life once = new Life(HOLD)
                .happens(anAgentEvent().holding("c1", ContactState.CONNECTED_ONHOLD))
                .timePassesUntil(at("09:02:00"));
        Life again = new Life(HOLD)
                .happens(anAgentEvent().holding("c1", ContactState.CONNECTED_ONHOLD))
                .timePassesUntil(at("09:02:00"));
        Life other = new Life(HOLD)
                .happens(anAgentEvent().holding("c2", ContactState.CONNECTED_ONHOLD))
                .timePassesUntil(at("09:02:00"));

        assertThat(once.signal().getAlertId())
                .isEqualTo(again.signal().getAlertId())
                .hasSize(32);
        assertThat(other.signal().getAlertId()).isNotEqualTo(once.signal().getAlertId());
    }
}
