package io.contactpulse.agentstatesla.domain.queue;

import static io.contactpulse.agentstatesla.domain.queue.QueueEntries.answered;
import static io.contactpulse.agentstatesla.domain.queue.QueueEntries.ghost;
import static io.contactpulse.agentstatesla.domain.queue.QueueEntries.offered;
import static io.contactpulse.agentstatesla.domain.queue.QueueEntries.record;
import static io.contactpulse.agentstatesla.domain.queue.QueueEntries.returned;
import static io.contactpulse.agentstatesla.domain.queue.QueueEntries.staff;
import static io.contactpulse.agentstatesla.domain.queue.QueueLife.rule;
import static io.contactpulse.testkit.Moments.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.agentstatesla.domain.Hashes;
import io.contactpulse.agentstatesla.domain.rules.Condition;
import io.contactpulse.agentstatesla.domain.rules.Measure;
import io.contactpulse.agentstatesla.domain.rules.Rule;
import io.contactpulse.schema.AgentAvailability;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.AlertEntityType;
import io.contactpulse.schema.AlertSignal;
import io.contactpulse.schema.QueueExit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Percentages in tenths, durations in milliseconds. The target is 20 seconds. */
class QueueBreachesTest {
    private static final long MINUTE = 60_000;

    @Test
    void tellsAllThatIsKnownOfABreach() {
        QueueLife life = new QueueLife(rule(Measure.SERVICE_LEVEL_ANSWERED, 800L, null)
                .suggestedAction("Move agents here.")
                .build());
        life.hears(record("c1", "09:00:00", "09:00:30", QueueExit.ANSWERED));

        assertThat(life.signal())
                .isEqualTo(AlertSignal.newBuilder(life.signal())
                        .setAlertId(Hashes.sha256(
                                        "i-1",
                                        "rule",
                                        "q-1",
                                        String.valueOf(at("09:00:30").toEpochMilli()))
                                .substring(0, 32))
                        .setInstanceId("i-1")
                        .setRuleId("rule")
                        .setMeasure("serviceLevelAnswered")
                        .setEntityType(AlertEntityType.QUEUE)
                        .setEntity("q-1")
                        .setState(AgentState.UNKNOWN)
                        .setStateStart(at("09:00:30"))
                        .setAt(at("09:00:30"))
                        .setWarnAt(at("09:00:30"))
                        .setCriticalAt(null)
                        .setObserved(0L)
                        .setThreshold(800L)
                        .setReason("UNCLEAR")
                        .setEvidence(List.of("answered within target 0 of 1 offered"))
                        .setSuggestedAction("Move agents here.")
                        .setSeq(1)
                        .setAnnounced(false)
                        .build());
        assertThat(life.signal().getSubject().getOptionalQueueName()).contains("Roadside");
        assertThat(life.signal().getSubject().getOptionalAgentId()).isEmpty();
    }

    @Test
    void judgesEachServiceLevelByItsOwnDefinition() {
        QueueLife answered =
                new QueueLife(rule(Measure.SERVICE_LEVEL_ANSWERED, 600L, null).build());
        QueueLife removed =
                new QueueLife(rule(Measure.SERVICE_LEVEL_REMOVED, 600L, null).build());
        for (QueueLife life : new QueueLife[] {answered, removed}) {
            life.hears(
                    record("c1", "09:00:00", "09:00:10", QueueExit.ANSWERED),
                    record("c2", "09:00:10", "09:00:20", QueueExit.ABANDONED));
        }

        assertThat(answered.story()).containsExactly("RAISED WARN 09:00:20 500");
        assertThat(removed.story()).isEmpty();
    }

    @Test
    void waitsForEnoughContactsBeforeItJudgesARate() {
        QueueLife life = new QueueLife(
                rule(Measure.SERVICE_LEVEL_ANSWERED, 800L, null).minVolume(3).build());

        life.hears(
                record("c1", "09:00:00", "09:00:30", QueueExit.ANSWERED),
                record("c2", "09:00:00", "09:00:40", QueueExit.ANSWERED));
        assertThat(life.story()).isEmpty();
        life.hears(record("c3", "09:00:00", "09:00:50", QueueExit.ANSWERED));

        assertThat(life.story()).containsExactly("RAISED WARN 09:00:50 0");
    }

    @Test
    void raisesEachLevelOnceAndKeepsTheHighest() {
        QueueLife life =
                new QueueLife(rule(Measure.SERVICE_LEVEL_ANSWERED, 800L, 500L).build());
        life.hears(
                record("c1", "09:00:00", "09:00:10", QueueExit.ANSWERED),
                record("c2", "09:00:00", "09:00:30", QueueExit.ANSWERED),
                record("c3", "09:00:00", "09:00:40", QueueExit.ANSWERED),
                record("c4", "09:01:00", "09:01:10", QueueExit.ANSWERED),
                record("c5", "09:01:00", "09:01:15", QueueExit.ANSWERED),
                record("c6", "09:02:00", "09:02:30", QueueExit.ANSWERED),
                record("c7", "09:03:00", "09:03:30", QueueExit.ANSWERED));

        assertThat(life.story()).containsExactly("RAISED WARN 09:00:30 500", "RAISED CRITICAL 09:00:40 333");
        assertThat(life.signals).extracting(AlertSignal::getSeq).containsExactly(1, 2);
        assertThat(life.signals)
                .extracting(AlertSignal::getAlertId)
                .containsOnly(life.signals.get(0).getAlertId());
        assertThat(life.signal().getOptionalWarnAt()).contains(at("09:00:30"));
        assertThat(life.signal().getOptionalCriticalAt()).contains(at("09:00:40"));
    }

    @Test
    void recoversAtTheRecoverLimitAndNotBefore() {
        QueueLife life = new QueueLife(rule(Measure.SERVICE_LEVEL_ANSWERED, 500L, null)
                .recoverLimit(750)
                .build());
        life.hears(
                record("c1", "09:00:00", "09:00:30", QueueExit.ANSWERED),
                record("c2", "09:01:00", "09:01:10", QueueExit.ANSWERED),
                record("c3", "09:02:00", "09:02:10", QueueExit.ANSWERED));
        assertThat(life.story()).containsExactly("RAISED WARN 09:00:30 0");

        life.hears(record("c4", "09:03:00", "09:03:10", QueueExit.ANSWERED));

        assertThat(life.story()).containsExactly("RAISED WARN 09:00:30 0", "CLEARED WARN 09:03:10 0");
        assertThat(life.signal().getOptionalReason()).contains("RECOVERED");
        assertThat(life.signal().getSeq()).isEqualTo(2);
    }

    @Test
    void recoversAtTheThresholdWhenTheRuleSaysNothingElse() {
        QueueLife life =
                new QueueLife(rule(Measure.SERVICE_LEVEL_ANSWERED, 500L, null).build());
        life.hears(
                record("c1", "09:00:00", "09:00:30", QueueExit.ANSWERED),
                record("c2", "09:01:00", "09:01:10", QueueExit.ANSWERED));

        assertThat(life.story()).containsExactly("RAISED WARN 09:00:30 0", "CLEARED WARN 09:01:10 0");
    }

    @Test
    void recoversWhenTheWindowRunsEmpty() {
        QueueLife life =
                new QueueLife(rule(Measure.SERVICE_LEVEL_ANSWERED, 500L, null).build());
        life.hears(record("c1", "09:00:00", "09:00:30", QueueExit.ANSWERED)).timePassesUntil("10:00:00");

        assertThat(life.story()).containsExactly("RAISED WARN 09:00:30 0", "CLEARED WARN 09:30:00 0");
        assertThat(life.due()).isEmpty();
    }

    @Test
    void keepsTheAlertOfTooFewContactsForAWholeWindowOnly() {
        QueueLife life = new QueueLife(
                rule(Measure.SERVICE_LEVEL_ANSWERED, 500L, null).minVolume(3).build());
        life.hears(
                record("c1", "08:59:00", "09:00:00", QueueExit.ANSWERED),
                record("c2", "08:59:00", "09:00:10", QueueExit.ANSWERED),
                record("c2b", "08:59:00", "09:00:10", QueueExit.ANSWERED),
                record("c3", "09:19:00", "09:20:10", QueueExit.ANSWERED),
                record("c4", "09:48:00", "09:49:10", QueueExit.ANSWERED));

        life.timePassesUntil("09:59:59");
        assertThat(life.story()).containsExactly("RAISED WARN 09:00:10 0");
        life.timePassesUntil("10:00:00");
        assertThat(life.story()).containsExactly("RAISED WARN 09:00:10 0", "CLEARED WARN 10:00:00 0");
    }

    @Test
    void startsTheThinTimeAnewWhenContactsComeBack() {
        QueueLife life = new QueueLife(
                rule(Measure.SERVICE_LEVEL_ANSWERED, 500L, null).minVolume(2).build());
        life.hears(
                record("c1", "08:59:00", "09:00:00", QueueExit.ANSWERED),
                record("c2", "08:59:00", "09:00:10", QueueExit.ANSWERED),
                record("c3", "09:19:00", "09:20:10", QueueExit.ANSWERED),
                record("c4", "09:44:00", "09:45:10", QueueExit.ANSWERED),
                record("c5", "09:48:00", "09:49:10", QueueExit.ANSWERED));
        life.timePassesUntil("10:14:59");

        assertThat(life.story()).containsExactly("RAISED WARN 09:00:10 0");
    }

    @Test
    void raisesARateOnceMoreAsAnotherBreach() {
        QueueLife life =
                new QueueLife(rule(Measure.SERVICE_LEVEL_ANSWERED, 500L, null).build());
        life.hears(
                record("c1", "09:00:00", "09:00:30", QueueExit.ANSWERED),
                record("c2", "09:01:00", "09:01:10", QueueExit.ANSWERED),
                record("c3", "09:02:00", "09:02:30", QueueExit.ANSWERED));

        assertThat(life.story())
                .containsExactly("RAISED WARN 09:00:30 0", "CLEARED WARN 09:01:10 0", "RAISED WARN 09:02:30 333");
        assertThat(life.signal().getSeq()).isEqualTo(1);
        assertThat(life.signal().getAlertId()).isNotEqualTo(life.signals.get(0).getAlertId());
    }

    @Test
    void rejudgesARateWhenAGoodContactFallsOutOfTheWindow() {
        QueueLife life =
                new QueueLife(rule(Measure.SERVICE_LEVEL_ANSWERED, 500L, null).build());
        life.hears(
                record("c1", "09:00:00", "09:00:10", QueueExit.ANSWERED),
                record("c2", "09:05:00", "09:06:00", QueueExit.ANSWERED));
        life.timePassesUntil("09:31:00");

        assertThat(life.story()).containsExactly("RAISED WARN 09:30:00 0");
    }

    @Test
    void judgesTheAbandonRateOnceContactRecordsAreSeen() {
        QueueLife life = new QueueLife(
                rule(Measure.ABANDON_RATE, 0L, 400L).recoverLimit(300).build());
        life.hears(answered("09:00:10", "c1", "09:00:00"));
        assertThat(life.story()).isEmpty();

        life.hears(
                record("c1", "09:00:00", "09:00:10", QueueExit.ANSWERED),
                record("c2", "09:01:00", "09:01:10", QueueExit.ABANDONED));

        assertThat(life.story()).containsExactly("RAISED WARN 09:00:10 0", "RAISED CRITICAL 09:01:10 500");
        assertThat(life.signal().getEvidence()).containsExactly("abandoned 1 of 2 offered");
    }

    @Test
    void callsTheAbandonRateOverBelowItsRecoverLimit() {
        QueueLife life = new QueueLife(
                rule(Measure.ABANDON_RATE, 400L, null).recoverLimit(300).build());
        life.hears(
                record("c1", "09:00:00", "09:00:10", QueueExit.ABANDONED),
                record("c2", "09:01:00", "09:01:10", QueueExit.ANSWERED),
                record("c3", "09:02:00", "09:02:10", QueueExit.ANSWERED));
        assertThat(life.story()).containsExactly("RAISED WARN 09:00:10 1000");
        life.hears(record("c4", "09:03:00", "09:03:10", QueueExit.ANSWERED));

        assertThat(life.story()).containsExactly("RAISED WARN 09:00:10 1000", "CLEARED WARN 09:03:10 1000");
    }

    @Test
    void raisesALongWaitWhenItIsDueWithOnlyTimePassing() {
        QueueLife life = new QueueLife(
                rule(Measure.OLDEST_WAITING_SECONDS, 2 * MINUTE, 3 * MINUTE).build());
        life.hears(returned("09:00:10", "c1", "09:00:05"));

        life.timePassesUntil("09:02:04.999");
        assertThat(life.story()).isEmpty();
        life.timePassesUntil("09:05:00");

        assertThat(life.story()).containsExactly("RAISED WARN 09:02:05 120000", "RAISED CRITICAL 09:03:05 180000");
        assertThat(life.signal().getStateStart()).isEqualTo(at("09:02:05"));
        assertThat(life.signal().getEvidence()).containsExactly("waiting 1, the oldest since 2026-03-02T09:00:05Z");
    }

    /** Agent events show a contact when it rings: then it is about to be answered, however long it has waited. */
    @Test
    void raisesNothingForAWaitThatMayEndNow() {
        QueueLife life = new QueueLife(
                rule(Measure.OLDEST_WAITING_SECONDS, 2 * MINUTE, 3 * MINUTE).build());
        life.hears(offered("09:05:00", "c1", "09:00:00"), answered("09:05:10", "c1", "09:00:00"));
        assertThat(life.story()).isEmpty();

        life.hears(
                offered("09:06:00", "c2", "09:00:00"),
                returned("09:06:20", "c2", "09:00:00"),
                offered("09:06:30", "c2", "09:00:00"),
                answered("09:06:40", "c2", "09:00:00"));

        assertThat(life.story())
                .containsExactly(
                        "RAISED WARN 09:06:20 380000",
                        "RAISED CRITICAL 09:06:20 380000",
                        "CLEARED CRITICAL 09:06:40 380000");
    }

    @Test
    void raisesAWaitAtOnceThatIsLongWhenItIsFirstSeen() {
        QueueLife life = new QueueLife(
                rule(Measure.OLDEST_WAITING_SECONDS, 2 * MINUTE, 3 * MINUTE).build());
        life.hears(returned("09:05:00", "c1", "09:00:00"));

        assertThat(life.story()).containsExactly("RAISED WARN 09:05:00 300000", "RAISED CRITICAL 09:05:00 300000");
        assertThat(life.signal().getStateStart()).isEqualTo(at("09:05:00"));
    }

    @Test
    void keepsALongWaitWhileTheNextOldestIsNotYoungEnough() {
        QueueLife life = new QueueLife(rule(Measure.OLDEST_WAITING_SECONDS, 2 * MINUTE, null)
                .recoverLimit(MINUTE)
                .build());
        life.hears(
                returned("09:00:00", "c1", "09:00:00"),
                returned("09:01:10", "c2", "09:01:10"),
                returned("09:02:00", "c3", "09:02:00"),
                answered("09:02:10", "c1", "09:00:00"));
        assertThat(life.story()).containsExactly("RAISED WARN 09:02:00 120000");

        life.hears(answered("09:02:30", "c2", "09:01:10"));

        assertThat(life.story()).containsExactly("RAISED WARN 09:02:00 120000", "CLEARED WARN 09:02:30 120000");
    }

    @Test
    void endsALongWaitWhenNobodyWaits() {
        QueueLife life = new QueueLife(
                rule(Measure.OLDEST_WAITING_SECONDS, 2 * MINUTE, null).build());
        life.hears(returned("09:00:00", "c1", "09:00:00"), record("c1", "09:00:00", "09:02:00", QueueExit.ABANDONED));

        assertThat(life.story()).containsExactly("RAISED WARN 09:02:00 120000", "CLEARED WARN 09:02:00 120000");
    }

    @Test
    void takesBackALongWaitThatHadEndedBefore() {
        QueueLife life = new QueueLife(
                rule(Measure.OLDEST_WAITING_SECONDS, 2 * MINUTE, null).build());
        life.hears(returned("09:00:00", "c1", "09:00:00")).timePassesUntil("09:02:30");
        life.hears(record("c1", "09:00:00", "09:01:59", QueueExit.ABANDONED));

        assertThat(life.story()).containsExactly("RAISED WARN 09:02:00 120000", "RETRACTED WARN 09:01:59 120000");
        assertThat(life.signal().getOptionalReason()).contains("ENDED_BEFORE_THRESHOLD");
    }

    @Test
    void missesAgentsOnlyOnceThereWereSome() {
        QueueLife life = new QueueLife(rule(Measure.STAFFED_AGENTS, 2L, 1L).build());
        life.hears(ghost("09:00:00", "agent-009"), returned("09:00:10", "c1", "09:00:00"));
        assertThat(life.story()).isEmpty();

        life.hears(
                staff("09:01:00", "agent-001", AgentAvailability.AVAILABLE),
                staff("09:02:00", "agent-002", AgentAvailability.BUSY),
                staff("09:03:00", "agent-001", AgentAvailability.OFF),
                staff("09:04:00", "agent-002", AgentAvailability.OFF),
                staff("09:05:00", "agent-001", AgentAvailability.AWAY),
                staff("09:06:00", "agent-002", AgentAvailability.AWAY));

        assertThat(life.story())
                .containsExactly(
                        "RAISED WARN 09:01:00 1",
                        "CLEARED WARN 09:02:00 1",
                        "RAISED WARN 09:03:00 1",
                        "RAISED CRITICAL 09:04:00 0",
                        "CLEARED CRITICAL 09:06:00 0");
        assertThat(life.signals.get(3).getEvidence()).containsExactly("staffed 0, at most 2");
        assertThat(life.signals.get(3).getOptionalReason()).isEmpty();
    }

    @Test
    void doesNotCountOnAGhost() {
        QueueLife life = new QueueLife(rule(Measure.STAFFED_AGENTS, 1L, null).build());
        life.hears(staff("09:00:00", "agent-001", AgentAvailability.AVAILABLE), ghost("09:01:00", "agent-001"));

        assertThat(life.story()).containsExactly("RAISED WARN 09:01:00 0");
    }

    @Test
    void raisesAnAgentWhoIsAvailableWhileSomebodyWaits() {
        QueueLife life = new QueueLife(
                rule(Measure.AVAILABLE_WHILE_WAITING_SECONDS, 30_000L, 60_000L).build());
        life.hears(
                staff("09:00:00", "agent-001", AgentAvailability.AVAILABLE),
                returned("09:00:10", "c1", "09:00:05"),
                ghost("09:00:20", "agent-002"),
                staff("09:01:00", "agent-001", AgentAvailability.BUSY),
                answered("09:01:10", "c1", "09:00:05"));

        assertThat(life.signals)
                .extracting(signal -> signal.getEntity() + " " + signal.getType() + " " + signal.getLevel() + " "
                        + QueueLife.time(signal.getAt()))
                .containsExactly(
                        "agent-001 RAISED WARN 09:00:40",
                        "agent-002 RAISED WARN 09:00:50",
                        "agent-001 CLEARED WARN 09:01:00",
                        "agent-002 CLEARED WARN 09:01:10");
        AlertSignal signal = life.signals.get(0);
        assertThat(signal.getEntityType()).isEqualTo(AlertEntityType.AGENT);
        assertThat(signal.getSubject().getOptionalAgentId()).contains("agent-001");
        assertThat(signal.getSubject().getOptionalQueueName()).contains("Roadside");
        assertThat(signal.getSubject().getOptionalTeam()).contains("North");
        assertThat(signal.getStateStart()).isEqualTo(at("09:00:40"));
        assertThat(signal.getOptionalReason()).isEmpty();
        assertThat(signal.getEvidence())
                .containsExactly(
                        "available since 2026-03-02T09:00:00Z, a contact was sent back at 2026-03-02T09:00:10Z");
    }

    @Test
    void saysNothingOfAnAgentWhoIsBusyWhileSomebodyWaits() {
        QueueLife life = new QueueLife(
                rule(Measure.AVAILABLE_WHILE_WAITING_SECONDS, 30_000L, null).build());
        life.hears(staff("09:00:00", "agent-001", AgentAvailability.BUSY), returned("09:00:10", "c1", "09:00:05"))
                .timePassesUntil("09:02:00");

        assertThat(life.story()).isEmpty();
    }

    @Test
    void endsTheAlertOfAnAgentWhoLeaves() {
        QueueLife life = new QueueLife(
                rule(Measure.AVAILABLE_WHILE_WAITING_SECONDS, 30_000L, null).build());
        life.hears(
                staff("09:00:00", "agent-001", AgentAvailability.AVAILABLE),
                returned("09:00:10", "c1", "09:00:05"),
                staff("09:01:00", "agent-001", AgentAvailability.OFF));

        assertThat(life.story()).containsExactly("RAISED WARN 09:00:40 30000", "CLEARED WARN 09:01:00 30000");
        assertThat(life.signal().getOptionalReason()).contains("RECOVERED");
    }

    @Test
    void startsTheClockAnewWhenTheNextContactIsYounger() {
        QueueLife life = new QueueLife(
                rule(Measure.AVAILABLE_WHILE_WAITING_SECONDS, 30_000L, null).build());
        life.hears(
                staff("09:00:00", "agent-001", AgentAvailability.AVAILABLE),
                returned("09:00:10", "c1", "09:00:00"),
                returned("09:00:15", "c2", "09:00:15"),
                answered("09:00:20", "c1", "09:00:00"));
        life.timePassesUntil("09:00:45");

        assertThat(life.story()).containsExactly("RAISED WARN 09:00:45 30000");
    }

    @ParameterizedTest
    @CsvSource({
        "QUEUE, Roadside, true",
        "QUEUE, Billing, false",
        "INSTANCE, i-1, true",
        "INSTANCE, i-2, false",
        "TEAM, Europe, true",
        "TEAM, Berlin, true",
        "TEAM, North, true",
        "TEAM, South, false",
        "ROUTING_PROFILE, Service, true",
        "ROUTING_PROFILE, Sales, false",
        "AGENT_KIND, HUMAN, true",
        "AGENT_KIND, AI, false",
        "STATE, AVAILABLE, false"
    })
    void watchesTheAgentsARuleAsksFor(Condition condition, String value, boolean watched) {
        QueueLife life = new QueueLife(rule(Measure.AVAILABLE_WHILE_WAITING_SECONDS, 30_000L, null)
                .when(condition, Set.of(value))
                .build());
        life.hears(staff("09:00:00", "agent-001", AgentAvailability.AVAILABLE), returned("09:00:10", "c1", "09:00:00"))
                .timePassesUntil("09:01:00");

        assertThat(life.signals).hasSize(watched ? 1 : 0);
    }

    @Test
    void endsTheAlertsOfARuleThatIsGone() {
        QueueLife life = new QueueLife(rule(Measure.STAFFED_AGENTS, 2L, null).build());
        life.hears(staff("09:00:30", "agent-001", AgentAvailability.AVAILABLE));

        life.rulesBecome().timePassesUntil("09:01:00");

        assertThat(life.story()).containsExactly("RAISED WARN 09:00:30 1", "CLEARED WARN 09:01:00 1");
        assertThat(life.signal().getOptionalReason()).contains("RULE_REMOVED");
    }

    @Test
    void goesByAChangedThresholdFromTheNextSliceOn() {
        QueueLife life = new QueueLife(
                rule(Measure.OLDEST_WAITING_SECONDS, 10 * MINUTE, null).build());
        life.hears(returned("09:00:10", "c1", "09:00:10"));
        Rule stricter = rule(Measure.OLDEST_WAITING_SECONDS, MINUTE, null).build();

        life.rulesBecome(stricter).timePassesUntil("09:05:00");

        assertThat(life.story()).containsExactly("RAISED WARN 09:01:10 60000");
    }
}
