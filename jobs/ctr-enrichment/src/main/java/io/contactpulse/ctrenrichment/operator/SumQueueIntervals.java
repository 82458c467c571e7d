package io.contactpulse.ctrenrichment.operator;

import io.contactpulse.ctrenrichment.domain.CtrRules;
import io.contactpulse.ctrenrichment.domain.QueueSums;
import io.contactpulse.schema.QueueContribution;
import io.contactpulse.schema.QueueInterval;
import io.contactpulse.schema.QueueTotals;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;

/** Sums contributions per queue, channel and quarter hour; remembers each, so that the old one can be taken out. */
public final class SumQueueIntervals extends InEventOrder<QueueContribution, QueueInterval> {
    private static final long serialVersionUID = 1L;

    /** Both are cleared by a timer, when the retention after the quarter hour is over. */
    private static final MapStateDescriptor<String, QueueContribution> CONTRIBUTIONS =
            new MapStateDescriptor<>("queue-contributions", Types.STRING, TypeInformation.of(QueueContribution.class));

    private static final ValueStateDescriptor<QueueTotals> TOTALS =
            new ValueStateDescriptor<>("queue-totals", QueueTotals.class);

    private final CtrRules rules;

    private transient MapState<String, QueueContribution> contributions;
    private transient ValueState<QueueTotals> totals;
    private transient Counter lateCorrections;

    public SumQueueIntervals(CtrRules rules, Pace pace) {
        super(QueueContribution.class, pace);
        this.rules = rules;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        super.open(context);
        contributions = getRuntimeContext().getMapState(CONTRIBUTIONS);
        totals = getRuntimeContext().getState(TOTALS);
        lateCorrections = getRuntimeContext().getMetricGroup().counter("lateCorrections");
    }

    @Override
    Instant timeOf(QueueContribution contribution) {
        return contribution.getAt();
    }

    @Override
    Comparator<QueueContribution> order() {
        return Comparator.comparing(QueueContribution::getAt).thenComparing(QueueContribution::getContactId);
    }

    @Override
    void apply(List<QueueContribution> changes, Context context, Collector<QueueInterval> rows) throws Exception {
        QueueTotals sums = Optional.ofNullable(totals.value()).orElseGet(QueueSums::none);
        boolean changed = false;
        for (QueueContribution change : changes) {
            if (isLate(change, context)) {
                lateCorrections.inc();
            } else {
                sums = exchanged(sums, change);
                changed = true;
            }
        }
        if (!changed) {
            return;
        }
        QueueContribution newest = changes.get(changes.size() - 1);
        sums = QueueSums.versioned(sums, newest.getAt());
        totals.update(sums);
        lookAgainAt(closesAt(context).plusMillis(1), context);
        rows.collect(QueueSums.row(sums, newest));
    }

    @Override
    void due(Instant time, Context context, Collector<QueueInterval> rows) {
        if (time.isAfter(closesAt(context))) {
            contributions.clear();
            totals.clear();
        }
    }

    private QueueTotals exchanged(QueueTotals sums, QueueContribution change) throws Exception {
        QueueContribution before = contributions.get(change.getContactId());
        QueueTotals left = sums;
        if (before != null) {
            contributions.remove(change.getContactId());
            left = QueueSums.minus(sums, before);
            if (QueueSums.isLongest(sums, before)) {
                left = QueueSums.withLongest(left, contributions.values());
            }
        }
        if (change.getRemoved()) {
            return left;
        }
        contributions.put(change.getContactId(), change);
        return QueueSums.plus(left, change);
    }

    /** Live, what was remembered may already be gone although the correction itself was made in time. */
    private boolean isLate(QueueContribution change, Context context) {
        Instant closed = closesAt(context);
        boolean isGone = isLive() && context.timerService().currentWatermark() > closed.toEpochMilli();
        return isGone || change.getAt().isAfter(closed);
    }

    private Instant closesAt(Context context) {
        return QueueSums.closesAt(context.getCurrentKey(), rules);
    }
}
