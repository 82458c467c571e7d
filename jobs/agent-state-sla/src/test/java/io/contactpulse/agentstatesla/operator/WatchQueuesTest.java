package io.contactpulse.agentstatesla.operator;

import static io.contactpulse.agentstatesla.domain.queue.QueueEntries.answered;
import static io.contactpulse.agentstatesla.domain.queue.QueueEntries.record;
import static io.contactpulse.agentstatesla.domain.queue.QueueEntries.returned;
import static io.contactpulse.agentstatesla.domain.queue.QueueEntries.staff;
import static io.contactpulse.testkit.Moments.NINE_OCLOCK;
import static io.contactpulse.testkit.Moments.at;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.schema.AgentAvailability;
import io.contactpulse.schema.QueueEntry;
import io.contactpulse.schema.QueueExit;
import io.contactpulse.schema.QueueStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The oldest may wait for 2 minutes, for 3 at most; half of all contacts must be answered within 20 seconds. */
class WatchQueuesTest {
    private static final List<QueueEntry> STORY = List.of(
            staff("09:00:00", "agent-001", AgentAvailability.BUSY),
            returned("09:00:10", "c1", "09:00:00"),
            returned("09:01:10", "c2", "09:01:00"),
            answered("09:02:30", "c1", "09:00:00"),
            record("c2", "09:01:00", "09:04:30", QueueExit.ABANDONED),
            staff("09:05:00", "agent-001", AgentAvailability.OFF),
            answered("09:10:00", "c3", "09:09:50"),
            returned("09:45:00", "c4", "09:44:30"));

    private WatchingHarness harness;

    @BeforeEach
    void openLive() throws Exception {
        harness = WatchingHarness.started(NINE_OCLOCK.minus(ofMinutes(1)));
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void raisesOnTimeWithOnlyTheClockMoving() throws Exception {
        harness.hears(returned("09:00:10", "c1", "09:00:00"));

        harness.clockReaches(at("09:01:59"));
        assertThat(harness.signals()).isEmpty();
        harness.clockReaches(at("09:02:00"));
        assertThat(harness.signals()).containsExactly("wait RAISED WARN 09:02:00 1");
        harness.clockReaches(at("09:03:00"));
        assertThat(harness.signals()).containsExactly("wait RAISED WARN 09:02:00 1", "wait RAISED CRITICAL 09:03:00 2");
    }

    @Test
    void tellsTheSameLiveAndInAReplay() throws Exception {
        harness.clockReaches(NINE_OCLOCK);
        for (QueueEntry entry : STORY) {
            for (Instant second = harness.clock(); second.isBefore(entry.getAt()); second = second.plusSeconds(1)) {
                harness.clockReaches(second);
            }
            harness.hears(entry);
        }
        harness.clockReaches(at("10:00:00"));
        List<String> live = harness.told();

        harness.close();
        harness = WatchingHarness.started(Pace.eventTime(at("10:00:00")));
        for (QueueEntry entry : STORY) {
            harness.hears(entry);
        }
        harness.watermarkReaches(Long.MAX_VALUE);
        assertThat(harness.told()).isEqualTo(live);

        harness.close();
        harness = WatchingHarness.started(Pace.eventTime(at("10:00:00")));
        for (QueueEntry entry : STORY) {
            harness.watermarkReaches(entry.getAt().toEpochMilli() - 1);
            harness.hears(entry);
        }
        harness.watermarkReaches(Long.MAX_VALUE);
        assertThat(harness.told()).isEqualTo(live);
        assertThat(harness.signals())
                .containsExactly(
                        "wait RAISED WARN 09:02:00 1",
                        "level RAISED WARN 09:02:30 1",
                        "wait CLEARED WARN 09:02:30 2",
                        "wait RAISED WARN 09:03:00 1",
                        "wait RAISED CRITICAL 09:04:00 2",
                        "wait CLEARED CRITICAL 09:04:30 3",
                        "level CLEARED WARN 09:32:00 2",
                        "wait RAISED WARN 09:46:30 1",
                        "wait RAISED CRITICAL 09:47:30 2",
                        "wait CLEARED CRITICAL 10:00:00 3");
    }

    @Test
    void letsNothingHappenAfterTheEndOfAReplay() throws Exception {
        harness.close();
        harness = WatchingHarness.started(Pace.eventTime(at("09:02:30")));
        harness.hears(returned("09:00:10", "c1", "09:00:00"));
        harness.watermarkReaches(Long.MAX_VALUE);

        assertThat(harness.signals()).containsExactly("wait RAISED WARN 09:02:00 1");
    }

    @Test
    void neitherLosesNorRepeatsASignalOverARestart() throws Exception {
        harness.hears(returned("09:00:10", "c1", "09:00:00"));
        harness.clockReaches(at("09:02:00"));
        OperatorSubtaskState snapshot = harness.snapshot();
        harness.close();

        harness = WatchingHarness.restored(snapshot, at("09:02:20"));
        harness.clockReaches(at("09:02:59"));
        assertThat(harness.signals()).isEmpty();
        harness.clockReaches(at("09:03:00"));
        harness.hears(answered("09:03:10", "c1", "09:00:00"));

        assertThat(harness.signals())
                .containsExactly(
                        "wait RAISED CRITICAL 09:03:00 2",
                        "level RAISED WARN 09:03:10 1",
                        "wait CLEARED CRITICAL 09:03:10 3");
    }

    @Test
    void raisesNoFalseAlarmWhileABacklogIsRead() throws Exception {
        harness.hears(returned("09:00:10", "c1", "09:00:00"));
        OperatorSubtaskState snapshot = harness.snapshot();
        harness.close();

        harness = WatchingHarness.restored(snapshot, at("09:05:00"));
        harness.clockReaches(at("09:05:08"));
        harness.hears(staff("09:00:30", "agent-001", AgentAvailability.BUSY));
        harness.clockReaches(at("09:05:17"));
        harness.hears(answered("09:00:15", "c1", "09:00:00"));
        harness.clockReaches(at("09:06:00"));

        assertThat(harness.signals()).isEmpty();
    }

    @Test
    void takesNoContactRecordForASignOfABacklog() throws Exception {
        harness.hears(returned("09:00:10", "c1", "09:00:00"));
        harness.clockReaches(at("09:01:55"));
        harness.hears(record("c0", "08:50:00", "08:50:10", QueueExit.ANSWERED));
        harness.clockReaches(at("09:02:00"));

        assertThat(harness.signals()).containsExactly("wait RAISED WARN 09:02:00 1");
    }

    @Test
    void goesByTheRulesThatAreBroadcast() throws Exception {
        harness.hears(returned("09:00:10", "c1", "09:00:00"));
        harness.clockReaches(at("09:02:00"));
        harness.rulesBecome("rules:\n  - id: other\n    when: { state: ACW }\n    warn: 60s\n");
        harness.clockReaches(at("09:03:00"));

        assertThat(harness.signals()).containsExactly("wait RAISED WARN 09:02:00 1", "wait CLEARED WARN 09:03:00 2");
    }

    @Test
    void keepsQueuesOfTheSameNameApartByInstance() throws Exception {
        harness.hears(staff("09:00:00", "agent-001", AgentAvailability.BUSY));
        harness.hears(QueueEntry.newBuilder(staff("09:00:01", "agent-002", AgentAvailability.BUSY))
                .setInstanceId("i-2")
                .build());

        assertThat(harness.rows()).extracting(QueueStatus::getStaffed).containsExactly(1, 1);
    }

    @Test
    void setsNoTimerForAQuietQueue() throws Exception {
        harness.hears(staff("09:00:00", "agent-001", AgentAvailability.AVAILABLE));
        harness.hears(returned("09:00:10", "c1", "09:00:00"));
        harness.hears(answered("09:00:15", "c1", "09:00:00"));
        assertThat(harness.timers()).isEqualTo(1);

        harness.clockReaches(at("09:30:00"));

        assertThat(harness.timers()).isZero();
    }

    @Test
    void forgetsAQueueUnheardOfForEightDays() throws Exception {
        harness.stateAgesUntil(NINE_OCLOCK);
        harness.hears(staff("09:00:00", "agent-001", AgentAvailability.BUSY));
        harness.stateAgesUntil(NINE_OCLOCK.plus(Duration.ofDays(9)));
        harness.hears(staff("09:00:10", "agent-002", AgentAvailability.BUSY));

        assertThat(harness.rows()).extracting(QueueStatus::getStaffed).containsExactly(1, 1);
    }
}
