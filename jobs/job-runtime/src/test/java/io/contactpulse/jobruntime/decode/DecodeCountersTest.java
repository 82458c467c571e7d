package io.contactpulse.jobruntime.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.schema.DeadLetterReason;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.testutils.MetricListener;
import org.junit.jupiter.api.Test;

class DecodeCountersTest {
    private final MetricListener metrics = new MetricListener();
    private final DecodeCounters counters = new DecodeCounters(metrics.getMetricGroup());

    @Test
    void countsDecodedRecords() {
        counters.decoded();
        counters.decoded();

        assertThat(metrics.getCounter("decoded")).map(Counter::getCount).contains(2L);
    }

    @Test
    void countsRejectedRecordsByReason() {
        counters.rejected(DeadLetterReason.TOO_DEEP);
        counters.rejected(DeadLetterReason.UTF_16);
        counters.rejected(DeadLetterReason.TOO_DEEP);

        assertThat(metrics.getCounter("reason", "TOO_DEEP", "rejected"))
                .map(Counter::getCount)
                .contains(2L);
        assertThat(metrics.getCounter("reason", "UTF_16", "rejected"))
                .map(Counter::getCount)
                .contains(1L);
    }
}
