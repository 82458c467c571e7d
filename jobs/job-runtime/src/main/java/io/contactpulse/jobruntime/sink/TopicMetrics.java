package io.contactpulse.jobruntime.sink;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/** What became of the messages for one topic. Used on the task's thread, but for the ledger's failures. */
final class TopicMetrics {
    private final Counter published;
    private final Counter duplicatesHeldBack;
    private final Counter retried;
    private final Counter rejected;
    private final Counter ledgerFailures;
    private final Histogram publishDelay;
    private final Histogram acknowledge;

    TopicMetrics(MetricGroup group) {
        published = group.counter("published");
        duplicatesHeldBack = group.counter("duplicatesHeldBack");
        retried = group.counter("retried");
        rejected = group.counter("rejected");
        ledgerFailures = group.counter("ledgerFailures", new ThreadSafeSimpleCounter());
        publishDelay = group.histogram("publishDelayMs", histogram());
        acknowledge = group.histogram("acknowledgeMs", histogram());
    }

    private static Histogram histogram() {
        return new DescriptiveStatisticsHistogram(WriteMetrics.HISTOGRAM_WINDOW);
    }

    void published(PublishOutcome outcome) {
        published.inc();
        publishDelay.update(outcome.delayMillis());
        acknowledge.update(outcome.message().millisSinceAccepted());
    }

    void duplicateHeldBack() {
        duplicatesHeldBack.inc();
    }

    void retried(int messages) {
        retried.inc(messages);
    }

    void ledgerFailed() {
        ledgerFailures.inc();
    }

    Counter rejected() {
        return rejected;
    }
}
