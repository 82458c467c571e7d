package io.contactpulse.agentstatesla.domain.queue;

import io.contactpulse.schema.DeskEntry;
import io.contactpulse.schema.QueueStatus;
import io.contactpulse.schema.TrackedQueue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of a queue in one step, and what there is to tell of it. */
public final class QueueStep {
    private final TrackedQueue queue;
    private final @Nullable QueueStatus row;
    private final List<DeskEntry> forDesk;

    QueueStep(TrackedQueue queue, @Nullable QueueStatus row, List<DeskEntry> forDesk) {
        this.queue = queue;
        this.row = row;
        this.forDesk = List.copyOf(forDesk);
    }

    public TrackedQueue queue() {
        return queue;
    }

    public Optional<QueueStatus> row() {
        return Optional.ofNullable(row);
    }

    /** In the order in which they became true. */
    public List<DeskEntry> forDesk() {
        return forDesk;
    }
}
