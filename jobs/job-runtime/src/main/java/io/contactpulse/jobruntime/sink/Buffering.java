package io.contactpulse.jobruntime.sink;

import java.time.Duration;
import org.apache.flink.connector.base.sink.writer.config.AsyncSinkWriterConfiguration;
import org.apache.flink.connector.base.sink.writer.strategy.AIMDScalingStrategy;
import org.apache.flink.connector.base.sink.writer.strategy.CongestionControlRateLimitingStrategy;

/** How Flink's asynchronous writer gathers and sends: small delays, and half the speed whenever a target pushes back. */
final class Buffering {
    private static final double DECREASE_FACTOR = 0.5;
    private static final int BUFFERED_BATCHES = 50;

    private Buffering() {}

    static AsyncSinkWriterConfiguration of(int batch, long batchBytes, int requests, Duration flushInterval) {
        int messages = batch * requests;
        AIMDScalingStrategy scaling = AIMDScalingStrategy.builder(messages)
                .setIncreaseRate(batch)
                .setDecreaseFactor(DECREASE_FACTOR)
                .build();
        return AsyncSinkWriterConfiguration.builder()
                .setMaxBatchSize(batch)
                .setMaxBatchSizeInBytes(batchBytes)
                .setMaxInFlightRequests(requests)
                .setMaxBufferedRequests(batch * BUFFERED_BATCHES)
                .setMaxTimeInBufferMS(flushInterval.toMillis())
                // Sizes are checked before anything is buffered; here a larger entry would fail the job.
                .setMaxRecordSizeInBytes(batchBytes)
                .setRateLimitingStrategy(CongestionControlRateLimitingStrategy.builder()
                        .setMaxInFlightRequests(requests)
                        .setInitialMaxInFlightMessages(messages)
                        .setScalingStrategy(scaling)
                        .build())
                .build();
    }
}
