package io.contactpulse.agentstatesla.oracle;

import io.contactpulse.agentstatesla.AgentStateSlaInputs;
import io.contactpulse.agentstatesla.AgentStateSlaOutputs;
import io.contactpulse.agentstatesla.AgentStateSlaTopology;
import io.contactpulse.agentstatesla.ShippedParameters;
import io.contactpulse.agentstatesla.operator.Pace;
import io.contactpulse.agentstatesla.operator.RuleFeed;
import io.contactpulse.jobruntime.JobEnvironment;
import io.contactpulse.jobruntime.source.FutureCap;
import io.contactpulse.schema.RawRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/** Runs the whole topology as a replay does: in order, with time told by the records, up to the newest of them. */
final class ReplayedJob {
    private ReplayedJob() {}

    static Tables run(Recording recording, Instant end) throws Exception {
        StreamExecutionEnvironment environment = JobEnvironment.create();
        environment.setParallelism(1);
        AgentStateSlaOutputs outputs = AgentStateSlaTopology.define(
                AgentStateSlaInputs.newBuilder(records(environment, recording), RuleFeed.silent(environment))
                        .build(),
                ShippedParameters.with(ShippedParameters.rulesOnAgents()),
                Pace.eventTime(end),
                Recorded.SCHEMAS,
                FutureCap.of(Duration.ofMinutes(5)));
        String run = RowSink.newRun();
        outputs.agents().sinkTo(RowSink.of(run));
        outputs.intervals().sinkTo(RowSink.of(run));
        outputs.alerts().sinkTo(RowSink.of(run));

        environment.execute();

        return RowSink.take(run).tables();
    }

    private static DataStream<RawRecord> records(StreamExecutionEnvironment environment, Recording recording) {
        WatermarkStrategy<RawRecord> times = WatermarkStrategy.<RawRecord>forGenerator(
                        context -> new EachTellsTheTime())
                .withTimestampAssigner((record, before) -> record.getEventTime().toEpochMilli());
        return environment
                .fromData("the recording")
                .flatMap(new ReadRecording(recording))
                .assignTimestampsAndWatermarks(times);
    }

    private static final class ReadRecording implements FlatMapFunction<String, RawRecord> {
        private static final long serialVersionUID = 1L;

        private final Recording recording;

        private ReadRecording(Recording recording) {
            this.recording = recording;
        }

        @Override
        public void flatMap(String whole, Collector<RawRecord> records) {
            for (Iterator<Recorded> each = recording.events().iterator(); each.hasNext(); ) {
                Recorded record = each.next();
                records.collect(record.raw().setEventTime(record.at()).build());
            }
        }
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
