package io.contactpulse.jobruntime.sink;

import io.contactpulse.jobruntime.deadletter.RejectedWrites;
import io.contactpulse.jobruntime.deadletter.Rejections;
import io.contactpulse.schema.RawRecord;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.metrics.Counter;

/** Turns what one sink's target refuses into dead letters, and counts them. Keeping one blocks until it is durable. */
final class RejectedRows<T extends SpecificRecord> {
    private final String stream;
    private final RowCodec<T> codec;
    private final RejectedWrites target;
    private final Counter rejected;
    private final Clock clock;

    RejectedRows(String sink, RowCodec<T> codec, RejectedWrites target, Counter rejected, Clock clock) {
        this.stream = "sink:" + sink;
        this.codec = codec;
        this.target = target;
        this.rejected = rejected;
        this.clock = clock;
    }

    /** The entry made of the row, unless there is a problem: then the row is a dead letter. */
    <E> Optional<E> admit(T row, E entry, Optional<Problem> problem) {
        if (problem.isEmpty()) {
            return Optional.of(entry);
        }
        keep(row, problem.get());
        return Optional.empty();
    }

    void keep(T row, Problem problem) {
        RawRecord refused = RawRecord.newBuilder()
                .setStream(stream)
                .setArrivedAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .setPayload(ByteBuffer.wrap(codec.json(row)))
                .build();
        target.keep(Rejections.of(refused, problem.reason(), problem.message()));
        rejected.inc();
    }
}
