package io.contactpulse.agentstatesla.domain.queue;

import static io.contactpulse.agentstatesla.domain.queue.QueueEntries.answered;
import static io.contactpulse.agentstatesla.domain.queue.QueueEntries.ghost;
import static io.contactpulse.agentstatesla.domain.queue.QueueEntries.gone;
import static io.contactpulse.agentstatesla.domain.queue.QueueEntries.offered;
import static io.contactpulse.agentstatesla.domain.queue.QueueEntries.record;
import static io.contactpulse.agentstatesla.domain.queue.QueueEntries.returned;
import static io.contactpulse.agentstatesla.domain.queue.QueueEntries.staff;
import static io.contactpulse.testkit.Moments.at;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactpulse.schema.AgentAvailability;
import io.contactpulse.schema.QueueContact;
import io.contactpulse.schema.QueueContactState;
import io.contactpulse.schema.QueueEntry;
import io.contactpulse.schema.QueueExit;
import io.contactpulse.schema.QueueStatus;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The target is 20 seconds. */
class QueueFiguresTest {
    private final QueueLife life = new QueueLife();

    @Test
    void tellsBothServiceLevelsWhichDifferByWhoLeftInTimeWithoutAnAnswer() {
        life.hears(
                record("in time", "09:00:00", "09:00:20", QueueExit.ANSWERED),
                record("late", "09:00:00", "09:00:21", QueueExit.ANSWERED),
                record("gave up soon", "09:00:20", "09:00:30", QueueExit.ABANDONED),
                record("gave up late", "09:00:00", "09:00:40", QueueExit.ABANDONED),
                record("called back soon", "09:00:45", "09:00:50", QueueExit.CALLED_BACK),
                record("called back late", "09:00:20", "09:01:00", QueueExit.CALLED_BACK),
                record("sent on soon", "09:01:00", "09:01:10", QueueExit.TRANSFERRED));

        QueueStatus row = life.row();
        assertThat(row.getOffered()).isEqualTo(7);
        assertThat(row.getAnswered()).isEqualTo(2);
        assertThat(row.getOptionalAbandoned()).contains(2);
        assertThat(row.getOptionalCalledBack()).contains(2);
        assertThat(row.getAnsweredWithinTarget()).isEqualTo(1);
        assertThat(row.getRemovedWithinTarget()).isEqualTo(3);
        assertThat(row.getOptionalServiceLevelAnswered()).contains(142L);
        assertThat(row.getOptionalServiceLevelRemoved()).contains(428L);
        assertThat(row.getOptionalAverageSpeedOfAnswerMillis()).contains(20_500L);
    }

    @Test
    void goesByTheTargetOfTheQueue() {
        QueueEntry entry = QueueEntry.newBuilder(record("c", "09:00:00", "09:01:00", QueueExit.ANSWERED))
                .setQueueId("q-slow")
                .build();

        assertThat(life.hears(entry).row().getAnsweredWithinTarget()).isEqualTo(1);
    }

    @Test
    void refusesATargetThatIsNone() {
        assertThatThrownBy(() -> ServiceLevelTargets.of(Duration.ZERO, Map.of()))
                .hasMessageContaining("positive");
        assertThatThrownBy(() -> ServiceLevelTargets.of(ofSeconds(20), Map.of("q-1", ofSeconds(-1))))
                .hasMessageContaining("positive");
    }

    @Test
    void knowsOfNoAbandonsWithoutContactRecords() {
        life.hears(offered("09:00:05", "c1", "09:00:00"), answered("09:00:10", "c1", "09:00:00"));

        assertThat(life.row().getAbandonsKnown()).isFalse();
        assertThat(life.row().getOptionalAbandoned()).isEmpty();
        assertThat(life.row().getOptionalCalledBack()).isEmpty();
        assertThat(life.row().getOptionalServiceLevelAnswered()).contains(1000L);
    }

    @Test
    void countsAContactOnceThatIsOfferedTwice() {
        life.hears(
                offered("09:00:05", "c1", "09:00:00"),
                returned("09:00:25", "c1", "09:00:00"),
                offered("09:00:30", "c1", "09:00:00"));
        assertThat(life.timePassesUntil("09:00:31").row().getWaiting()).isEqualTo(1);
        assertThat(life.row().getOptionalOldestWaitingSince()).contains(at("09:00:00"));

        life.hears(answered("09:00:40", "c1", "09:00:00"), returned("09:00:41", "c1", "09:00:00"))
                .timePassesUntil("09:00:50");

        assertThat(life.row().getWaiting()).isZero();
        assertThat(life.row().getOffered()).isEqualTo(1);
        assertThat(life.row().getAnsweredWithinTarget()).isZero();
    }

    @Test
    void letsTheContactRecordCorrectWhatAnEventShowed() {
        life.hears(
                answered("09:00:21", "c1", "09:00:00"),
                record("c1", "09:00:02", "09:00:21", QueueExit.ANSWERED),
                record("c1", "09:00:02", "09:00:21", QueueExit.ANSWERED),
                answered("09:00:25", "c1", "09:00:00"));
        life.timePassesUntil("09:00:40");

        assertThat(life.row().getOffered()).isEqualTo(1);
        assertThat(life.row().getAnsweredWithinTarget()).isEqualTo(1);
        assertThat(life.row().getOptionalAverageSpeedOfAnswerMillis()).contains(19_000L);
    }

    @Test
    void endsAWaitByTheContactRecord() {
        life.hears(offered("09:00:05", "c1", "09:00:00"), record("c1", "09:00:00", "09:00:30", QueueExit.ABANDONED));

        assertThat(life.row().getWaiting()).isZero();
        assertThat(life.row().getOptionalAbandoned()).contains(1);
    }

    @Test
    void ignoresACorrectionOfWhatHasLeftTheWindow() {
        life.hears(
                staff("09:40:00", "agent-001", AgentAvailability.AVAILABLE),
                record("old", "09:00:00", "09:10:59", QueueExit.ABANDONED),
                record("just inside", "09:00:00", "09:11:00", QueueExit.ABANDONED));
        life.timePassesUntil("09:40:10");

        assertThat(life.row().getOffered()).isEqualTo(1);
    }

    @Test
    void dropsAContactAtTheEndOfTheSliceThirtyMinutesLater() {
        life.hears(record("c1", "09:00:00", "09:00:30", QueueExit.ABANDONED));

        life.timePassesUntil("09:29:59");
        assertThat(life.row().getOffered()).isEqualTo(1);
        life.timePassesUntil("09:30:00");
        assertThat(life.row().getOffered()).isZero();
        assertThat(life.row().getOptionalServiceLevelAnswered()).isEmpty();
        assertThat(life.row().getWindowStart()).isEqualTo(at("09:01:00"));
    }

    @Test
    void forgetsAContactUnheardOfForAQuarterOfAnHour() {
        life.hears(offered("09:00:05", "c1", "09:00:00"), returned("09:00:30", "c1", "09:00:00"));

        life.timePassesUntil("09:15:29");
        assertThat(life.row().getWaiting()).isEqualTo(1);
        life.timePassesUntil("09:15:30");
        assertThat(life.row().getWaiting()).isZero();
        assertThat(life.row().getOffered()).isZero();
    }

    @Test
    void stopsAWaitThatVanishedFromItsAgentUntilItIsOfferedAgain() {
        QueueEntry vanished = QueueEntry.newBuilder(gone("09:00:10", "c1", "09:00:00", Duration.ZERO))
                .setContact(QueueContact.newBuilder(gone("09:00:10", "c1", "09:00:00", Duration.ZERO)
                                .getContact())
                        .setHandledMillis(null)
                        .build())
                .build();
        life.hears(offered("09:00:05", "c1", "09:00:00"), vanished).timePassesUntil("09:00:20");
        assertThat(life.row().getWaiting()).isZero();
        assertThat(life.row().getOffered()).isZero();

        life.hears(offered("09:00:25", "c1", "09:00:00"));
        assertThat(life.row().getOptionalOldestWaitingSince()).contains(at("09:00:00"));
    }

    @Test
    void learnsOfAnAnswerFromTheContactsEnd() {
        QueueEntry end = gone("09:05:00", "c1", "09:00:00", Duration.ofMinutes(4));
        life.hears(QueueEntry.newBuilder(end)
                .setContact(QueueContact.newBuilder(end.getContact())
                        .setConnectedAt(at("09:00:15"))
                        .build())
                .build());

        assertThat(life.row().getAnsweredWithinTarget()).isEqualTo(1);
        assertThat(life.row().getOptionalAverageHandleMillis()).contains(240_000L);
    }

    @Test
    void knowsNothingOfAContactThatNeverQueued() {
        QueueEntry outbound = answered("09:00:10", "c1", "09:00:00");
        life.hears(QueueEntry.newBuilder(outbound)
                .setContact(QueueContact.newBuilder(outbound.getContact())
                        .setQueuedAt(null)
                        .build())
                .build());

        assertThat(life.row().getOffered()).isZero();
        assertThat(life.row().getWaiting()).isZero();
    }

    @Test
    void averagesHandleTimeByWhenTheWorkEnded() {
        life.hears(
                answered("09:00:10", "c1", "09:00:00"),
                answered("09:00:20", "c2", "09:00:00"),
                gone("09:02:10", "c1", "09:00:00", Duration.ofMinutes(2)),
                gone("09:34:20", "c2", "09:00:00", Duration.ofMinutes(34)));

        assertThat(life.row().getOffered()).isZero();
        assertThat(life.row().getOptionalAverageHandleMillis())
                .contains(Duration.ofMinutes(34).toMillis());
    }

    @Test
    void countsTheWorkOfAContactRecordFromItsEndOn() {
        life.hears(
                QueueEntries.record("c1", at("09:00:00"), at("09:00:10"), QueueExit.ANSWERED, Duration.ofMinutes(3)));
        assertThat(life.row().getOptionalAverageHandleMillis()).isEmpty();

        life.hears(gone("09:03:10", "c1", "09:00:00", Duration.ofMinutes(1)));

        assertThat(life.row().getOptionalAverageHandleMillis()).contains(180_000L);
    }

    @Test
    void countsNoGhostAmongTheStaff() {
        life.hears(
                staff("09:00:00", "agent-001", AgentAvailability.AVAILABLE),
                staff("09:00:01", "agent-002", AgentAvailability.BUSY),
                staff("09:00:02", "agent-003", AgentAvailability.AWAY),
                ghost("09:00:03", "agent-004"),
                staff("09:00:04", "agent-005", AgentAvailability.AVAILABLE),
                staff("09:00:05", "agent-005", AgentAvailability.OFF));

        assertThat(life.row().getStaffed()).isEqualTo(3);
        assertThat(life.row().getAvailable()).isEqualTo(1);
        assertThat(life.row().getGhosts()).isEqualTo(1);
    }

    @Test
    void tellsAtMostOneRowASecondAndTheLastOneAlways() {
        life.hears(
                staff("09:00:00", "agent-001", AgentAvailability.AVAILABLE),
                staff("09:00:00.400", "agent-002", AgentAvailability.AVAILABLE),
                staff("09:00:00.800", "agent-003", AgentAvailability.AVAILABLE));
        assertThat(life.rows).extracting(QueueStatus::getStaffed).containsExactly(1);

        life.timePassesUntil("09:00:05");

        assertThat(life.rows).extracting(QueueStatus::getStaffed).containsExactly(1, 3);
        assertThat(life.row().getAt()).isEqualTo(at("09:00:01"));
        assertThat(life.row().getVersion()).isEqualTo(at("09:00:00.800").toEpochMilli());
        assertThat(life.pressures).hasSize(2);
    }

    @Test
    void tellsTheDeskOnlyWhatItQuotes() {
        life.hears(
                staff("09:00:00", "agent-001", AgentAvailability.AVAILABLE),
                ghost("09:00:02", "agent-002"),
                staff("09:00:04", "agent-001", AgentAvailability.BUSY));

        assertThat(life.rows).hasSize(3);
        assertThat(life.pressures).extracting("available").containsExactly(1, 0);
    }

    @Test
    void givesEveryRowAVersionOfItsOwn() {
        life.hears(record("c1", "09:00:00", "09:00:30", QueueExit.ABANDONED)).timePassesUntil("09:31:00");

        long first = at("09:00:30").toEpochMilli();
        assertThat(life.rows).extracting(QueueStatus::getVersion).containsExactly(first, first + 1);
    }

    @Test
    void remembersNothingOfAQuietQueueButItsStaff() {
        life.hears(
                        staff("09:00:00", "agent-001", AgentAvailability.AVAILABLE),
                        offered("09:00:10", "c0", "09:00:00"),
                        QueueEntries.contact(at("09:00:11"), "c9", QueueContactState.UNKNOWN, at("09:00:00")),
                        answered("09:00:20", "c1", "09:00:00"),
                        gone("09:01:00", "c1", "09:00:00", ofSeconds(40)))
                .timePassesUntil("10:00:00");

        assertThat(life.queue().getWaiting()).isEmpty();
        assertThat(life.queue().getLeft()).isEmpty();
        assertThat(life.queue().getHandled()).isEmpty();
        assertThat(life.queue().getHeadcounts()).hasSize(1);
        assertThat(life.queue().getStaff()).hasSize(1);
        assertThat(life.due()).isEmpty();
    }
}
