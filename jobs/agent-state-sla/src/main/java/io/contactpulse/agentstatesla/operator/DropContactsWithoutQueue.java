package io.contactpulse.agentstatesla.operator;

import io.contactpulse.schema.QueueEntry;
import org.apache.flink.api.common.functions.FilterFunction;

/** Lets only contact records pass that tell of a queue. All others are no error, they are another job's business. */
public final class DropContactsWithoutQueue implements FilterFunction<QueueEntry> {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean filter(QueueEntry entry) {
        return entry.getOptionalEnd().isPresent();
    }
}
