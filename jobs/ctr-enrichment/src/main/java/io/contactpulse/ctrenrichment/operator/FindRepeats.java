package io.contactpulse.ctrenrichment.operator;

import io.contactpulse.ctrenrichment.domain.RepeatFinder;
import io.contactpulse.schema.JourneyFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.Collector;

/** Tells of each journey of a customer with one intent which earlier one it repeats, and tells it anew when that changes. */
public final class FindRepeats extends InEventOrder<JourneyFacts, JourneyFacts> {
    private static final long serialVersionUID = 1L;

    /** Cleared journey by journey, by a timer, when neither it nor one that it may precede can change any more. */
    private static final MapStateDescriptor<String, JourneyFacts> JOURNEYS =
            new MapStateDescriptor<>("journeys-of-customer", Types.STRING, TypeInformation.of(JourneyFacts.class));

    private transient MapState<String, JourneyFacts> journeys;

    public FindRepeats(Pace pace) {
        super(JourneyFacts.class, pace);
    }

    @Override
    public void open(OpenContext context) throws Exception {
        super.open(context);
        journeys = getRuntimeContext().getMapState(JOURNEYS);
    }

    @Override
    Instant timeOf(JourneyFacts facts) {
        return facts.getAt();
    }

    @Override
    Comparator<JourneyFacts> order() {
        return Comparator.comparing(JourneyFacts::getAt)
                .thenComparing(JourneyFacts::getJourneyId)
                .thenComparing(JourneyFacts::getRevision);
    }

    @Override
    void apply(List<JourneyFacts> changes, Context context, Collector<JourneyFacts> out) throws Exception {
        List<JourneyFacts> known = new ArrayList<>();
        journeys.values().forEach(known::add);
        for (JourneyFacts change : changes) {
            journeys.remove(change.getJourneyId());
        }
        for (JourneyFacts facts : RepeatFinder.apply(known, changes)) {
            if (!facts.equals(journeys.get(facts.getJourneyId()))) {
                journeys.put(facts.getJourneyId(), facts);
                lookAgainAt(clearAt(facts), context);
                out.collect(facts);
            }
        }
    }

    @Override
    void due(Instant time, Context context, Collector<JourneyFacts> out) throws Exception {
        List<String> over = new ArrayList<>();
        for (JourneyFacts facts : journeys.values()) {
            if (!time.isBefore(clearAt(facts))) {
                over.add(facts.getJourneyId());
            }
        }
        for (String journeyId : over) {
            journeys.remove(journeyId);
        }
    }

    private static Instant clearAt(JourneyFacts facts) {
        return facts.getClearAt().plus(RepeatFinder.window());
    }
}
