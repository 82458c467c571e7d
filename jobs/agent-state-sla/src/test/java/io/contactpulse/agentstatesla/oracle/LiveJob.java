package io.contactpulse.agentstatesla.oracle;

import io.contactpulse.agentstatesla.domain.AgentTracker;
import io.contactpulse.agentstatesla.domain.Fence;
import io.contactpulse.agentstatesla.domain.rules.RuleFiles;
import io.contactpulse.agentstatesla.operator.Pace;
import io.contactpulse.agentstatesla.operator.TrackAgentState;
import io.contactpulse.agentstatesla.wire.AgentEventFormat;
import io.contactpulse.jobruntime.decode.DecodeRecord;
import io.contactpulse.jobruntime.decode.WriterSchemas;
import io.contactpulse.jobruntime.source.FutureCap;
import io.contactpulse.schema.AgentEvent;
import io.contactpulse.schema.AgentRow;
import io.contactpulse.schema.RawRecord;
import io.contactpulse.simulator.SimulatedEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.apache.flink.util.OutputTag;

/** Runs the job's two operators by a wall clock that the test moves; every event arrives a moment after it happened. */
final class LiveJob {
    static final Duration DELAY = Duration.ofMillis(200);

    private static final Duration LONG_ENOUGH_TO_BE_TRUSTED = Duration.ofMinutes(10);

    private LiveJob() {}

    static JobRows run(List<SimulatedEvent> events, Instant end) throws Exception {
        Instant opening = events.get(0).at().minus(LONG_ENOUGH_TO_BE_TRUSTED);
        Pace pace = Pace.wallClock(java.time.Clock.fixed(opening, ZoneOffset.UTC));
        AgentTracker tracker = AgentTracker.of(RuleFiles.load(Optional.empty()), Fence.of(Duration.ofMinutes(10)));
        try (OneInputStreamOperatorTestHarness<RawRecord, AgentEvent> decode = decoder();
                KeyedOneInputStreamOperatorTestHarness<String, AgentEvent, AgentRow> track =
                        new KeyedOneInputStreamOperatorTestHarness<>(
                                new KeyedProcessOperator<>(new TrackAgentState(tracker, pace)),
                                AgentEvent::getAgentId,
                                Types.STRING)) {
            track.open();
            clockReaches(opening, track);
            for (SimulatedEvent event : events) {
                clockReaches(event.at().plus(DELAY), track);
                decode.processElement(record(event), event.at().toEpochMilli());
                for (AgentEvent decoded : decode.extractOutputValues()) {
                    track.processElement(decoded, event.at().toEpochMilli());
                }
                decode.getOutput().clear();
            }
            clockReaches(end, track);
            return rows(track);
        }
    }

    private static JobRows rows(KeyedOneInputStreamOperatorTestHarness<String, AgentEvent, AgentRow> track) {
        return new JobRows(
                track.extractOutputValues(),
                sideOutput(track, TrackAgentState.INTERVALS),
                sideOutput(track, TrackAgentState.ALERTS));
    }

    /** Flink fires a timer when its time is past, which is a millisecond later. */
    private static void clockReaches(
            Instant time, KeyedOneInputStreamOperatorTestHarness<String, AgentEvent, AgentRow> track) throws Exception {
        track.setProcessingTime(time.toEpochMilli() + 1);
    }

    private static OneInputStreamOperatorTestHarness<RawRecord, AgentEvent> decoder() throws Exception {
        return ProcessFunctionTestHarnesses.forProcessFunction(
                new DecodeRecord<>(new AgentEventFormat(), WriterSchemas.none(), FutureCap.of(Duration.ofMinutes(5))));
    }

    private static RawRecord record(SimulatedEvent event) {
        return RawRecord.newBuilder()
                .setStream("agent-events")
                .setArrivedAt(event.at().plus(DELAY))
                .setPayload(ByteBuffer.wrap(event.json().getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    private static <T> List<T> sideOutput(
            KeyedOneInputStreamOperatorTestHarness<String, AgentEvent, AgentRow> track, OutputTag<T> tag) {
        return Optional.<Queue<StreamRecord<T>>>ofNullable(track.getSideOutput(tag)).stream()
                .flatMap(Queue::stream)
                .map(StreamRecord::getValue)
                .toList();
    }
}
