package io.contactpulse.agentstatesla.operator;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Puts the records of a replay in order: by their time, then by what sorts records of one time. Each waits until the
 * watermark has passed its time, so this is nothing for a live stream, where nobody may wait for somebody else's event.
 */
public final class InEventOrder<T> extends KeyedProcessFunction<String, T, T> implements ResultTypeQueryable<T> {
    private static final long serialVersionUID = 1L;

    private final Class<T> type;
    private final Time<T> time;
    private final Order<T> order;

    private transient MapState<Long, List<T>> waiting;

    public InEventOrder(Class<T> type, Time<T> time, Order<T> order) {
        this.type = type;
        this.time = time;
        this.order = order;
    }

    /** When a record became true. */
    public interface Time<T> extends Serializable {
        Instant of(T value);
    }

    /** What sorts records of the same time. */
    public interface Order<T> extends Serializable {
        String of(T value);
    }

    @Override
    public void open(OpenContext context) {
        waiting = getRuntimeContext().getMapState(waiting());
    }

    /** Cleared by the watermark, which passes every time at the latest at the end of the replay. */
    private MapStateDescriptor<Long, List<T>> waiting() {
        return new MapStateDescriptor<>("waiting-for-their-time", Types.LONG, Types.LIST(TypeInformation.of(type)));
    }

    @Override
    public void processElement(T value, Context context, Collector<T> out) throws Exception {
        long at = time.of(value).toEpochMilli();
        List<T> sameTime = waiting.get(at);
        List<T> longer = sameTime == null ? new ArrayList<>() : new ArrayList<>(sameTime);
        longer.add(value);
        waiting.put(at, longer);
        context.timerService().registerEventTimeTimer(at);
    }

    @Override
    public void onTimer(long at, OnTimerContext context, Collector<T> out) throws Exception {
        List<T> sameTime = waiting.get(at);
        if (sameTime == null) {
            return;
        }
        waiting.remove(at);
        sameTime.stream().sorted(Comparator.comparing(order::of)).forEach(out::collect);
    }

    @Override
    public TypeInformation<T> getProducedType() {
        return TypeInformation.of(type);
    }
}
