package io.contactpulse.agentstatesla.operator;

import io.contactpulse.agentstatesla.domain.BacklogGuard;
import io.contactpulse.agentstatesla.domain.desk.AlertDesk;
import io.contactpulse.agentstatesla.domain.desk.DeskClock;
import io.contactpulse.agentstatesla.domain.desk.DeskSettings;
import io.contactpulse.agentstatesla.domain.desk.DeskStep;
import io.contactpulse.agentstatesla.domain.rules.Rules;
import io.contactpulse.schema.Alert;
import io.contactpulse.schema.AlertEvent;
import io.contactpulse.schema.DeskEntry;
import io.contactpulse.schema.Notification;
import io.contactpulse.schema.RejectedRecord;
import io.contactpulse.schema.RuleSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Runs the alert desk of every instance, keyed by instance id. Live it goes by the wall clock: a reminder may not wait for
 * somebody else's event. Timers are hints; what is due is decided by {@link AlertDesk} alone.
 */
public final class RunAlertDesk extends KeyedBroadcastProcessFunction<String, DeskEntry, RuleSet, Alert> {
    public static final OutputTag<AlertEvent> ALERT_EVENTS = new OutputTag<>("desk-alert-events") {};
    public static final OutputTag<Notification> NOTIFICATIONS = new OutputTag<>("desk-notifications") {};
    public static final OutputTag<RejectedRecord> REFUSED = new OutputTag<>("desk-refused-commands") {};

    private static final long serialVersionUID = 1L;

    /** While a backlog is read, a timer that is due looks again this much later. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    /** Cleared when nothing is due any more. */
    private static final ValueStateDescriptor<Long> TIMER = new ValueStateDescriptor<>("desk-timer", Long.class);

    private final RulesInForce rules;
    private final DeskSettings settings;
    private final Pace pace;

    private transient DeskState memory;
    private transient ValueState<Long> timer;
    private transient BacklogGuard backlog;
    private transient Instant openedAt;
    private transient String currentKey;

    public RunAlertDesk(RulesInForce rules, DeskSettings settings, Pace pace) {
        this.rules = rules;
        this.settings = settings;
        this.pace = pace;
    }

    @Override
    public void open(OpenContext openContext) {
        currentKey = "";
        memory = new DeskState(getRuntimeContext(), () -> currentKey);
        timer = getRuntimeContext().getState(TIMER);
        openedAt = pace.now();
        backlog = new BacklogGuard(openedAt);
    }

    @Override
    public void processElement(DeskEntry entry, ReadOnlyContext context, Collector<Alert> alerts) throws Exception {
        currentKey = context.getCurrentKey();
        Instant now = wallClock(context.timerService());
        if (entry.getOptionalHeard().isPresent()) {
            backlog.saw(entry.getAt(), now, now);
        }
        AlertDesk desk = desk(rules.now(context.getBroadcastState(RulesInForce.STATE)), now);
        emit(desk.apply(entry), context::output, alerts);
        setTimer(desk.nextDue(), context.timerService());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Alert> alerts) throws Exception {
        currentKey = context.getCurrentKey();
        timer.clear();
        Instant now = wallClock(context.timerService());
        if (pace.isLive() && !backlog.caughtUp(now)) {
            setTimer(Optional.of(now.plus(LOOK_AGAIN)), context.timerService());
            return;
        }
        AlertDesk desk = desk(rules.now(context.getBroadcastState(RulesInForce.STATE)), now);
        emit(desk.settle(pace.isLive() ? now : Instant.ofEpochMilli(timestamp)), context::output, alerts);
        setTimer(desk.nextDue(), context.timerService());
    }

    @Override
    public void processBroadcastElement(RuleSet set, Context context, Collector<Alert> alerts) throws Exception {
        rules.become(set, context.getBroadcastState(RulesInForce.STATE));
        Rules now = rules.now(context.getBroadcastState(RulesInForce.STATE));
        Instant at = Instant.ofEpochMilli(
                pace.isLive() ? context.currentProcessingTime() : Math.max(0, context.currentWatermark()));
        context.applyToKeyedState(DeskState.ALERTS, (key, state) -> {
            currentKey = key;
            emit(desk(now, at).rulesChanged(at), context::output, alerts);
        });
    }

    private AlertDesk desk(Rules inForce, Instant now) {
        return AlertDesk.open(
                memory, inForce, settings, pace.isLive() ? DeskClock.wall(now, openedAt) : DeskClock.replay());
    }

    private static void emit(DeskStep step, Sides sides, Collector<Alert> alerts) {
        step.messages().forEach(message -> sides.output(NOTIFICATIONS, message));
        step.alerts().forEach(alerts::collect);
        step.events().forEach(event -> sides.output(ALERT_EVENTS, event));
        step.refusals().forEach(refusal -> sides.output(REFUSED, RefusedCommand.of(refusal)));
    }

    /** The contexts of the three callbacks have this in common, and no type that says so. */
    private interface Sides {
        <T> void output(OutputTag<T> tag, T value);
    }

    /** No timer is set by a change of rules, which cannot set one: the next entry or timer makes up for it. */
    private void setTimer(Optional<Instant> due, TimerService timers) throws Exception {
        Long before = timer.value();
        Long after = due.filter(pace::reaches).map(Instant::toEpochMilli).orElse(null);
        if (before != null && before.equals(after)) {
            return;
        }
        if (before != null) {
            deleteTimer(before, timers);
        }
        if (after == null) {
            timer.clear();
            return;
        }
        timer.update(after);
        registerTimer(after, timers);
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

    private static Instant wallClock(TimerService timers) {
        return Instant.ofEpochMilli(timers.currentProcessingTime());
    }
}
