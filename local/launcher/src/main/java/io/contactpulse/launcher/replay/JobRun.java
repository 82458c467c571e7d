package io.contactpulse.launcher.replay;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobExecutionResult;

/** Runs a job over ordered records, on a cluster of its own, and waits for its end. */
final class JobRun {
    private final OrderedRecords records;
    private final Path scratch;
    private final Progress progress;

    JobRun(OrderedRecords records, Path scratch, Progress progress) {
        this.records = records;
        this.scratch = scratch;
        this.progress = progress;
    }

    void execute(String job, ReplayJob.Prepared prepared, TableFiles tables) throws Exception {
        LocalCluster cluster = new LocalCluster(scratch);
        prepared.define(
                new RecordedStreams(
                        cluster.records(records.file(), RecordFile.Numbers.NONE, new SortedTimes()), records.streams()),
                records.end(),
                records.decoding(),
                tables);
        CompletableFuture<JobExecutionResult> result =
                cluster.environment().executeAsync("Replay of " + job).getJobExecutionResult();
        long started = System.nanoTime();
        while (!isDone(result)) {
            progress.at(() -> "replaying %,d events: %d s so far"
                    .formatted(
                            records.counts().applied(),
                            Duration.ofNanos(System.nanoTime() - started).toSeconds()));
        }
    }

    private static boolean isDone(CompletableFuture<JobExecutionResult> result) throws Exception {
        try {
            result.get(1, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof Exception cause ? cause : failure;
        }
    }
}
