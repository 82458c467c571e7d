package io.contactpulse.agentstatesla.domain.queue;

import io.contactpulse.agentstatesla.domain.rules.Rules;
import io.contactpulse.schema.QueueEntry;
import io.contactpulse.schema.TrackedQueue;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Follows one queue: a pure function from what is known and what happens to what is known then and what to tell. Whoever
 * calls settles every due instant in turn before an entry that is not earlier, so that live and replay take the same steps.
 *
 * <p>Costs one pass over the queue's agents and over the contacts of its window per step.
 */
public final class QueueWatcher implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ServiceLevelTargets targets;

    private QueueWatcher(ServiceLevelTargets targets) {
        this.targets = targets;
    }

    public static QueueWatcher of(ServiceLevelTargets targets) {
        return new QueueWatcher(targets);
    }

    public QueueStep apply(Optional<TrackedQueue> known, QueueEntry entry, Rules rules) {
        return new QueueStory(known.orElseGet(() -> firstHeardOf(entry)), rules, targets).apply(entry);
    }

    /** Works in that time has passed and nothing happened. */
    public QueueStep settle(TrackedQueue known, Instant until, Rules rules) {
        return new QueueStory(known, rules, targets).settle(until);
    }

    private static TrackedQueue firstHeardOf(QueueEntry entry) {
        return TrackedQueue.newBuilder()
                .setInstanceId(entry.getInstanceId())
                .setQueueId(entry.getQueueId())
                .setLastEntryAt(entry.getAt())
                .setSettledUntil(entry.getAt())
                .setRecordsSeen(false)
                .setStaffSeen(false)
                .setStaff(List.of())
                .setHeadcounts(List.of())
                .setWaiting(List.of())
                .setLeft(List.of())
                .setHandled(List.of())
                .setBreaches(List.of())
                .build();
    }
}
