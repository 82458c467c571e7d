package io.contactpulse.agentstatesla.domain;

import io.contactpulse.agentstatesla.domain.rules.Measure;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.TrackedShift;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An AI agent's turns. A turn begins with its first step and ends when the agent is idle, in error or off; in a good turn it
 * responds before that.
 */
final class Turns {
    private static final String RESPONDING = "Responding";
    private static final EffectiveState ANY_STEP = EffectiveState.of(AgentState.CUSTOM, Optional.empty());

    private final @Nullable Instant start;
    private final boolean responded;
    private final @Nullable Tally unresponsive;

    private Turns(@Nullable Instant start, boolean responded, @Nullable Tally unresponsive) {
        this.start = start;
        this.responded = responded;
        this.unresponsive = unresponsive;
    }

    static Turns none() {
        return new Turns(null, false, null);
    }

    static Turns of(TrackedShift shift) {
        return new Turns(
                shift.getTurnStart(),
                shift.getResponded(),
                shift.getOptionalUnresponsive().map(Tally::of).orElse(null));
    }

    Turns after(EffectiveState state, Instant at) {
        if (state.state() != AgentState.CUSTOM) {
            return ended(at);
        }
        Instant since = start == null ? at : start;
        boolean responds = state.customStatus().filter(RESPONDING::equals).isPresent();
        return responds ? new Turns(since, true, null) : new Turns(since, responded, unresponsive);
    }

    private Turns ended(Instant at) {
        if (start == null || responded) {
            return new Turns(null, false, unresponsive);
        }
        Tally before = unresponsive == null ? Tally.startingAt(start) : unresponsive;
        return new Turns(null, false, before.plusOne(at));
    }

    List<Clock> clocks(String agentId) {
        List<Clock> clocks = new ArrayList<>();
        if (start != null && !responded) {
            clocks.add(Clock.ofAgent(Measure.CYCLE_SECONDS, agentId, ANY_STEP, ElapsedTime.since(start)));
        }
        if (unresponsive != null) {
            clocks.add(Clock.ofAgent(Measure.CYCLES_WITHOUT_RESPONSE, agentId, ANY_STEP, unresponsive));
        }
        return clocks;
    }

    void saveTo(TrackedShift.Builder shift) {
        shift.setTurnStart(start)
                .setResponded(responded)
                .setUnresponsive(unresponsive == null ? null : unresponsive.tracked());
    }
}
