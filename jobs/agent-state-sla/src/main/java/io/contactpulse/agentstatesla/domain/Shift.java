package io.contactpulse.agentstatesla.domain;

import io.contactpulse.agentstatesla.domain.rules.Measure;
import io.contactpulse.schema.AgentEvent;
import io.contactpulse.schema.AgentEventType;
import io.contactpulse.schema.AgentKind;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.TrackedAgent;
import io.contactpulse.schema.TrackedContact;
import io.contactpulse.schema.TrackedShift;
import io.contactpulse.schema.TrackedTally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is counted from the moment an agent logs in until the agent is off. */
final class Shift {
    private static final List<AgentState> UNANSWERED = List.of(AgentState.MISSED, AgentState.REJECTED);

    private final Instant start;
    private boolean heartBeats;
    private Tally missed;
    private Tally rejected;
    private @Nullable Tally unanswered;
    private Turns turns;

    private Shift(Instant start) {
        this.start = start;
        this.missed = Tally.startingAt(start);
        this.rejected = Tally.startingAt(start);
        this.turns = Turns.none();
    }

    static Shift startedAt(Instant start) {
        return new Shift(start);
    }

    /** The first release counted nothing: a shift it left lasts at least as long as its state. */
    static Shift of(TrackedAgent agent) {
        return agent.getOptionalShift().map(Shift::of).orElseGet(() -> new Shift(agent.getStateStart()));
    }

    private static Shift of(TrackedShift tracked) {
        Shift shift = new Shift(tracked.getStart());
        shift.heartBeats = tracked.getHeartBeats();
        shift.missed = Tally.of(tracked.getMissed());
        shift.rejected = Tally.of(tracked.getRejected());
        shift.unanswered = tracked.getOptionalUnanswered().map(Tally::of).orElse(null);
        shift.turns = Turns.of(tracked);
        return shift;
    }

    /** Takes in what an event does to contacts and to the agent's state. */
    void takeIn(AgentEvent event, Hands before, Hands after, EffectiveState state) {
        Instant at = event.getAt();
        heartBeats |= event.getEventType() == AgentEventType.HEART_BEAT;
        for (TrackedContact contact : after.entering(before, UNANSWERED)) {
            if (contact.getState() == AgentState.MISSED) {
                missed = missed.plusOne(at);
            } else {
                rejected = rejected.plusOne(at);
            }
            unanswered = Optional.ofNullable(unanswered)
                    .orElseGet(() -> Tally.startingAt(contact.getStateStart()))
                    .plusOne(at);
        }
        if (!after.entering(before, List.of(AgentState.ON_CONTACT)).isEmpty()) {
            unanswered = null;
        }
        if (event.getAgentKind() == AgentKind.AI) {
            turns = turns.after(state, at);
        }
    }

    /** Clocks of the agent, as it is in this state and was last heard then. */
    List<Clock> clocks(String agentId, EffectiveState state, Instant lastEventAt) {
        List<Clock> clocks = new ArrayList<>();
        clocks.add(Clock.ofAgent(Measure.LOGIN_SECONDS, agentId, EffectiveState.UNKNOWN, ElapsedTime.since(start)));
        clocks.add(count(Measure.MISSED_COUNT, agentId, AgentState.MISSED, missed));
        clocks.add(count(Measure.REJECTED_COUNT, agentId, AgentState.REJECTED, rejected));
        if (unanswered != null) {
            clocks.add(count(Measure.MISSED_IN_A_ROW, agentId, AgentState.MISSED, unanswered));
        }
        if (heartBeats) {
            clocks.add(Clock.ofAgent(Measure.SILENT_SECONDS, agentId, state, ElapsedTime.since(lastEventAt)));
        }
        clocks.addAll(turns.clocks(agentId));
        return clocks;
    }

    private static Clock count(Measure measure, String agentId, AgentState state, Tally tally) {
        return Clock.ofAgent(measure, agentId, EffectiveState.of(state, Optional.empty()), tally);
    }

    TrackedShift tracked() {
        TrackedShift.Builder tracked = TrackedShift.newBuilder()
                .setStart(start)
                .setHeartBeats(heartBeats)
                .setMissed(missed.tracked())
                .setRejected(rejected.tracked())
                .setUnanswered(tracked(unanswered));
        turns.saveTo(tracked);
        return tracked.build();
    }

    private static @Nullable TrackedTally tracked(@Nullable Tally tally) {
        return tally == null ? null : tally.tracked();
    }
}
