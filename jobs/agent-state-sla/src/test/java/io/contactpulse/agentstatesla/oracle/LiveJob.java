package io.contactpulse.agentstatesla.oracle;

import io.contactpulse.agentstatesla.ShippedParameters;
import io.contactpulse.agentstatesla.domain.AgentTracker;
import io.contactpulse.agentstatesla.domain.Schedule;
import io.contactpulse.agentstatesla.domain.desk.DeskSettings;
import io.contactpulse.agentstatesla.operator.Pace;
import io.contactpulse.agentstatesla.operator.RulesInForce;
import io.contactpulse.agentstatesla.operator.RunAlertDesk;
import io.contactpulse.agentstatesla.operator.TrackAgentState;
import io.contactpulse.agentstatesla.wire.AgentEventFormat;
import io.contactpulse.jobruntime.decode.DecodeRecord;
import io.contactpulse.jobruntime.source.FutureCap;
import io.contactpulse.schema.AgentEvent;
import io.contactpulse.schema.AgentRow;
import io.contactpulse.schema.Alert;
import io.contactpulse.schema.DeskEntry;
import io.contactpulse.schema.RawRecord;
import io.contactpulse.schema.RuleSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.jspecify.annotations.Nullable;

/**
 * Runs the job's operators, one behind the other, by a wall clock that the test moves; every event arrives a moment after
 * it happened. The clock stops wherever a timer may be due, as a real one passes there. Queues are not watched: no rule
 * that is compared asks for them.
 */
final class LiveJob implements AutoCloseable {
    static final Duration DELAY = Duration.ofMillis(200);

    private static final Duration LONG_ENOUGH_TO_BE_TRUSTED = Duration.ofMinutes(10);
    private static final Duration TICK = Duration.ofSeconds(1);

    private final OneInputStreamOperatorTestHarness<RawRecord, AgentEvent> decode;
    private final KeyedBroadcastOperatorTestHarness<String, AgentEvent, RuleSet, AgentRow> track;
    private final KeyedBroadcastOperatorTestHarness<String, DeskEntry, RuleSet, Alert> desk;
    private final JobRows rows = new JobRows();
    private Instant now;

    private LiveJob(Instant opening) throws Exception {
        Pace pace = Pace.wallClock(Clock.fixed(opening, ZoneOffset.UTC));
        RulesInForce rules = new RulesInForce(ShippedParameters.rulesOnAgents());
        decode = ProcessFunctionTestHarnesses.forProcessFunction(
                new DecodeRecord<>(new AgentEventFormat(), Recorded.SCHEMAS, FutureCap.of(Duration.ofMinutes(5))));
        track = keyed(new TrackAgentState(AgentTracker.of(Schedule.none()), rules, pace), AgentEvent::getAgentId);
        desk = keyed(new RunAlertDesk(rules, DeskSettings.newBuilder().build(), pace), DeskEntry::getInstanceId);
        now = opening;
        tick(opening);
    }

    private static <I, O> KeyedBroadcastOperatorTestHarness<String, I, RuleSet, O> keyed(
            KeyedBroadcastProcessFunction<String, I, RuleSet, O> function, KeySelector<I, String> key)
            throws Exception {
        KeyedBroadcastOperatorTestHarness<String, I, RuleSet, O> harness = new KeyedBroadcastOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(function, List.of(RulesInForce.STATE)), key, Types.STRING, 1, 1, 0);
        harness.open();
        return harness;
    }

    /** What the tables end with, and whether nothing was raised that was not so. */
    record Outcome(Tables tables, boolean tookSomethingBack) {}

    static Outcome run(Recording recording, Instant end) throws Exception {
        Iterator<Recorded> each = recording.events().iterator();
        Recorded first = each.next();
        try (LiveJob job = new LiveJob(first.at().minus(LONG_ENOUGH_TO_BE_TRUSTED))) {
            job.arrives(first);
            while (each.hasNext()) {
                job.arrives(each.next());
            }
            job.clockReaches(end);
            return new Outcome(job.rows.tables(), job.rows.tookSomethingBack());
        }
    }

    private void arrives(Recorded record) throws Exception {
        Instant arrival = record.at().plus(DELAY);
        clockReaches(arrival);
        decode.processElement(record.raw().setArrivedAt(arrival).build(), arrival.toEpochMilli());
        for (AgentEvent decoded : decode.extractOutputValues()) {
            track.processElement(decoded, arrival.toEpochMilli());
        }
        decode.getOutput().clear();
        handOver();
    }

    private void clockReaches(Instant time) throws Exception {
        while (now.plus(TICK).isBefore(time)) {
            now = now.plus(TICK);
            tick(now);
        }
        now = time;
        tick(time);
    }

    /** Flink fires a timer when its time is past, which is a millisecond later. */
    private void tick(Instant time) throws Exception {
        track.setProcessingTime(time.toEpochMilli() + 1);
        handOver();
        desk.setProcessingTime(time.toEpochMilli() + 1);
        handOver();
    }

    private void handOver() throws Exception {
        taken(track.getSideOutput(TrackAgentState.OCCUPANCY));
        taken(track.getSideOutput(TrackAgentState.INTERVALS)).forEach(rows::add);
        track.extractOutputValues().forEach(rows::add);
        track.getOutput().clear();
        taken(track.getSideOutput(TrackAgentState.QUEUES));
        for (DeskEntry entry : taken(track.getSideOutput(TrackAgentState.DESK))) {
            desk.processElement(entry, entry.getAt().toEpochMilli());
        }
        desk.extractOutputValues().forEach(rows::add);
        desk.getOutput().clear();
        taken(desk.getSideOutput(RunAlertDesk.ALERT_EVENTS));
        taken(desk.getSideOutput(RunAlertDesk.NOTIFICATIONS));
    }

    private static <T> List<T> taken(@Nullable Queue<StreamRecord<T>> output) {
        List<T> values = new ArrayList<>();
        if (output != null) {
            output.forEach(element -> values.add(element.getValue()));
            output.clear();
        }
        return values;
    }

    @Override
    public void close() throws Exception {
        desk.close();
        track.close();
        decode.close();
    }
}
