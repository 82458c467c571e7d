package io.contactpulse.ctrenrichment.operator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Hands records to a keyed function: live one by one as they come; in a replay all records of one instant together, sorted,
 * when the watermark has passed it. Every output of a replay is then a function of event data alone.
 */
abstract class InEventOrder<I, O> extends KeyedProcessFunction<String, I, O> {
    private static final long serialVersionUID = 1L;
    private static final String WAITING = "waiting-for-their-time";

    private final Class<I> type;
    private final Pace pace;

    /** Cleared by the timer of each record's own time; always empty when live. */
    private transient ListState<I> waiting;

    InEventOrder(Class<I> type, Pace pace) {
        this.type = type;
        this.pace = pace;
    }

    abstract Instant timeOf(I record);

    abstract Comparator<I> order();

    /** Takes in records of one instant, or a single one. */
    abstract void apply(List<I> records, Context context, Collector<O> out) throws Exception;

    /** A timer of the function's own is due, and all records up to that time are applied. */
    abstract void due(Instant time, Context context, Collector<O> out) throws Exception;

    @Override
    public void open(OpenContext context) throws Exception {
        waiting = getRuntimeContext().getListState(new ListStateDescriptor<>(WAITING, type));
    }

    @Override
    public final void processElement(I record, Context context, Collector<O> out) throws Exception {
        if (pace.isLive()) {
            apply(List.of(record), context, out);
            return;
        }
        waiting.add(record);
        context.timerService().registerEventTimeTimer(timeOf(record).toEpochMilli());
    }

    @Override
    public final void onTimer(long timestamp, OnTimerContext context, Collector<O> out) throws Exception {
        Instant time = Instant.ofEpochMilli(timestamp);
        if (!pace.isLive()) {
            List<I> records = takeUntil(time);
            if (!records.isEmpty()) {
                apply(records, context, out);
            }
        }
        if (pace.reaches(time)) {
            due(time, context, out);
        }
    }

    final boolean isLive() {
        return pace.isLive();
    }

    /** Asks for {@link #due}, unless the replay is over by then. */
    final void lookAgainAt(Instant time, Context context) {
        if (pace.reaches(time)) {
            context.timerService().registerEventTimeTimer(time.toEpochMilli());
        }
    }

    private List<I> takeUntil(Instant time) throws Exception {
        List<I> due = new ArrayList<>();
        List<I> later = new ArrayList<>();
        for (I record : waiting.get()) {
            (timeOf(record).isAfter(time) ? later : due).add(record);
        }
        waiting.update(later);
        due.sort(order());
        return due;
    }
}
