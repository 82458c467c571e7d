package io.contactpulse.agentstatesla.domain;

import static io.contactpulse.testkit.AgentEvents.anAgentEvent;
import static io.contactpulse.testkit.Moments.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.agentstatesla.domain.rules.Rule;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.AgentStatusType;
import io.contactpulse.schema.AlertStatus;
import io.contactpulse.schema.ContactState;
import io.contactpulse.schema.Publication;
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

        assertThat(life.story()).containsExactly("1 FIRING WARN 09:02:00 !", "2 FIRING CRITICAL 09:03:00 !");
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
                .containsExactly(
                        "1 FIRING WARN 09:02:00 !", "2 FIRING CRITICAL 09:03:00 !", "3 RESOLVED CRITICAL 09:04:00 !");
        assertThat(settledLate.alert()).isEqualTo(live.alert());
    }

    @Test
    void countsADurationThatEqualsTheThresholdAsABreach() {
        Life life = new Life(HOLD)
                .happens(anAgentEvent().at(at("09:00:00")).holding("c1", ContactState.CONNECTED_ONHOLD))
                .happens(anAgentEvent().at(at("09:02:00")));

        assertThat(life.story()).containsExactly("1 FIRING WARN 09:02:00 !", "2 RESOLVED WARN 09:02:00 !");
        assertThat(life.alert().getOptionalResolvedAt()).contains(at("09:02:00"));
        assertThat(life.alert().getOptionalCriticalAt()).isEmpty();
    }

    @Test
    void saysNothingOfAStateThatEndsInTime() {
        Life life = new Life(HOLD)
                .happens(anAgentEvent().at(at("09:00:00")).holding("c1", ContactState.CONNECTED_ONHOLD))
                .happens(anAgentEvent().at(at("09:01:59.999")));

        assertThat(life.transitions).isEmpty();
    }

    @Test
    void retractsWhatLateNewsShowsNotToHaveBeen() {
        Life life = new Life(HOLD)
                .happens(anAgentEvent().at(at("09:00:00")).holding("c1", ContactState.CONNECTED_ONHOLD))
                .timePassesUntil(at("09:02:00"))
                .happens(anAgentEvent().at(at("09:01:59")).build(), at("09:02:01"));

        assertThat(life.story()).containsExactly("1 FIRING WARN 09:02:00 !", "2 RETRACTED WARN 09:01:59 !");
        assertThat(life.alert().getStatus()).isEqualTo(AlertStatus.RETRACTED);
        assertThat(life.alert().getOptionalWarnAt()).isEmpty();
    }

    @Test
    void lowersTheLevelThatLateNewsShowsNotToHaveBeenReached() {
        Life life = new Life(HOLD)
                .happens(anAgentEvent().at(at("09:00:00")).holding("c1", ContactState.CONNECTED_ONHOLD))
                .timePassesUntil(at("09:03:00"))
                .happens(anAgentEvent().at(at("09:02:30")).build(), at("09:03:01"));

        assertThat(life.story())
                .containsExactly(
                        "1 FIRING WARN 09:02:00 !", "2 FIRING CRITICAL 09:03:00 !", "3 RESOLVED WARN 09:02:30 !");
        assertThat(life.alert().getOptionalCriticalAt()).isEmpty();
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

        assertThat(life.transitions)
                .extracting(transition -> transition.alert().getContactId() + " "
                        + transition.event().getStatus())
                .containsExactly("c1 FIRING", "c1 RESOLVED", "c2 FIRING");
    }

    @Test
    void letsIncomingAndConnectingShareOneRingingClock() {
        Life life = new Life(Life.rule("ring", AgentState.RINGING, Duration.ofSeconds(30), null))
                .happens(anAgentEvent().at(at("09:00:00")).holding("c1", ContactState.INCOMING))
                .happens(anAgentEvent().at(at("09:00:20")).holding("c1", ContactState.CONNECTING, at("09:00:20")))
                .timePassesUntil(at("09:00:30"));

        assertThat(life.story()).containsExactly("1 FIRING WARN 09:00:30 !");
        assertThat(life.alert().getStateStart()).isEqualTo(at("09:00:00"));
    }

    @Test
    void startsAContactsClockWhenTheSenderSaysUnlessThatIsLater() {
        Life life = new Life(HOLD)
                .happens(anAgentEvent()
                        .at(at("09:00:00"))
                        .holding("c1", ContactState.CONNECTED_ONHOLD, at("08:59:00"))
                        .holding("c2", ContactState.CONNECTED_ONHOLD, at("09:00:30")))
                .timePassesUntil(at("09:02:00"));

        assertThat(life.story())
                .containsExactly(
                        "1 FIRING WARN 09:01:00 !", "2 FIRING CRITICAL 09:02:00 !", "1 FIRING WARN 09:02:00 !");
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

        assertThat(life.story()).containsExactly("1 FIRING WARN 09:15:00 !");
        assertThat(life.alert().getStateStart()).isEqualTo(at("09:10:00"));
        assertThat(life.alert().getOptionalContactId()).isEmpty();
    }

    @Test
    void watchesTheStatusErrorAlsoWithAContactInHand() {
        Life life = new Life(Life.rule("error", AgentState.ERROR, Duration.ofSeconds(15), null))
                .happens(anAgentEvent()
                        .at(at("09:00:00"))
                        .inStatus("Error", AgentStatusType.CUSTOM)
                        .holding("c1", ContactState.CONNECTED))
                .timePassesUntil(at("09:00:15"));

        assertThat(life.story()).containsExactly("1 FIRING WARN 09:00:15 !");
        assertThat(life.alert().getOptionalContactId()).isEmpty();
    }

    @Test
    void writesRowsButPagesNobodyForABreachOfLongAgo() {
        Life life = new Life(HOLD)
                .happens(anAgentEvent().at(at("09:20:00")).holding("c1", ContactState.CONNECTED_ONHOLD, at("09:07:59")))
                .happens(anAgentEvent().at(at("09:21:00")));

        assertThat(life.story())
                .containsExactly(
                        "1 FIRING WARN 09:09:59", "2 FIRING CRITICAL 09:10:59 !", "3 RESOLVED CRITICAL 09:21:00 !");
        assertThat(life.transitions.get(0).event().getPublication()).isEqualTo(Publication.HELD_BACK);
        assertThat(life.transitions.get(0).event().getOptionalHeldBackBecause()).contains("older than 10 minutes");
    }

    @Test
    void announcesNoEndOfWhatWasNotAnnounced() {
        Life life = new Life(HOLD)
                .happens(anAgentEvent().at(at("09:20:00")).holding("c1", ContactState.CONNECTED_ONHOLD, at("09:00:00")))
                .happens(anAgentEvent().at(at("09:21:00")));

        assertThat(life.story())
                .containsExactly(
                        "1 FIRING WARN 09:02:00", "2 FIRING CRITICAL 09:03:00", "3 RESOLVED CRITICAL 09:21:00");
    }

    @Test
    void resolvesTheAlertsOfARuleThatIsGone() {
        Life life = new Life(HOLD)
                .happens(anAgentEvent().at(at("09:00:00")).holding("c1", ContactState.CONNECTED_ONHOLD))
                .timePassesUntil(at("09:02:00"))
                .rulesBecome()
                .timePassesUntil(at("09:02:10"));

        assertThat(life.story()).containsExactly("1 FIRING WARN 09:02:00 !", "2 RESOLVED WARN 09:02:10 !");
        assertThat(life.alert().getOptionalReason()).contains("RULE_REMOVED");
    }

    @Test
    void appliesChangedThresholdsToRunningClocks() {
        Life life = new Life(HOLD)
                .happens(anAgentEvent().at(at("09:00:00")).holding("c1", ContactState.CONNECTED_ONHOLD))
                .rulesBecome(Life.rule("hold", AgentState.ON_HOLD, Duration.ofMinutes(1), null))
                .timePassesUntil(at("09:01:30"));

        assertThat(life.story()).containsExactly("1 FIRING WARN 09:01:00 !");
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

        assertThat(once.alert().getAlertId())
                .isEqualTo(again.alert().getAlertId())
                .hasSize(32);
        assertThat(other.alert().getAlertId()).isNotEqualTo(once.alert().getAlertId());
    }
}
