package io.contactpulse.jobruntime.lake;

import java.time.Duration;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Holds rows over several checkpoints and hands them to the file sink right before the barrier of the first checkpoint
 * that is due, because a Parquet file ends with its checkpoint. Wall clock, since it is about files and not about rows.
 */
final class GatherRows<T> extends AbstractStreamOperator<T> implements OneInputStreamOperator<T, T>, BoundedOneInput {
    private static final long serialVersionUID = 1L;
    private static final String ROWS = "gathered-rows";

    private final TypeInformation<T> rowType;
    private final long intervalMillis;
    private final int mostRows;

    /** Cleared by every release. */
    @SuppressWarnings("NullAway.Init") // Flink calls initializeState before anything else.
    private transient ListState<T> gathered;

    private transient int count;
    private transient long due;

    GatherRows(TypeInformation<T> rowType, Duration interval, int mostRows) {
        this.rowType = rowType;
        this.intervalMillis = interval.toMillis();
        this.mostRows = mostRows;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        gathered = context.getOperatorStateStore().getListState(new ListStateDescriptor<>(ROWS, rowType));
        for (T ignored : gathered.get()) {
            count++;
        }
    }

    @Override
    public void open() throws Exception {
        super.open();
        // Restored rows have waited for an unknown time: a job that fails often must still bring them out.
        due = count == 0 ? now() + intervalMillis : now();
        getMetricGroup().gauge("gatheredRows", () -> count);
    }

    @Override
    public void processElement(StreamRecord<T> element) throws Exception {
        gathered.add(element.getValue());
        count++;
        if (count >= mostRows) {
            // A file is begun with this, so the next checkpoint, which ends it, may as well take all.
            release();
            due = now();
        }
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        if (now() >= due) {
            release();
            due = now() + intervalMillis;
        }
    }

    @Override
    public void endInput() throws Exception {
        release();
    }

    private void release() throws Exception {
        for (T row : gathered.get()) {
            output.collect(new StreamRecord<>(row));
        }
        gathered.clear();
        count = 0;
    }

    private long now() {
        return getProcessingTimeService().getCurrentProcessingTime();
    }
}
