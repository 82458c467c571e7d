package io.contactpulse.jobruntime.decode;

import io.contactpulse.schema.DeadLetterReason;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** Counts decoded and, by reason, rejected records. A reason's counter appears with its first record. */
final class DecodeCounters {
    private final MetricGroup metrics;
    private final Counter decoded;
    private final Map<DeadLetterReason, Counter> rejected = new EnumMap<>(DeadLetterReason.class);

    DecodeCounters(MetricGroup metrics) {
        this.metrics = metrics;
        this.decoded = metrics.counter("decoded");
    }

    void decoded() {
        decoded.inc();
    }

    void rejected(DeadLetterReason reason) {
        rejected.computeIfAbsent(
                        reason,
                        first -> metrics.addGroup("reason", first.name()).counter("rejected"))
                .inc();
    }
}
