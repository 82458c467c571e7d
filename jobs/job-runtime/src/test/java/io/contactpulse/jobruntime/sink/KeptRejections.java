package io.contactpulse.jobruntime.sink;

import io.contactpulse.jobruntime.deadletter.RejectedWrites;
import io.contactpulse.schema.RejectedRecord;
import java.util.ArrayList;
import java.util.List;

/** Dead letters kept in memory. */
final class KeptRejections implements RejectedWrites {
    private static final long serialVersionUID = 1L;

    private final List<RejectedRecord> kept = new ArrayList<>();

    @Override
    public void keep(RejectedRecord rejected) {
        kept.add(rejected);
    }

    List<RejectedRecord> kept() {
        return kept;
    }
}
