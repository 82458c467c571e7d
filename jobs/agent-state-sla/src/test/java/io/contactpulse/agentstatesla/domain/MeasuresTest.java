package io.contactpulse.agentstatesla.domain;

import static io.contactpulse.testkit.AgentEvents.anAgentEvent;
import static io.contactpulse.testkit.Moments.at;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.contactpulse.agentstatesla.domain.rules.Condition;
import io.contactpulse.agentstatesla.domain.rules.Measure;
import io.contactpulse.agentstatesla.domain.rules.Rule;
import io.contactpulse.schema.AgentEvent;
import io.contactpulse.schema.AgentEventType;
import io.contactpulse.schema.AgentKind;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.AgentStatusType;
import io.contactpulse.schema.AlertEntityType;
import io.contactpulse.schema.AlertLevel;
import io.contactpulse.schema.AlertSignal;
import io.contactpulse.schema.ContactState;
import io.contactpulse.testkit.AgentEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is measured beside the time in one state. */
class MeasuresTest {
    private static final Rule HOLD = duration("hold", Measure.TOTAL_HOLD_SECONDS, ofMinutes(2), ofMinutes(3));
    private static final Rule ROW = Life.rule("row", Measure.MISSED_IN_A_ROW, 2, 3);
    private static final Rule LOGIN =
            duration("login", Measure.LOGIN_SECONDS, Duration.ofHours(8), Duration.ofHours(9));
    private static final Rule NEXT = duration("next", Measure.NEXT_STATUS_SECONDS, ofMinutes(10), ofMinutes(20));
    private static final Rule SILENT = duration("silent", Measure.SILENT_SECONDS, ofMinutes(5), ofMinutes(10));
    private static final Rule CYCLE = duration("cycle", Measure.CYCLE_SECONDS, ofSeconds(30), ofSeconds(60));
    private static final Rule CYCLES = Life.rule("cycles", Measure.CYCLES_WITHOUT_RESPONSE, 2, 4);

    @Test
    void addsUpTheHoldsOfAContact() {
        Life life = new Life(HOLD)
                .happens(talking("09:00:00"))
                .happens(onHold("09:01:00"))
                .happens(talking("09:02:30"))
                .timePassesUntil(at("09:05:00"))
                .happens(onHold("09:05:00"))
                .timePassesUntil(at("09:05:30"))
                .timePassesUntil(at("09:06:30"))
                .happens(talking("09:06:40"))
                .happens(ended("09:08:00"));

        assertThat(life.story())
                .containsExactly("1 RAISED WARN 09:05:30", "2 RAISED CRITICAL 09:06:30", "3 CLEARED CRITICAL 09:08:00");
        assertThat(life.signals())
                .extracting(AlertSignal::getObserved, AlertSignal::getThreshold, AlertSignal::getReason)
                .containsExactly(
                        tuple(120_000L, 120_000L, null),
                        tuple(180_000L, 180_000L, null),
                        tuple(190_000L, 180_000L, "STATE_ENDED"));
        assertThat(life.signals())
                .flatExtracting(AlertSignal::getEvidence)
                .containsExactly(
                        "on hold 2 times, 2 min 0 s in all",
                        "on hold 2 times, 3 min 0 s in all",
                        "on hold 2 times, 3 min 10 s in all");
        AlertSignal signal = life.signal();
        assertThat(signal.getEntityType()).isEqualTo(AlertEntityType.CONTACT);
        assertThat(signal.getEntity()).isEqualTo("c1");
        assertThat(signal.getState()).isEqualTo(AgentState.ON_HOLD);
        assertThat(signal.getStateStart()).isEqualTo(at("09:01:00"));
        assertThat(signal.getMeasure()).isEqualTo("totalHoldSeconds");
        assertThat(signal.getSubject().getQueueName()).isEqualTo("Service");
    }

    @Test
    void addsUpTheHoldsOfTwoContactsEachForItself() {
        Life life = new Life(HOLD)
                .happens(onHold("09:00:00").holding("c2", ContactState.CONNECTED))
                .happens(talking("09:01:30").holding("c2", ContactState.CONNECTED_ONHOLD))
                .happens(talking("09:03:00").holding("c2", ContactState.CONNECTED))
                .happens(onHold("09:04:00").holding("c2", ContactState.CONNECTED_ONHOLD))
                .timePassesUntil(at("09:05:00"));

        assertThat(life.signals())
                .extracting(signal -> signal.getEntity() + " " + signal.getAt())
                .containsExactly("c1 " + at("09:04:30"), "c2 " + at("09:04:30"));
    }

    @Test
    void countsNoMomentOfHoldTwice() {
        Life life = new Life(HOLD)
                .happens(onHold("09:00:00"))
                .happens(talking("09:01:00"))
                .happens(anAgentEvent().at(at("09:01:30")).holding("c1", ContactState.CONNECTED_ONHOLD, at("09:00:30")))
                .timePassesUntil(at("09:02:00"));

        assertThat(life.story()).containsExactly("1 RAISED WARN 09:02:00");
    }

    @Test
    void countsHoldAnewForAContactThatCameBack() {
        Life life = new Life(HOLD)
                .happens(onHold("09:00:00"))
                .happens(anAgentEvent().at(at("09:01:30")))
                .happens(onHold("09:02:00"))
                .timePassesUntil(at("09:03:59"));

        assertThat(life.signals()).isEmpty();
    }

    @Test
    void takesBackAHoldThatHadEndedAndCountsOnWhenItIsReachedAfterAll() {
        Life live = new Life(HOLD)
                .happens(onHold("09:00:00"))
                .timePassesUntil(at("09:02:00"))
                .happens(talking("09:01:59"))
                .timePassesUntil(at("09:02:10"))
                .happens(onHold("09:03:00"))
                .timePassesUntil(at("09:03:01"))
                .happens(ended("09:03:02"));

        assertThat(live.story())
                .containsExactly(
                        "1 RAISED WARN 09:02:00",
                        "2 RETRACTED WARN 09:01:59",
                        "3 RAISED WARN 09:03:01",
                        "4 CLEARED WARN 09:03:02");
        assertThat(live.signals())
                .extracting(AlertSignal::getAlertId)
                .containsOnly(live.signal().getAlertId());
    }

    @Test
    void saysNoMoreOfAHoldThatWasTakenBack() {
        Life life = new Life(HOLD)
                .happens(onHold("09:00:00"))
                .timePassesUntil(at("09:02:00"))
                .happens(talking("09:01:59"))
                .happens(ended("09:05:00"));

        assertThat(life.story()).containsExactly("1 RAISED WARN 09:02:00", "2 RETRACTED WARN 09:01:59");
        assertThat(life.agent().getAlerts()).isEmpty();
    }

    @Test
    void countsMissedContactsUntilTheShiftEnds() {
        Life life = new Life(Life.rule("missed", Measure.MISSED_COUNT, 2, 3))
                .happens(anAgentEvent().at(at("09:00:00")))
                .happens(missed("09:01:00", "c1"))
                .happens(missed("09:01:10", "c1"))
                .happens(anAgentEvent().at(at("09:02:00")))
                .happens(missed("09:03:00", "c2"))
                .happens(talking("09:04:00"))
                .happens(rejected("09:05:00", "c3"))
                .happens(missed("09:06:00", "c4"))
                .happens(anAgentEvent().at(at("09:30:00")).offline());

        assertThat(life.story())
                .containsExactly("1 RAISED WARN 09:03:00", "2 RAISED CRITICAL 09:06:00", "3 CLEARED CRITICAL 09:30:00");
        assertThat(life.signals()).extracting(AlertSignal::getObserved).containsExactly(2L, 3L, 3L);
        assertThat(life.signals()).extracting(AlertSignal::getThreshold).containsExactly(2L, 3L, 3L);
        assertThat(life.signal().getEntity()).isEqualTo("agent-1");
        assertThat(life.signal().getEntityType()).isEqualTo(AlertEntityType.AGENT);
        assertThat(life.signal().getState()).isEqualTo(AgentState.MISSED);
        assertThat(life.signal().getStateStart()).isEqualTo(at("09:00:00"));
    }

    @Test
    void countsEveryContactThatOneEventShowsToBeRejected() {
        Life life = new Life(Life.rule("rejected", Measure.REJECTED_COUNT, 2, 3))
                .happens(rejected("09:01:00", "c1")
                        .holding("c2", ContactState.REJECTED)
                        .holding("c3", ContactState.REJECTED));

        assertThat(life.story()).containsExactly("1 RAISED WARN 09:01:00", "2 RAISED CRITICAL 09:01:00");
        assertThat(life.signal().getState()).isEqualTo(AgentState.REJECTED);
    }

    @Test
    void countsAnewInTheNextShift() {
        Life life = new Life(Life.rule("missed", Measure.MISSED_COUNT, 2, 3))
                .happens(missed("09:01:00", "c1"))
                .happens(anAgentEvent().at(at("09:30:00")).offline())
                .happens(missed("10:00:00", "c2"));

        assertThat(life.signals()).isEmpty();
    }

    @Test
    void endsARowOfMissedContactsWithTheNextAnswer() {
        Life life = new Life(ROW)
                .happens(missed("09:01:00", "c1"))
                .happens(rejected("09:02:00", "c2"))
                .happens(missed("09:03:00", "c3"))
                .happens(talking("09:04:00"))
                .happens(missed("09:05:00", "c4"))
                .happens(anAgentEvent().at(at("09:06:00")).offline());

        assertThat(life.story())
                .containsExactly("1 RAISED WARN 09:02:00", "2 RAISED CRITICAL 09:03:00", "3 CLEARED CRITICAL 09:04:00");
        assertThat(life.signal().getStateStart()).isEqualTo(at("09:01:00"));
        assertThat(life.signal().getObserved()).isEqualTo(3L);
    }

    @Test
    void endsARowWithTheShift() {
        Life life = new Life(ROW)
                .happens(missed("09:01:00", "c1"))
                .happens(missed("09:02:00", "c2"))
                .happens(anAgentEvent().at(at("09:10:00")).ofType(AgentEventType.LOGOUT));

        assertThat(life.story()).containsExactly("1 RAISED WARN 09:02:00", "2 CLEARED WARN 09:10:00");
    }

    @Test
    void timesAShiftFromALoginWithoutSnapshots() {
        Life life = new Life(LOGIN)
                .happens(anAgentEvent()
                        .at(at("09:00:00"))
                        .ofType(AgentEventType.LOGIN)
                        .withoutSnapshot())
                .happens(anAgentEvent().at(at("09:00:05")))
                .happens(talking("12:00:00"))
                .timePassesUntil(at("17:00:00"))
                .happens(anAgentEvent().at(at("17:30:00")).ofType(AgentEventType.LOGOUT));

        assertThat(life.story()).containsExactly("1 RAISED WARN 17:00:00", "2 CLEARED WARN 17:30:00");
        assertThat(life.signal().getState()).isEqualTo(AgentState.UNKNOWN);
        assertThat(life.signal().getStateStart()).isEqualTo(at("09:00:00"));
        assertThat(life.signal().getObserved())
                .isEqualTo(Duration.ofMinutes(510).toMillis());
    }

    @Test
    void timesANextStatusUntilItIsTakenUpOrChanged() {
        Life life = new Life(NEXT)
                .happens(choosing("09:00:00", "Lunch", at("08:59:00")))
                .timePassesUntil(at("09:09:00"))
                .happens(choosing("09:15:00", "Break", at("09:16:00")))
                .timePassesUntil(at("09:25:00"))
                .happens(anAgentEvent().at(at("09:26:00")));

        assertThat(life.story())
                .containsExactly(
                        "1 RAISED WARN 09:09:00",
                        "2 CLEARED WARN 09:15:00",
                        "1 RAISED WARN 09:25:00",
                        "2 CLEARED WARN 09:26:00");
        assertThat(life.signals())
                .extracting(AlertSignal::getCustomStatus, AlertSignal::getStateStart)
                .containsExactly(
                        tuple("Lunch", at("08:59:00")),
                        tuple("Lunch", at("08:59:00")),
                        tuple("Break", at("09:15:00")),
                        tuple("Break", at("09:15:00")));
        assertThat(life.signal().getState()).isEqualTo(AgentState.CUSTOM);
    }

    @Test
    void startsANextStatusWithTheEventWhenNobodySaysWhenItWasChosen() {
        Life life = new Life(NEXT)
                .happens(choosing("09:00:00", "Lunch", null))
                .happens(choosing("09:05:00", "Lunch", null))
                .timePassesUntil(at("09:10:00"));

        assertThat(life.story()).containsExactly("1 RAISED WARN 09:10:00");
    }

    @Test
    void takesSilenceForNothingWhereNoHeartBeatsAreSent() {
        Life life = new Life(SILENT).happens(anAgentEvent().at(at("09:00:00"))).timePassesUntil(at("09:14:00"));

        assertThat(life.signals()).isEmpty();
    }

    @Test
    void noticesSilenceUntilTheAgentIsHeardAgain() {
        Life life = new Life(SILENT)
                .happens(anAgentEvent().at(at("09:00:00")))
                .happens(heartBeat("09:02:00"))
                .timePassesUntil(at("09:07:00"))
                .happens(heartBeat("09:08:00"))
                .timePassesUntil(at("09:12:59"));

        assertThat(life.story()).containsExactly("1 RAISED WARN 09:07:00", "2 CLEARED WARN 09:08:00");
        assertThat(life.signal().getStateStart()).isEqualTo(at("09:02:00"));
        assertThat(life.signal().getState()).isEqualTo(AgentState.AVAILABLE);
    }

    @Test
    void watchesSilenceOnlyInTheStateThatARuleNames() {
        Rule silentOnContact = Rule.newBuilder("silent", Measure.SILENT_SECONDS)
                .when(Condition.STATE, Set.of("ON_CONTACT"))
                .threshold(AlertLevel.WARN, ofMinutes(5))
                .build();
        Life life = new Life(silentOnContact)
                .happens(heartBeat("09:00:00"))
                .happens(anAgentEvent().at(at("09:00:01")))
                .happens(heartBeat("09:02:00"))
                .happens(talking("09:10:00"))
                .timePassesUntil(at("09:15:00"));

        assertThat(life.story()).containsExactly("1 RAISED WARN 09:15:00");
    }

    @Test
    void hearsNoSilenceAfterLogoutAlthoughHeartBeatsGoOn() {
        Life life = new Life(SILENT)
                .happens(anAgentEvent().at(at("09:00:00")))
                .happens(heartBeat("09:02:00"))
                .happens(anAgentEvent().at(at("09:03:00")).ofType(AgentEventType.LOGOUT))
                .happens(heartBeat("09:05:00"))
                .timePassesUntil(at("09:30:00"));

        assertThat(life.signals()).isEmpty();
        assertThat(life.agent().getOptionalDueAt()).isEmpty();
    }

    @Test
    void takesSilenceBackWhenAnEventWasOnlyDelayed() {
        Life life = new Life(SILENT)
                .happens(heartBeat("09:00:00"))
                .happens(anAgentEvent().at(at("09:00:00")).withId("login"))
                .happens(heartBeat("09:00:01"))
                .timePassesUntil(at("09:05:01"))
                .happens(heartBeat("09:04:59"));

        assertThat(life.story()).containsExactly("1 RAISED WARN 09:05:01", "2 RETRACTED WARN 09:04:59");
    }

    @Test
    void timesAnAiAgentsTurnUntilItResponds() {
        Life life = new Life(CYCLE)
                .happens(bot("09:00:00", "Available"))
                .happens(bot("09:00:10", "Processing"))
                .happens(bot("09:00:20", "QueryingKB"))
                .timePassesUntil(at("09:00:40"))
                .happens(bot("09:00:50", "Responding"))
                .happens(bot("09:01:50", "Validating"))
                .timePassesUntil(at("09:03:00"))
                .happens(bot("09:04:00", "Available"));

        assertThat(life.story()).containsExactly("1 RAISED WARN 09:00:40", "2 CLEARED WARN 09:00:50");
        assertThat(life.signal().getState()).isEqualTo(AgentState.CUSTOM);
        assertThat(life.signal().getOptionalCustomStatus()).isEmpty();
        assertThat(life.signal().getStateStart()).isEqualTo(at("09:00:10"));
    }

    @Test
    void countsTurnsThatEndWithoutAResponse() {
        Life life = new Life(CYCLES)
                .happens(bot("09:00:00", "Available"))
                .happens(bot("09:00:10", "Processing"))
                .happens(bot("09:00:20", "Available"))
                .happens(bot("09:00:30", "Processing"))
                .happens(bot("09:00:40", "Error"))
                .happens(bot("09:00:50", "Available"))
                .happens(bot("09:01:00", "Analyzing"))
                .happens(bot("09:01:10", "Responding"))
                .happens(bot("09:01:20", "Available"));

        assertThat(life.story()).containsExactly("1 RAISED WARN 09:00:40", "2 CLEARED WARN 09:01:10");
        assertThat(life.signal().getStateStart()).isEqualTo(at("09:00:10"));
        assertThat(life.signal().getObserved()).isEqualTo(2L);
    }

    @Test
    void countsNoTurnsOfAPerson() {
        Life life = new Life(CYCLE, CYCLES)
                .happens(anAgentEvent().at(at("09:00:00")))
                .happens(anAgentEvent().at(at("09:01:00")).inStatus("Break", AgentStatusType.CUSTOM))
                .happens(anAgentEvent().at(at("09:10:00")))
                .happens(anAgentEvent().at(at("09:11:00")).inStatus("Break", AgentStatusType.CUSTOM))
                .timePassesUntil(at("09:14:00"));

        assertThat(life.signals()).isEmpty();
    }

    @Test
    void letsSeveralRulesWatchTheSame() {
        Life life = new Life(HOLD, duration("hold-2", Measure.TOTAL_HOLD_SECONDS, ofMinutes(1), ofMinutes(9)))
                .happens(onHold("09:00:00"))
                .timePassesUntil(at("09:02:00"));

        assertThat(life.signals())
                .extracting(AlertSignal::getRuleId, AlertSignal::getAt)
                .containsExactlyInAnyOrder(tuple("hold-2", at("09:01:00")), tuple("hold", at("09:02:00")));
    }

    @Test
    void findsALoweredThresholdToHaveBeenReachedWhenItWas() {
        Life life = new Life(Life.rule("missed", Measure.MISSED_COUNT, 9, 10))
                .happens(missed("09:01:00", "c1"))
                .happens(missed("09:02:00", "c2"))
                .happens(missed("09:03:00", "c3"))
                .rulesBecome(Life.rule("missed", Measure.MISSED_COUNT, 2, 10))
                .timePassesUntil(at("09:04:00"));

        assertThat(life.story()).containsExactly("1 RAISED WARN 09:02:00");
        assertThat(life.signal().getObserved()).isEqualTo(2L);
    }

    @Test
    void endsAnAlertWhoseRuleNowMeasuresSomethingElse() {
        Life life = new Life(HOLD)
                .happens(onHold("09:00:00"))
                .timePassesUntil(at("09:02:00"))
                .rulesBecome(duration("hold", Measure.LOGIN_SECONDS, ofMinutes(30), ofMinutes(40)))
                .timePassesUntil(at("09:02:10"));

        assertThat(life.story()).containsExactly("1 RAISED WARN 09:02:00", "2 CLEARED WARN 09:02:10");
        assertThat(life.signal().getOptionalReason()).contains("RULE_REMOVED");
    }

    private static Rule duration(String id, Measure measure, Duration warn, Duration critical) {
        return Life.rule(id, measure, warn.toMillis(), critical.toMillis());
    }

    private static AgentEvents talking(String time) {
        return anAgentEvent().at(at(time)).holding("c1", ContactState.CONNECTED);
    }

    private static AgentEvents onHold(String time) {
        return anAgentEvent().at(at(time)).holding("c1", ContactState.CONNECTED_ONHOLD);
    }

    private static AgentEvents ended(String time) {
        return anAgentEvent().at(at(time)).holding("c1", ContactState.ENDED);
    }

    private static AgentEvents missed(String time, String contactId) {
        return anAgentEvent().at(at(time)).holding(contactId, ContactState.MISSED);
    }

    private static AgentEvents rejected(String time, String contactId) {
        return anAgentEvent().at(at(time)).holding(contactId, ContactState.REJECTED);
    }

    private static AgentEvent choosing(String time, String status, @Nullable Instant since) {
        return Snapshots.with(
                talking(time), snapshot -> snapshot.setNextStatusName(status).setNextStatusSince(since));
    }

    private static AgentEvents heartBeat(String time) {
        return anAgentEvent().at(at(time)).ofType(AgentEventType.HEART_BEAT);
    }

    private static AgentEvents bot(String time, String activity) {
        AgentStatusType type = activity.equals("Available") ? AgentStatusType.ROUTABLE : AgentStatusType.CUSTOM;
        return anAgentEvent().at(at(time)).ofKind(AgentKind.AI).inStatus(activity, type);
    }
}
