package io.contactpulse.agentstatesla.domain.message;

import static io.contactpulse.testkit.Moments.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.agentstatesla.domain.rules.EscalationStep;
import io.contactpulse.agentstatesla.domain.rules.Measure;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.AlertEntityType;
import io.contactpulse.schema.AlertStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlineTest {
    @Test
    void saysWhoAndWhatAndForHowLong() {
        assertThat(AlertExample.ofAgent("acw-too-long", Measure.STATE_SECONDS)
                        .state(AgentState.ACW)
                        .subject(at("09:04:10")))
                .isEqualTo("WARN: agent-017 ACW for 4 min 10 s (acw-too-long)");
        assertThat(AlertExample.ofAgent("lunch-too-long", Measure.STATE_SECONDS)
                        .customStatus("Lunch")
                        .subject(at("10:05:59")))
                .isEqualTo("WARN: agent-017 Lunch for 1 h 05 min (lunch-too-long)");
    }

    @ParameterizedTest
    @CsvSource({
        "ACKNOWLEDGED, supervisor-002: calls in, 'ACKNOWLEDGED: agent-017 ON_HOLD for 5 min 00 s, supervisor-002: calls in (hold)'",
        "RESOLVED, STATE_ENDED, 'RESOLVED: agent-017 ON_HOLD for 5 min 00 s (hold)'",
        "RETRACTED, ENDED_BEFORE_THRESHOLD, 'RETRACTED: agent-017 ON_HOLD for 5 min 00 s, ended before threshold (hold)'",
        "EXPIRED, FEED_LOST, 'EXPIRED: agent-017 ON_HOLD for 5 min 00 s, feed lost (hold)'",
        "SUPPRESSED, MUTED, 'SUPPRESSED: agent-017 ON_HOLD for 5 min 00 s, muted (hold)'",
    })
    void saysHowAnAlertStandsAndWhy(AlertStatus status, String reason, String expected) {
        assertThat(AlertExample.ofAgent("hold", Measure.STATE_SECONDS)
                        .status(status)
                        .reason(reason)
                        .subject(at("09:05:00")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "TOTAL_HOLD_SECONDS, 310000, 'WARN: agent-017 had a contact on hold for 5 min 10 s in all (rule-1)'",
        "REJECTED_COUNT, 3, 'WARN: agent-017 rejected 3 contacts in this shift (rule-1)'",
        "MISSED_COUNT, 1, 'WARN: agent-017 missed 1 contact in this shift (rule-1)'",
        "MISSED_IN_A_ROW, 2, 'WARN: agent-017 missed or rejected 2 contacts in a row (rule-1)'",
        "LOGIN_SECONDS, 0, 'WARN: agent-017 logged in for 1 h 00 min (rule-1)'",
        "NEXT_STATUS_SECONDS, 0, 'WARN: agent-017 has a next status waiting for 1 h 00 min (rule-1)'",
        "SILENT_SECONDS, 0, 'WARN: nothing heard of agent-017 for 1 h 00 min (rule-1)'",
        "CYCLE_SECONDS, 0, 'WARN: agent-017 works on one turn for 1 h 00 min (rule-1)'",
        "CYCLES_WITHOUT_RESPONSE, 4, 'WARN: agent-017 ended 4 turns in a row without a response (rule-1)'",
        "AVAILABLE_WHILE_WAITING_SECONDS, 90000, 'WARN: agent-017 available for 1 min 30 s while Claims waits (rule-1)'",
        "SERVICE_LEVEL_ANSWERED, 625, 'WARN: Claims service level 62.5 % of 41 offered (rule-1)'",
        "SERVICE_LEVEL_REMOVED, 700, 'WARN: Claims service level (removed) 70.0 % of 41 offered (rule-1)'",
        "OLDEST_WAITING_SECONDS, 190000, 'WARN: Claims oldest waiting 3 min 10 s (rule-1)'",
        "ABANDON_RATE, 121, 'WARN: Claims abandoned 12.1 % of 41 offered (rule-1)'",
        "STAFFED_AGENTS, 1, 'WARN: Claims staffed by 1 agent (rule-1)'",
        "FEED_SILENT_SECONDS, 0, 'WARN: feed of instance instance-1 lost for 1 h 00 min (rule-1)'",
    })
    void saysWhatARuleMeasures(Measure measure, long observed, String expected) {
        assertThat(AlertExample.ofAgent("rule-1", measure)
                        .queue("queue-7", "Claims")
                        .evidence("41 offered")
                        .observed(observed)
                        .subject(at("10:00:00")))
                .isEqualTo(expected);
    }

    @Test
    void namesTheMeasureWhenTheSignalHasNoValue() {
        assertThat(AlertExample.of("low", Measure.SERVICE_LEVEL_ANSWERED, AlertEntityType.QUEUE)
                        .queue("queue-7", "Claims")
                        .subject(at("09:00:00")))
                .isEqualTo("WARN: Claims serviceLevelAnswered (low)");
    }

    @Test
    void saysWhatManyAgentsHaveInCommon() {
        assertThat(Examples.incident().subject(at("09:00:40")))
                .isEqualTo("CRITICAL: incident, 12 agents in ERROR: site Berlin (storm)");
        assertThat(AlertExample.of("storm", "storm", AlertEntityType.INCIDENT)
                        .queue("queue-7", "Claims")
                        .subject(at("09:00:40")))
                .isEqualTo("WARN: incident, many agents: queue Claims (storm)");
    }

    @Test
    void saysThatItStillFiresAndWhomElseItIsToldTo() {
        assertThat(Examples.hold().reminder(at("09:13:00"), 2).getSubject())
                .isEqualTo("Still CRITICAL: agent-017 ON_HOLD for 13 min 00 s (hold-too-long)");
        assertThat(Examples.hold()
                        .escalation(at("09:08:00"), EscalationStep.of(Duration.ofMinutes(5), "floor-manager"), 1)
                        .getSubject())
                .isEqualTo("CRITICAL, escalated to floor-manager: agent-017 ON_HOLD for 8 min 00 s (hold-too-long)");
    }

    @Test
    void spellsANameInAscii() {
        assertThat(AlertExample.ofAgent("hold", Measure.STATE_SECONDS)
                        .username("Jörg.Müßig-7")
                        .subject(at("09:02:00")))
                .isEqualTo("WARN: Joerg.Muessig-7 ON_HOLD for 2 min 00 s (hold)");
    }

    @Test
    void fillsNothingIntoANameThatLooksLikeAPlaceholder() {
        assertThat(AlertExample.ofAgent("hold", Measure.STATE_SECONDS)
                        .username("{value}$1")
                        .subject(at("09:02:00")))
                .isEqualTo("WARN: {value}$1 ON_HOLD for 2 min 00 s (hold)");
    }
}
