package io.contactpulse.agentstatesla.operator;

import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.TrackedAgent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.flink.streaming.api.TimerService;

/**
 * The timer of one agent: for what is due next or, live and on shift, for the next look if that comes before. Looks come at
 * the same second of every minute, another one for every agent, so that a timer that was set can be found again.
 */
final class AgentTimers {
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

    private final Pace pace;
    private final TimerService timers;
    private final int seed;

    AgentTimers(Pace pace, TimerService timers, String agentId) {
        this.pace = pace;
        this.timers = timers;
        this.seed = agentId.hashCode();
    }

    /** Sets the timer anew after an agent has changed. */
    void replace(Optional<TrackedAgent> before, TrackedAgent after) {
        Optional<Instant> next = next(after);
        if (pace.isLive()) {
            deleteUnless(next, nextLook());
        }
        before.flatMap(TrackedAgent::getOptionalDueAt).ifPresent(due -> deleteUnless(next, due));
        next.ifPresent(this::set);
    }

    private Optional<Instant> next(TrackedAgent agent) {
        Optional<Instant> due = agent.getOptionalDueAt().filter(pace::reaches);
        if (!looksAfter(agent)) {
            return due;
        }
        Instant look = nextLook();
        return Optional.of(due.filter(time -> time.isBefore(look)).orElse(look));
    }

    /** Whether changed rules may want something of the agent although nothing is due. */
    boolean looksAfter(TrackedAgent agent) {
        return pace.isLive() && agent.getState() != AgentState.OFFLINE;
    }

    Instant nextLook() {
        long every = LOOK_EVERY.toMillis();
        long now = timers.currentProcessingTime();
        return Instant.ofEpochMilli(now + every - Math.floorMod(now - seed, every));
    }

    void set(Instant time) {
        if (pace.isLive()) {
            timers.registerProcessingTimeTimer(time.toEpochMilli());
        } else {
            timers.registerEventTimeTimer(time.toEpochMilli());
        }
    }

    private void deleteUnless(Optional<Instant> wanted, Instant time) {
        if (wanted.filter(time::equals).isPresent()) {
            return;
        }
        if (pace.isLive()) {
            timers.deleteProcessingTimeTimer(time.toEpochMilli());
        } else {
            timers.deleteEventTimeTimer(time.toEpochMilli());
        }
    }
}
