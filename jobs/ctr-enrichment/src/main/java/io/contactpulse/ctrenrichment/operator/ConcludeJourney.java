package io.contactpulse.ctrenrichment.operator;

import io.contactpulse.ctrenrichment.domain.Conclusion;
import io.contactpulse.ctrenrichment.domain.JourneyConcluder;
import io.contactpulse.ctrenrichment.domain.RepeatFinder;
import io.contactpulse.schema.ConcludedJourney;
import io.contactpulse.schema.Escalation;
import io.contactpulse.schema.EscalationEvent;
import io.contactpulse.schema.Journey;
import io.contactpulse.schema.JourneyFacts;
import io.contactpulse.schema.Notification;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Writes each journey, keyed by its id, and sees to it that a failure is escalated once, and once retracted if it was none. */
public final class ConcludeJourney extends InEventOrder<JourneyFacts, Journey> {
    public static final OutputTag<Escalation> ESCALATIONS = new OutputTag<>("escalations") {};
    public static final OutputTag<EscalationEvent> ESCALATION_EVENTS = new OutputTag<>("escalation-events") {};
    public static final OutputTag<Notification> NOTIFICATIONS = new OutputTag<>("notifications") {};

    private static final long serialVersionUID = 1L;

    /** Cleared by a timer, when neither the journey nor the one it repeats can change any more. */
    private static final ValueStateDescriptor<ConcludedJourney> CONCLUDED =
            new ValueStateDescriptor<>("concluded-journey", ConcludedJourney.class);

    /** Cleared together with it. */
    private static final ValueStateDescriptor<Long> CLEAR_AT = new ValueStateDescriptor<>("clear-at", Long.class);

    private final JourneyConcluder concluder;

    private transient ValueState<ConcludedJourney> concluded;
    private transient ValueState<Long> clearAt;

    public ConcludeJourney(JourneyConcluder concluder, Pace pace) {
        super(JourneyFacts.class, pace);
        this.concluder = concluder;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        super.open(context);
        concluded = getRuntimeContext().getState(CONCLUDED);
        clearAt = getRuntimeContext().getState(CLEAR_AT);
    }

    @Override
    Instant timeOf(JourneyFacts facts) {
        return facts.getAt();
    }

    @Override
    Comparator<JourneyFacts> order() {
        return Comparator.comparing(JourneyFacts::getAt).thenComparing(JourneyFacts::getRevision);
    }

    @Override
    void apply(List<JourneyFacts> told, Context context, Collector<Journey> rows) throws Exception {
        for (JourneyFacts facts : told) {
            Optional<ConcludedJourney> known = Optional.ofNullable(concluded.value());
            if (!concluder.isOutdated(known, facts)) {
                Instant now =
                        isLive() ? Instant.ofEpochMilli(context.timerService().currentProcessingTime()) : facts.getAt();
                write(concluder.apply(known, facts, now), context, rows);
                Instant over = facts.getClearAt().plus(RepeatFinder.window());
                clearAt.update(over.toEpochMilli());
                lookAgainAt(over, context);
            }
        }
    }

    @Override
    void due(Instant time, Context context, Collector<Journey> rows) throws Exception {
        Long over = clearAt.value();
        if (over != null && time.toEpochMilli() >= over) {
            concluded.clear();
            clearAt.clear();
        }
    }

    private void write(Conclusion conclusion, Context context, Collector<Journey> rows) throws Exception {
        concluded.update(conclusion.state());
        conclusion.journey().ifPresent(rows::collect);
        conclusion.escalation().ifPresent(row -> context.output(ESCALATIONS, row));
        conclusion.event().ifPresent(event -> context.output(ESCALATION_EVENTS, event));
        conclusion.message().ifPresent(message -> context.output(NOTIFICATIONS, message));
    }
}
