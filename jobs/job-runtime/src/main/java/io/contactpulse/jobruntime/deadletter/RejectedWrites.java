package io.contactpulse.jobruntime.deadletter;

import io.contactpulse.schema.RejectedRecord;
import java.io.Serializable;

/**
 * Where a sink puts what its target refuses for good (too large, invalid). Returning means it is durable; throwing fails
 * the job, because a record must not be lost.
 */
public interface RejectedWrites extends Serializable {
    void keep(RejectedRecord rejected);
}
