package io.contactpulse.agentstatesla.domain.queue;

import io.contactpulse.schema.DeskEntry;
import io.contactpulse.schema.QueuePressure;
import io.contactpulse.schema.QueueStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Tells a queue's figures when they changed, but not more often than people can read: what waits is told when due. */
final class QueueReport {
    private static final Duration AT_MOST_EVERY = Duration.ofSeconds(1);

    private final Optional<QueueStatus> before;
    private final Optional<Instant> earliest;
    private final QueueStatus current;

    /** {@code current} carries no version yet. */
    QueueReport(Optional<QueueStatus> before, Optional<Instant> reportedAt, QueueStatus current) {
        this.before = before;
        this.earliest = reportedAt.map(at -> at.plus(AT_MOST_EVERY));
        this.current = current;
    }

    /** The row, if it is time for one. */
    Optional<QueueStatus> row() {
        return hasNews() && !mustWait() ? Optional.of(versioned()) : Optional.empty();
    }

    /** When the row will be told that must wait. */
    Optional<Instant> dueAt() {
        return hasNews() && mustWait() ? earliest : Optional.empty();
    }

    /** The figures of that row that messages quote, if those changed too. */
    Optional<DeskEntry> pressure(QueueStatus row) {
        QueuePressure pressure = pressureOf(row);
        if (before.map(QueueReport::pressureOf).filter(pressure::equals).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(DeskEntry.newBuilder()
                .setInstanceId(row.getInstanceId())
                .setAt(row.getAt())
                .setOrder("-" + row.getQueueId())
                .setPressure(pressure)
                .build());
    }

    private boolean mustWait() {
        return earliest.filter(current.getAt()::isBefore).isPresent();
    }

    private boolean hasNews() {
        return before.map(QueueReport::timeless)
                .filter(timeless(current)::equals)
                .isEmpty();
    }

    private static QueueStatus timeless(QueueStatus row) {
        return QueueStatus.newBuilder(row)
                .setVersion(0)
                .setAt(Instant.EPOCH)
                .setWindowStart(Instant.EPOCH)
                .setLastEntryAt(Instant.EPOCH)
                .build();
    }

    private QueueStatus versioned() {
        long newest = current.getLastEntryAt().toEpochMilli();
        return QueueStatus.newBuilder(current)
                .setVersion(before.map(row -> Math.max(row.getVersion() + 1, newest))
                        .orElse(newest))
                .build();
    }

    private static QueuePressure pressureOf(QueueStatus row) {
        return QueuePressure.newBuilder()
                .setQueueId(row.getQueueId())
                .setQueueName(row.getOptionalQueueName().orElse(null))
                .setWaiting(row.getWaiting())
                .setOldestWaitingSince(row.getOptionalOldestWaitingSince().orElse(null))
                .setStaffed(row.getStaffed())
                .setAvailable(row.getAvailable())
                .setServiceLevelAnswered(row.getOptionalServiceLevelAnswered().orElse(null))
                .setServiceLevelRemoved(row.getOptionalServiceLevelRemoved().orElse(null))
                .build();
    }
}
