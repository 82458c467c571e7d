package io.contactpulse.ctrenrichment.wire;

import io.contactpulse.jobruntime.decode.JsonFields;
import io.contactpulse.jobruntime.decode.Unreadable;
import io.contactpulse.schema.ContactRecord;

/** Reads the queue that the contact was in last. */
final class ContactQueue {
    private ContactQueue() {}

    static void read(JsonFields fields, ContactRecord.Builder record) throws Unreadable {
        if (!fields.enterObject()) {
            return;
        }
        while (fields.next()) {
            switch (fields.name()) {
                case "ARN":
                    record.setQueueId(Values.lastSegment(fields));
                    break;
                case "Name":
                    record.setQueueName(Values.text(fields));
                    break;
                case "EnqueueTimestamp":
                    record.setEnqueuedAt(fields.instant().orElse(null));
                    break;
                case "DequeueTimestamp":
                    record.setDequeuedAt(fields.instant().orElse(null));
                    break;
                default:
            }
        }
    }
}
