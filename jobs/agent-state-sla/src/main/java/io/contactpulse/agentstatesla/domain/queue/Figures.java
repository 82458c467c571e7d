package io.contactpulse.agentstatesla.domain.queue;

import io.contactpulse.schema.QueueHandling;
import io.contactpulse.schema.QueueLeave;
import io.contactpulse.schema.QueueStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the contacts of a span of time add up to. Rates are in tenths of a percent, cut off and not rounded: so a rate is
 * below a threshold exactly when its figure is.
 */
final class Figures {
    private static final long WHOLE = 1000;

    private final Duration target;
    private int offered;
    private int answered;
    private int abandoned;
    private int calledBack;
    private int answeredWithinTarget;
    private int removedWithinTarget;
    private long waitedMillis;
    private int handled;
    private long handledMillis;

    private Figures(Duration target) {
        this.target = target;
    }

    /** Of the contacts that left, and of the work that ended, when asked for. */
    static Figures of(Visits visits, Handlings handlings, Duration target, Predicate<Instant> when) {
        Figures figures = new Figures(target);
        visits.left().stream().filter(leave -> when.test(leave.getLeftAt())).forEach(figures::add);
        handlings.all().stream()
                .filter(handling -> when.test(handling.getEndedAt()))
                .forEach(figures::add);
        return figures;
    }

    private void add(QueueLeave leave) {
        Duration waited = Duration.between(leave.getQueuedAt(), leave.getLeftAt());
        int withinTarget = waited.compareTo(target) <= 0 ? 1 : 0;
        offered++;
        switch (leave.getExit()) {
            case ANSWERED:
                answered++;
                waitedMillis += waited.toMillis();
                answeredWithinTarget += withinTarget;
                removedWithinTarget += withinTarget;
                return;
            case ABANDONED:
                abandoned++;
                removedWithinTarget += withinTarget;
                return;
            case CALLED_BACK:
                calledBack++;
                removedWithinTarget += withinTarget;
                return;
            case TRANSFERRED:
            case UNKNOWN:
        }
    }

    private void add(QueueHandling handling) {
        handled++;
        handledMillis += handling.getMillis();
    }

    int offered() {
        return offered;
    }

    int abandoned() {
        return abandoned;
    }

    int calledBack() {
        return calledBack;
    }

    int answeredWithinTarget() {
        return answeredWithinTarget;
    }

    int removedWithinTarget() {
        return removedWithinTarget;
    }

    Optional<Long> serviceLevelAnswered() {
        return ofOffered(answeredWithinTarget);
    }

    Optional<Long> serviceLevelRemoved() {
        return ofOffered(removedWithinTarget);
    }

    Optional<Long> abandonRate() {
        return ofOffered(abandoned);
    }

    Optional<Long> averageHandleMillis() {
        return average(handledMillis, handled);
    }

    /** All but what only contact records tell. */
    void writeTo(QueueStatus.Builder row) {
        row.setOffered(offered)
                .setAnswered(answered)
                .setAnsweredWithinTarget(answeredWithinTarget)
                .setRemovedWithinTarget(removedWithinTarget)
                .setServiceLevelAnswered(serviceLevelAnswered().orElse(null))
                .setServiceLevelRemoved(serviceLevelRemoved().orElse(null))
                .setAverageSpeedOfAnswerMillis(average(waitedMillis, answered).orElse(null))
                .setAverageHandleMillis(averageHandleMillis().orElse(null));
    }

    private Optional<Long> ofOffered(int contacts) {
        return average(contacts * WHOLE, offered);
    }

    private static Optional<Long> average(long sum, int count) {
        return count == 0 ? Optional.empty() : Optional.of(sum / count);
    }
}
