package io.contactpulse.agentstatesla.oracle;

import io.contactpulse.agentstatesla.AgentStateSlaOutputs;
import io.contactpulse.agentstatesla.AgentStateSlaTopology;
import io.contactpulse.agentstatesla.domain.AgentTracker;
import io.contactpulse.agentstatesla.domain.Fence;
import io.contactpulse.agentstatesla.domain.rules.RuleFiles;
import io.contactpulse.agentstatesla.operator.Pace;
import io.contactpulse.jobruntime.JobEnvironment;
import io.contactpulse.jobruntime.decode.WriterSchemas;
import io.contactpulse.jobruntime.source.FutureCap;
import io.contactpulse.schema.RawRecord;
import io.contactpulse.simulator.SimulatedEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/** Runs the whole topology as a replay does: in order, with time told by the records, up to the newest of them. */
final class ReplayedJob {
    private ReplayedJob() {}

    static JobRows run(List<SimulatedEvent> events, Instant end) throws Exception {
        StreamExecutionEnvironment environment = JobEnvironment.create();
        environment.setParallelism(1);
        AgentStateSlaOutputs outputs = AgentStateSlaTopology.define(
                records(environment, events),
                AgentTracker.of(RuleFiles.load(Optional.empty()), Fence.of(Duration.ofMinutes(10))),
                Pace.eventTime(end),
                WriterSchemas.none(),
                FutureCap.of(Duration.ofMinutes(5)));
        var agents = outputs.agents().collectAsync();
        var intervals = outputs.intervals().collectAsync();
        var alerts = outputs.alerts().collectAsync();

        environment.executeAsync();

        // A sink that nobody reads stops the job, hence all three at once.
        var allAgents = CompletableFuture.supplyAsync(() -> all(agents));
        var allIntervals = CompletableFuture.supplyAsync(() -> all(intervals));
        return new JobRows(allAgents.get(), allIntervals.get(), all(alerts));
    }

    private static DataStream<RawRecord> records(StreamExecutionEnvironment environment, List<SimulatedEvent> events) {
        WatermarkStrategy<RawRecord> times = WatermarkStrategy.<RawRecord>forGenerator(
                        context -> new EachTellsTheTime())
                .withTimestampAssigner((record, before) -> record.getEventTime().toEpochMilli());
        return environment
                .fromData(events.stream().map(ReplayedJob::record).toList())
                .assignTimestampsAndWatermarks(times);
    }

    private static RawRecord record(SimulatedEvent event) {
        return RawRecord.newBuilder()
                .setStream("agent-events")
                .setEventTime(event.at())
                .setPayload(ByteBuffer.wrap(event.json().getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    private static <T> List<T> all(CloseableIterator<T> rows) {
        List<T> all = new ArrayList<>();
        rows.forEachRemaining(all::add);
        return all;
    }

    private static final class EachTellsTheTime implements WatermarkGenerator<RawRecord> {
        @Override
        public void onEvent(RawRecord record, long timestamp, WatermarkOutput output) {
            output.emitWatermark(new Watermark(timestamp - 1));
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            // Every record has already said what it can.
        }
    }
}
