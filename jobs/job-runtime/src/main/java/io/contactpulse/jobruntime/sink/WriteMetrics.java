package io.contactpulse.jobruntime.sink;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/** What became of the rows of one table. Used on the task's thread only. */
final class WriteMetrics {
    static final int HISTOGRAM_WINDOW = 10_000;

    private final Counter written;
    private final Counter superseded;
    private final Counter retried;
    private final Counter rejected;
    private final Histogram latency;

    WriteMetrics(MetricGroup group) {
        written = group.counter("written");
        superseded = group.counter("superseded");
        retried = group.counter("retried");
        rejected = group.counter("rejected");
        latency = group.histogram("writeLatencyMs", new DescriptiveStatisticsHistogram(HISTOGRAM_WINDOW));
    }

    void written(BufferedRow<?> row) {
        written.inc();
        latency.update(row.millisSinceAccepted());
    }

    /** The table, or the same batch, has a version that is as new or newer. */
    void superseded(int rows) {
        superseded.inc(rows);
    }

    void retried(int rows) {
        retried.inc(rows);
    }

    Counter rejected() {
        return rejected;
    }
}
