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
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the recordings and brings their records into the order of a replay, in files of a workspace. */
final class Ordering {
    private static final Duration FUTURE_TOLERANCE = Duration.ofMinutes(5);

    private final ReplayJob job;
    private final List<Input> inputs;
    private final Optional<Instant> now;
    private final Progress progress;

    /** With {@code now} the replay's clock is fixed; without it the newest event time is taken. */
    Ordering(ReplayJob job, List<Input> inputs, Optional<Instant> now, Progress progress) {
        this.job = job;
        this.inputs = inputs;
        this.now = now;
        this.progress = progress;
    }

    OrderedRecords into(Workspace workspace) throws Exception {
        Path unordered = workspace.file("unordered");
        Path ordered = workspace.file("ordered");
        ContainerSchemas schemas = new ContainerSchemas();
        Taken taken = take(unordered, schemas);
        Decoding decoding = new Decoding(schemas, futureCap());
        RecordOrder order = new RecordOrder(unordered, taken.frames(), workspace.scratch(), progress);
        List<Position> positions = order.positions(job.streams(), decoding);
        long events = order.write(positions, ordered);
        Instant first = timeAt(positions, 0);
        Instant newest = timeAt(positions, positions.size() - 1);
        return new OrderedRecords(
                ordered,
                inputs.stream().map(Input::stream).collect(Collectors.toSet()),
                decoding,
                taken.counts(positions.size(), events),
                first,
                newest,
                now.orElse(newest));
    }

    private record Taken(long read, List<Frame> frames) {
        ReplaySummary.Records counts(long readable, long applied) {
            return new ReplaySummary.Records(read, frames.size(), readable, applied);
        }
    }

    private Taken take(Path target, ContainerSchemas schemas) throws IOException {
        try (Intake intake = new Intake(target)) {
            for (Input input : inputs) {
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
        return now.map(cap::withClock).orElse(cap);
    }

    private static Instant timeAt(List<Position> sorted, int index) {
        return sorted.isEmpty() ? Instant.EPOCH : Instant.ofEpochMilli(sorted.get(index).time);
    }
}
