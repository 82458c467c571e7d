package io.contactpulse.agentstatesla.operator;

import io.contactpulse.agentstatesla.domain.AgentTracker;
import io.contactpulse.agentstatesla.domain.BacklogGuard;
import io.contactpulse.agentstatesla.domain.Step;
import io.contactpulse.agentstatesla.domain.Transition;
import io.contactpulse.schema.AgentEvent;
import io.contactpulse.schema.AgentInterval;
import io.contactpulse.schema.AgentRow;
import io.contactpulse.schema.Alert;
import io.contactpulse.schema.AlertEvent;
import io.contactpulse.schema.Notification;
import io.contactpulse.schema.TrackedAgent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Follows every agent, keyed by agent id. Uses the wall clock, not watermarks: an alert about a silent agent may not wait
 * for somebody else's event. Timers are hints, state is the truth: what is due is decided by {@link AgentTracker} alone.
 */
public final class TrackAgentState extends KeyedProcessFunction<String, AgentEvent, AgentRow> {
    public static final OutputTag<AgentInterval> INTERVALS = new OutputTag<>("agent-intervals") {};
    public static final OutputTag<Alert> ALERTS = new OutputTag<>("alerts") {};
    public static final OutputTag<AlertEvent> ALERT_EVENTS = new OutputTag<>("alert-events") {};
    public static final OutputTag<Notification> NOTIFICATIONS = new OutputTag<>("notifications") {};
    public static final OutputTag<AgentEvent> LATE = new OutputTag<>("late-agent-events") {};

    private static final long serialVersionUID = 1L;

    /** Cleared by its time to live: an agent unheard of for this long is forgotten. Events and timers renew it. */
    private static final Duration FORGET_AFTER = Duration.ofDays(8);

    private static final ValueStateDescriptor<TrackedAgent> AGENT = agentState();

    /** While a backlog is read, timers that are due look again this much later. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final AgentTracker tracker;
    private final Pace pace;

    private transient ValueState<TrackedAgent> agent;
    private transient BacklogGuard backlog;
    private transient Counter applied;
    private transient Counter repeated;
    private transient Counter late;

    public TrackAgentState(AgentTracker tracker, Pace pace) {
        this.tracker = tracker;
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
    public void processElement(AgentEvent event, Context context, Collector<AgentRow> rows) throws Exception {
        Instant now = now(event, context.timerService());
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
                Step step = tracker.apply(upTo(event.getAt(), known, context, rows), event, now);
                emit(step, context, rows);
                remember(known, step.agent(), context.timerService());
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<AgentRow> rows) throws Exception {
        Optional<TrackedAgent> known = Optional.ofNullable(agent.value());
        Optional<Instant> due = known.flatMap(TrackedAgent::getOptionalDueAt);
        Instant time = pace.isLive() ? wallClock(context.timerService()) : Instant.ofEpochMilli(timestamp);
        if (due.isEmpty() || due.get().isAfter(time)) {
            return;
        }
        if (pace.isLive() && !backlog.caughtUp(time)) {
            context.timerService()
                    .registerProcessingTimeTimer(time.plus(LOOK_AGAIN).toEpochMilli());
            return;
        }
        Step step = tracker.settle(known.get(), time);
        emit(step, context, rows);
        remember(known, step.agent(), context.timerService());
    }

    /**
     * In a replay an agent's time passes in the same steps in which its timers would have fired live, whichever of watermark
     * and next event comes first; the fence judges each step by its own time.
     */
    private Optional<TrackedAgent> upTo(
            Instant eventTime, Optional<TrackedAgent> known, Context context, Collector<AgentRow> rows) {
        Optional<TrackedAgent> settled = known;
        while (!pace.isLive() && isDue(settled, eventTime)) {
            Step step = tracker.settle(settled.get(), settled.get().getDueAt());
            emit(step, context, rows);
            settled = Optional.of(step.agent());
        }
        return settled;
    }

    private static boolean isDue(Optional<TrackedAgent> known, Instant time) {
        return known.flatMap(TrackedAgent::getOptionalDueAt)
                .filter(due -> !due.isAfter(time))
                .isPresent();
    }

    private void emit(Step step, Context context, Collector<AgentRow> rows) {
        step.row().ifPresent(rows::collect);
        step.intervals().forEach(interval -> context.output(INTERVALS, interval));
        for (Transition transition : step.transitions()) {
            transition.message().ifPresent(message -> context.output(NOTIFICATIONS, message));
            context.output(ALERTS, transition.alert());
            context.output(ALERT_EVENTS, transition.event());
        }
    }

    private void remember(Optional<TrackedAgent> before, TrackedAgent after, TimerService timers) throws Exception {
        agent.update(after);
        Optional<Instant> obsolete = before.flatMap(TrackedAgent::getOptionalDueAt);
        Optional<Instant> due = after.getOptionalDueAt();
        if (obsolete.equals(due)) {
            return;
        }
        obsolete.ifPresent(time -> deleteTimer(time.toEpochMilli(), timers));
        due.filter(pace::reaches).ifPresent(time -> registerTimer(time.toEpochMilli(), timers));
    }

    private void registerTimer(long time, TimerService timers) {
        if (pace.isLive()) {
            timers.registerProcessingTimeTimer(time);
        } else {
            timers.registerEventTimeTimer(time);
        }
    }

    private void deleteTimer(long time, TimerService timers) {
        if (pace.isLive()) {
            timers.deleteProcessingTimeTimer(time);
        } else {
            timers.deleteEventTimeTimer(time);
        }
    }

    private Instant now(AgentEvent event, TimerService timers) {
        return pace.isLive() ? wallClock(timers) : event.getAt();
    }

    private static Instant wallClock(TimerService timers) {
        return Instant.ofEpochMilli(timers.currentProcessingTime());
    }
}
