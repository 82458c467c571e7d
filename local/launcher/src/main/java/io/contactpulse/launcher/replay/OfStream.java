package io.contactpulse.launcher.replay;

import io.contactpulse.schema.RawRecord;
import org.apache.flink.api.common.functions.FilterFunction;

/** Lets the records of one stream pass. */
final class OfStream implements FilterFunction<RawRecord> {
    private static final long serialVersionUID = 1L;

    private final String stream;

    OfStream(String stream) {
        this.stream = stream;
    }

    @Override
    public boolean filter(RawRecord record) {
        return record.getStream().equals(stream);
    }
}
