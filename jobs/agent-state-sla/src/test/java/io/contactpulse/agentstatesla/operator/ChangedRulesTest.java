package io.contactpulse.agentstatesla.operator;

import static io.contactpulse.testkit.AgentEvents.anAgentEvent;
import static io.contactpulse.testkit.Moments.NINE_OCLOCK;
import static io.contactpulse.testkit.Moments.at;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.schema.AlertSignal;
import io.contactpulse.schema.ContactState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules change while clocks run and nothing else is due for long: live within a minute, and over a restart. */
class ChangedRulesTest {
    private static final String TALK_ONE_MINUTE = """
            rules:
              - id: talk-too-long
                when: { state: ON_CONTACT }
                warn: 60s
                critical: 50m
            """;
    private static final String NOTHING_ON_HOLD = """
            rules:
              - id: something-else
                when: { state: ACW }
                warn: 10m
            """;

    private TrackingHarness harness;

    @BeforeEach
    void openLive() throws Exception {
        harness = TrackingHarness.started(NINE_OCLOCK.minus(ofMinutes(1)));
        harness.arrives(anAgentEvent()
                .of("somebody else")
                .at(NINE_OCLOCK.minus(ofMinutes(1)))
                .offline());
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void appliesALoweredThresholdWithinAMinuteAlthoughNothingHappens() throws Exception {
        agentTalks();
        harness.clockReaches(at("09:01:10"));
        harness.rulesBecome(TALK_ONE_MINUTE);
        harness.secondsPassUntil(at("09:02:11"));

        assertThat(harness.signals()).containsExactly("1 RAISED WARN 09:01:00");
    }

    @Test
    void clearsTheAlertsOfARemovedRuleWithinAMinute() throws Exception {
        agentPutsOnHold();
        harness.clockReaches(at("09:03:00"));
        harness.rulesBecome(NOTHING_ON_HOLD);
        harness.secondsPassUntil(at("09:04:01"));

        assertThat(harness.signalRecords())
                .extracting(signal -> signal.getSeq() + " " + signal.getType() + " " + signal.getReason())
                .containsExactly("1 RAISED null", "2 RAISED null", "3 CLEARED RULE_REMOVED");
    }

    @Test
    void tellsNothingByLookingAlone() throws Exception {
        agentPutsOnHold();
        harness.secondsPassUntil(at("09:01:59"));

        assertThat(harness.sideOutput(TrackAgentState.DESK)).hasSize(2).noneMatch(entry -> entry.getSignal() != null);
        assertThat(harness.sideOutput(TrackAgentState.QUEUES)).hasSize(1);
        assertThat(harness.sideOutput(TrackAgentState.INTERVALS)).isEmpty();
        assertThat(harness.sideOutput(TrackAgentState.OCCUPANCY)).isEmpty();
        assertThat(harness.rowsOf("agent-1")).isEqualTo(1);
        assertThat(harness.timers()).isEqualTo(1);
    }

    @Test
    void appliesALoweredThresholdAfterARestart() throws Exception {
        agentTalks();
        harness.rulesBecome(TALK_ONE_MINUTE);
        restart("09:01:20");
        harness.secondsPassUntil(at("09:02:30"));

        assertThat(harness.signals()).containsExactly("1 RAISED WARN 09:01:00");
    }

    @Test
    void clearsTheAlertsOfARemovedRuleAfterARestart() throws Exception {
        agentPutsOnHold();
        harness.clockReaches(at("09:03:00"));
        harness.rulesBecome(NOTHING_ON_HOLD);
        restart("09:03:20");
        harness.secondsPassUntil(at("09:04:30"));

        assertThat(harness.signalRecords()).extracting(AlertSignal::getReason).containsExactly("RULE_REMOVED");
        assertThat(harness.signalRecords()).extracting(AlertSignal::getSeq).containsExactly(3);
    }

    @Test
    void goesOnByTheRulesOfTheEventsInAReplay() throws Exception {
        harness.close();
        harness = TrackingHarness.started(Pace.eventTime(at("09:30:00")));
        harness.arrives(anAgentEvent().at(at("09:00:00")).holding("c1", ContactState.CONNECTED_ONHOLD));
        harness.watermarkReaches(at("09:02:30").toEpochMilli());
        harness.watermarkReaches(Long.MAX_VALUE);

        assertThat(harness.signals())
                .as("of the hold, and of all holds together")
                .containsExactly(
                        "1 RAISED WARN 09:02:00",
                        "2 RAISED CRITICAL 09:03:00",
                        "1 RAISED WARN 09:04:00",
                        "2 RAISED CRITICAL 09:06:00");
        assertThat(harness.timers()).isZero();
    }

    private void agentTalks() throws Exception {
        harness.arrives(anAgentEvent().at(at("09:00:00")).holding("c1", ContactState.CONNECTED));
    }

    private void agentPutsOnHold() throws Exception {
        harness.arrives(anAgentEvent().at(at("09:00:00")).holding("c1", ContactState.CONNECTED_ONHOLD));
    }

    private void restart(String time) throws Exception {
        OperatorSubtaskState snapshot = harness.snapshot();
        harness.close();
        harness = TrackingHarness.restored(snapshot, at(time));
    }
}
