package io.contactpulse.jobruntime.sink;

import java.io.Serializable;
import org.apache.avro.specific.SpecificRecord;

/** What a buffering writer holds of a row until the target has acknowledged it. Only the row itself enters state. */
abstract class BufferedRow<T extends SpecificRecord> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final T row;
    private final long size;
    private final long acceptedNanos = System.nanoTime();

    BufferedRow(T row, long size) {
        this.row = row;
        this.size = size;
    }

    T row() {
        return row;
    }

    /** Bytes as the target counts them. */
    long size() {
        return size;
    }

    long millisSinceAccepted() {
        return (System.nanoTime() - acceptedNanos) / 1_000_000;
    }
}
