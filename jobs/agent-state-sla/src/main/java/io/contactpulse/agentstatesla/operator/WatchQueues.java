package io.contactpulse.agentstatesla.operator;

import io.contactpulse.agentstatesla.domain.BacklogGuard;
import io.contactpulse.agentstatesla.domain.queue.QueueStep;
import io.contactpulse.agentstatesla.domain.queue.QueueWatcher;
import io.contactpulse.agentstatesla.domain.queue.ServiceLevelTargets;
import io.contactpulse.agentstatesla.domain.rules.Rules;
import io.contactpulse.schema.DeskEntry;
import io.contactpulse.schema.QueueEntry;
import io.contactpulse.schema.QueueStatus;
import io.contactpulse.schema.RuleSet;
import io.contactpulse.schema.TrackedQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Watches every queue, keyed by instance and queue. Uses the wall clock, not watermarks, when live: that a contact waits too
 * long may not wait for somebody else's event. Timers are hints, state is the truth: {@link QueueWatcher} decides alone, and
 * every instant that is due is settled in turn, whether a timer or the next entry comes first.
 */
public final class WatchQueues extends KeyedBroadcastProcessFunction<String, QueueEntry, RuleSet, QueueStatus> {
    public static final OutputTag<DeskEntry> DESK = new OutputTag<>("queue-desk-entries") {};

    private static final long serialVersionUID = 1L;

    /** Cleared by its time to live: a queue unheard of for this long is forgotten. Entries and timers renew it. */
    private static final Duration FORGET_AFTER = Duration.ofDays(8);

    private static final ValueStateDescriptor<TrackedQueue> QUEUE = queueState();

    /** While a backlog is read, timers that are due look again this much later. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final RulesInForce rules;
    private final QueueWatcher watcher;
    private final Pace pace;

    private transient ValueState<TrackedQueue> queue;
    private transient BacklogGuard backlog;

    public WatchQueues(RulesInForce rules, ServiceLevelTargets targets, Pace pace) {
        this.rules = rules;
        this.watcher = QueueWatcher.of(targets);
        this.pace = pace;
    }

    private static ValueStateDescriptor<TrackedQueue> queueState() {
        ValueStateDescriptor<TrackedQueue> descriptor = new ValueStateDescriptor<>("tracked-queue", TrackedQueue.class);
        descriptor.enableTimeToLive(StateTtlConfig.newBuilder(FORGET_AFTER).build());
        return descriptor;
    }

    /** The key: a queue of an instance. */
    public static String queueOf(QueueEntry entry) {
        return entry.getInstanceId() + "/" + entry.getQueueId();
    }

    @Override
    public void open(OpenContext context) {
        queue = getRuntimeContext().getState(QUEUE);
        backlog = new BacklogGuard(pace.now());
    }

    @Override
    public void processElement(QueueEntry entry, ReadOnlyContext context, Collector<QueueStatus> rows)
            throws Exception {
        takeNoteOf(entry, context.timerService());
        Rules inForce = rules.now(context.getBroadcastState(RulesInForce.STATE));
        Optional<TrackedQueue> known = Optional.ofNullable(queue.value());
        Optional<TrackedQueue> settled = known;
        if (known.isPresent()) {
            settled = Optional.of(settle(known.get(), entry.getAt(), inForce, context, rows));
        }
        QueueStep step = watcher.apply(settled, entry, inForce);
        emit(step, context, rows);
        remember(known, step.queue(), context.timerService());
    }

    /** A contact record comes when all work on its contact is done: that it tells of the past is no sign of a backlog. */
    private void takeNoteOf(QueueEntry entry, TimerService timers) {
        if (pace.isLive() && entry.getOptionalEnd().isEmpty()) {
            backlog.saw(entry.getAt(), entry.getAt(), wallClock(timers));
        }
    }

    @Override
    public void processBroadcastElement(RuleSet newest, Context context, Collector<QueueStatus> rows) throws Exception {
        rules.become(newest, context.getBroadcastState(RulesInForce.STATE));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<QueueStatus> rows) throws Exception {
        Optional<TrackedQueue> known = Optional.ofNullable(queue.value());
        Instant time = pace.isLive() ? wallClock(context.timerService()) : Instant.ofEpochMilli(timestamp);
        if (known.isEmpty() || !isDue(known.get(), time)) {
            return;
        }
        if (pace.isLive() && !backlog.caughtUp(time)) {
            context.timerService()
                    .registerProcessingTimeTimer(time.plus(LOOK_AGAIN).toEpochMilli());
            return;
        }
        Rules inForce = rules.now(context.getBroadcastState(RulesInForce.STATE));
        remember(known, settle(known.get(), time, inForce, context, rows), context.timerService());
    }

    private TrackedQueue settle(
            TrackedQueue known, Instant until, Rules inForce, ReadOnlyContext context, Collector<QueueStatus> rows) {
        TrackedQueue settled = known;
        while (isDue(settled, until)) {
            QueueStep step = watcher.settle(settled, settled.getDueAt(), inForce);
            emit(step, context, rows);
            settled = step.queue();
        }
        return settled;
    }

    private static boolean isDue(TrackedQueue queue, Instant time) {
        return queue.getOptionalDueAt().filter(due -> !due.isAfter(time)).isPresent();
    }

    private static void emit(QueueStep step, ReadOnlyContext context, Collector<QueueStatus> rows) {
        step.row().ifPresent(rows::collect);
        step.forDesk().forEach(entry -> context.output(DESK, entry));
    }

    private void remember(Optional<TrackedQueue> before, TrackedQueue after, TimerService timers) throws Exception {
        queue.update(after);
        Optional<Instant> obsolete = before.flatMap(TrackedQueue::getOptionalDueAt);
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

    private static Instant wallClock(TimerService timers) {
        return Instant.ofEpochMilli(timers.currentProcessingTime());
    }
}
