package io.contactpulse.agentstatesla.operator;

import io.contactpulse.agentstatesla.domain.AgentTracker;
import io.contactpulse.agentstatesla.domain.BacklogGuard;
import io.contactpulse.agentstatesla.domain.Step;
import io.contactpulse.agentstatesla.domain.rules.Rules;
import io.contactpulse.schema.AgentEvent;
import io.contactpulse.schema.AgentInterval;
import io.contactpulse.schema.AgentOccupancy;
import io.contactpulse.schema.AgentRow;
import io.contactpulse.schema.DeskEntry;
import io.contactpulse.schema.QueueEntry;
import io.contactpulse.schema.RuleSet;
import io.contactpulse.schema.TrackedAgent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Follows every agent, keyed by agent id. Uses the wall clock, not watermarks: an alert about a silent agent may not wait
 * for somebody else's event. Timers are hints, state is the truth: what is due is decided by {@link AgentTracker} alone.
 * Rules may change at any time; live, whoever is on shift is looked at again within a minute, so that running clocks go by
 * the new ones although nothing happens.
 */
public final class TrackAgentState extends KeyedBroadcastProcessFunction<String, AgentEvent, RuleSet, AgentRow> {
    public static final OutputTag<AgentInterval> INTERVALS = new OutputTag<>("agent-intervals") {};
    public static final OutputTag<AgentOccupancy> OCCUPANCY = new OutputTag<>("agent-occupancy") {};
    public static final OutputTag<DeskEntry> DESK = new OutputTag<>("desk-entries") {};
    public static final OutputTag<QueueEntry> QUEUES = new OutputTag<>("queue-entries") {};
    public static final OutputTag<AgentEvent> LATE = new OutputTag<>("late-agent-events") {};

    private static final long serialVersionUID = 1L;

    /** Cleared by its time to live: an agent unheard of for this long is forgotten. Events and timers renew it. */
    private static final Duration FORGET_AFTER = Duration.ofDays(8);

    private static final ValueStateDescriptor<TrackedAgent> AGENT = agentState();

    /** While a backlog is read, timers that are due look again this much later. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final AgentTracker tracker;
    private final RulesInForce rules;
    private final Pace pace;

    private transient ValueState<TrackedAgent> agent;
    private transient BacklogGuard backlog;
    private transient Counter applied;
    private transient Counter repeated;
    private transient Counter late;

    public TrackAgentState(AgentTracker tracker, RulesInForce rules, Pace pace) {
        this.tracker = tracker;
        this.rules = rules;
        this.pace = pace;
    }

    private static ValueStateDescriptor<TrackedAgent> agentState() {
        ValueStateDescriptor<TrackedAgent> descriptor = new ValueStateDescriptor<>("tracked-agent", TrackedAgent.class);
        descriptor.enableTimeToLive(StateTtlConfig.newBuilder(FORGET_AFTER).build());
        return descriptor;
    }

    @Override
    public void open(OpenContext context) {
        agent = getRuntimeContext().getState(AGENT);
        backlog = new BacklogGuard(pace.now());
        applied = getRuntimeContext().getMetricGroup().counter("eventsApplied");
        repeated = getRuntimeContext().getMetricGroup().counter("eventsRepeated");
        late = getRuntimeContext().getMetricGroup().counter("eventsLate");
    }

    @Override
    public void processBroadcastElement(RuleSet changed, Context context, Collector<AgentRow> rows) throws Exception {
        rules.become(changed, context.getBroadcastState(RulesInForce.STATE));
    }

    @Override
    public void processElement(AgentEvent event, ReadOnlyContext context, Collector<AgentRow> rows) throws Exception {
        Instant now = pace.isLive() ? wallClock(context) : event.getAt();
        backlog.saw(event.getAt(), event.getOptionalArrivedAt().orElse(event.getAt()), now);
        Optional<TrackedAgent> known = Optional.ofNullable(agent.value());
        switch (tracker.judge(known, event)) {
            case REPEATED:
                repeated.inc();
                return;
            case LATE:
                late.inc();
                context.output(LATE, event);
                return;
            case NEW:
                applied.inc();
                Rules inForce = rules.now(context.getBroadcastState(RulesInForce.STATE));
                Step step = tracker.apply(upTo(event.getAt(), known, inForce, context), event, inForce);
                tell(step, context);
                step.row().ifPresent(rows::collect);
                remember(known, step.agent(), timers(context));
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<AgentRow> rows) throws Exception {
        Optional<TrackedAgent> known = Optional.ofNullable(agent.value());
        AgentTimers timers = timers(context);
        Instant time = pace.isLive() ? wallClock(context) : Instant.ofEpochMilli(timestamp);
        boolean due = isDue(known, time);
        if (!due && known.filter(timers::looksAfter).isEmpty()) {
            return;
        }
        if (pace.isLive() && !backlog.caughtUp(time)) {
            timers.set(due ? time.plus(LOOK_AGAIN) : timers.nextLook());
            return;
        }
        Step step = tracker.settle(known.get(), time, rules.now(context.getBroadcastState(RulesInForce.STATE)));
        tell(step, context);
        remember(known, step.agent(), timers);
    }

    /**
     * In a replay an agent's time passes in the same steps in which its timers would have fired live, whichever of watermark
     * and next event comes first.
     */
    private Optional<TrackedAgent> upTo(
            Instant eventTime, Optional<TrackedAgent> known, Rules inForce, ReadOnlyContext context) {
        Optional<TrackedAgent> settled = known;
        while (!pace.isLive() && isDue(settled, eventTime)) {
            Step step = tracker.settle(settled.get(), settled.get().getDueAt(), inForce);
            tell(step, context);
            settled = Optional.of(step.agent());
        }
        return settled;
    }

    private static boolean isDue(Optional<TrackedAgent> known, Instant time) {
        return known.flatMap(TrackedAgent::getOptionalDueAt)
                .filter(due -> !due.isAfter(time))
                .isPresent();
    }

    private static void tell(Step step, ReadOnlyContext context) {
        step.intervals().forEach(interval -> context.output(INTERVALS, interval));
        step.occupancy().forEach(quarter -> context.output(OCCUPANCY, quarter));
        step.desk().forEach(entry -> context.output(DESK, entry));
        step.queues().forEach(entry -> context.output(QUEUES, entry));
    }

    private void remember(Optional<TrackedAgent> before, TrackedAgent after, AgentTimers timers) throws Exception {
        agent.update(after);
        timers.replace(before, after);
    }

    private AgentTimers timers(ReadOnlyContext context) {
        return new AgentTimers(pace, context.timerService(), context.getCurrentKey());
    }

    private static Instant wallClock(ReadOnlyContext context) {
        return Instant.ofEpochMilli(context.timerService().currentProcessingTime());
    }
}
