package io.contactpulse.ctrenrichment.operator;

import io.contactpulse.ctrenrichment.domain.JourneyTracker;
import io.contactpulse.ctrenrichment.domain.Told;
import io.contactpulse.schema.ContactRecord;
import io.contactpulse.schema.ContactRow;
import io.contactpulse.schema.JourneyFacts;
import io.contactpulse.schema.QueueContribution;
import io.contactpulse.schema.TrackedJourney;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Keeps the newest record of each leg of a journey, keyed by journey id, and tells what changes. */
public final class StitchJourney extends InEventOrder<ContactRecord, ContactRow> {
    public static final OutputTag<JourneyFacts> FACTS = new OutputTag<>("journey-facts") {};
    public static final OutputTag<QueueContribution> CONTRIBUTIONS = new OutputTag<>("queue-contributions") {};

    private static final long serialVersionUID = 1L;

    /** Cleared by a timer, when the retention after the end of the last leg is over. */
    private static final ValueStateDescriptor<TrackedJourney> JOURNEY =
            new ValueStateDescriptor<>("tracked-journey", TrackedJourney.class);

    private final JourneyTracker tracker;

    private transient ValueState<TrackedJourney> journey;
    private transient Counter applied;
    private transient Counter repeated;
    private transient Counter lateCorrections;

    public StitchJourney(JourneyTracker tracker, Pace pace) {
        super(ContactRecord.class, pace);
        this.tracker = tracker;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        super.open(context);
        journey = getRuntimeContext().getState(JOURNEY);
        applied = getRuntimeContext().getMetricGroup().counter("recordsApplied");
        repeated = getRuntimeContext().getMetricGroup().counter("recordsRepeated");
        lateCorrections = getRuntimeContext().getMetricGroup().counter("lateCorrections");
    }

    @Override
    Instant timeOf(ContactRecord record) {
        return record.getLastUpdatedAt();
    }

    @Override
    Comparator<ContactRecord> order() {
        return JourneyTracker.order();
    }

    @Override
    void apply(List<ContactRecord> records, Context context, Collector<ContactRow> rows) throws Exception {
        Optional<TrackedJourney> known = Optional.ofNullable(journey.value());
        List<ContactRecord> fresh = new ArrayList<>();
        for (ContactRecord record : records) {
            switch (tracker.judge(known, record, clock(context))) {
                case NEW:
                    applied.inc();
                    fresh.add(record);
                    break;
                case OLD:
                    repeated.inc();
                    break;
                case LATE:
                    lateCorrections.inc();
                    rows.collect(tracker.rowOf(record));
            }
        }
        if (!fresh.isEmpty()) {
            tell(tracker.apply(known, fresh), context, rows);
        }
    }

    @Override
    void due(Instant time, Context context, Collector<ContactRow> rows) throws Exception {
        TrackedJourney known = journey.value();
        if (known == null) {
            return;
        }
        if (time.isAfter(tracker.clearAt(known))) {
            journey.clear();
            return;
        }
        if (tracker.isDue(known, time)) {
            tell(tracker.settle(known, time), context, rows);
        }
    }

    private void tell(Told told, Context context, Collector<ContactRow> rows) throws Exception {
        told.rows().forEach(rows::collect);
        told.contributions().forEach(contribution -> context.output(CONTRIBUTIONS, contribution));
        told.facts().forEach(facts -> context.output(FACTS, facts));
        journey.update(told.journey());
        tracker.nextChange(told.journey()).ifPresent(time -> lookAgainAt(time, context));
        lookAgainAt(tracker.clearAt(told.journey()).plusMillis(1), context);
    }

    /** In a replay a record's own time is the clock: the watermark at the end of it says nothing. */
    private Instant clock(Context context) {
        return isLive() ? Instant.ofEpochMilli(context.timerService().currentWatermark()) : Instant.MIN;
    }
}
