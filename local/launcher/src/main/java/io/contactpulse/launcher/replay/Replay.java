package io.contactpulse.launcher.replay;

import io.contactpulse.jobruntime.source.FutureCap;
import io.contactpulse.launcher.replay.Intake.Frame;
import io.contactpulse.launcher.replay.ReplayJob.Decoding;
import io.contactpulse.launcher.replay.ReplayRequest.Input;
import io.contactpulse.launcher.replay.recording.ContainerSchemas;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobExecutionResult;

/** Reads the recordings, brings their records into order, runs the job over them and puts its outputs in place. */
final class Replay {
    private static final Duration FUTURE_TOLERANCE = Duration.ofMinutes(5);

    private final ReplayRequest request;
    private final Progress progress;

    Replay(ReplayRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    ReplaySummary run() throws Exception {
        try (Workspace workspace = Workspace.beside(request.out())) {
            Path unordered = workspace.file("unordered");
            Path ordered = workspace.file("ordered");
            TableFiles tables = new TableFiles(workspace.tables());
            ContainerSchemas schemas = new ContainerSchemas();
            Taken taken = take(unordered, schemas);
            Decoding decoding = new Decoding(schemas, futureCap());
            RecordOrder order = new RecordOrder(unordered, taken.frames(), progress);
            List<Position> positions = order.positions(request.job().streams(), decoding);
            long events = order.write(positions, ordered);
            Instant end = request.now().orElseGet(() -> newest(positions));
            execute(ordered, end, decoding, tables, events);
            ReplaySummary summary = ReplaySummary.of(request, end, taken.records(positions.size(), events), tables);
            workspace.publish();
            return summary;
        }
    }

    private record Taken(long read, List<Frame> frames) {
        ReplaySummary.Records records(long readable, long applied) {
            return new ReplaySummary.Records(read, frames.size(), readable, applied);
        }
    }

    private Taken take(Path target, ContainerSchemas schemas) throws IOException {
        try (Intake intake = new Intake(target)) {
            for (Input input : request.inputs()) {
                input.recording().read(schemas, record -> {
                    intake.add(input.stream(), record);
                    progress.at(() -> "read %,d records".formatted(intake.read()));
                });
            }
            return new Taken(intake.read(), intake.finish());
        }
    }

    /** Without a given clock, only records whose arrival is known can be from the future. */
    private FutureCap futureCap() {
        FutureCap cap = FutureCap.of(FUTURE_TOLERANCE);
        return request.now().map(cap::withClock).orElse(cap);
    }

    private void execute(Path ordered, Instant end, Decoding decoding, TableFiles tables, long events)
            throws Exception {
        LocalCluster cluster = new LocalCluster();
        request.prepared()
                .define(cluster.records(ordered, RecordFile.Numbers.NONE, new SortedTimes()), end, decoding, tables);
        CompletableFuture<JobExecutionResult> result = cluster.environment()
                .executeAsync("Replay of " + request.job().name())
                .getJobExecutionResult();
        long started = System.nanoTime();
        while (!isDone(result)) {
            progress.at(() -> "replaying %,d events: %d s so far"
                    .formatted(
                            events,
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

    private static Instant newest(List<Position> sorted) {
        return sorted.isEmpty() ? Instant.EPOCH : Instant.ofEpochMilli(sorted.get(sorted.size() - 1).time);
    }
}
