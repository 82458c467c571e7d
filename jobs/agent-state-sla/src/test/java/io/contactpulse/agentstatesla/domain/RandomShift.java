package io.contactpulse.agentstatesla.domain;

import static io.contactpulse.testkit.AgentEvents.anAgentEvent;
import static io.contactpulse.testkit.Moments.NINE_OCLOCK;

import io.contactpulse.schema.AgentEventType;
import io.contactpulse.schema.AgentStatusType;
import io.contactpulse.schema.ContactState;
import io.contactpulse.testkit.AgentEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Shifts that follow no plan. */
final class RandomShift {
    private static final ContactState[] STATES = ContactState.values();

    private RandomShift() {}

    /** From LOGIN to LOGOUT, with anything in between, up to half an hour apart. */
    static List<AgentEvents> events(Random random) {
        List<AgentEvents> events = new ArrayList<>();
        Instant at = NINE_OCLOCK.plusMillis(random.nextInt(3_600_000));
        events.add(anAgentEvent().at(at).ofType(AgentEventType.LOGIN));
        for (int count = random.nextInt(40); count > 0; count--) {
            at = at.plusMillis(1 + random.nextInt(random.nextBoolean() ? 5_000 : 1_800_000));
            events.add(anything(anAgentEvent().at(at), random));
        }
        events.add(
                anAgentEvent().at(at.plusMillis(1 + random.nextInt(1_800_000))).ofType(AgentEventType.LOGOUT));
        return events;
    }

    private static AgentEvents anything(AgentEvents event, Random random) {
        for (int contact = random.nextInt(4); contact > 0; contact--) {
            event.holding("c" + contact, STATES[random.nextInt(STATES.length)]);
        }
        if (random.nextInt(5) == 0) {
            event.inStatus("Lunch", AgentStatusType.CUSTOM);
        }
        if (random.nextInt(4) == 0) {
            event.ofType(AgentEventType.HEART_BEAT);
        }
        return event;
    }

    /** Every event arrives up to 20 minutes late, and time has been settled up to its arrival. */
    static void live(Life life, List<AgentEvents> events, Random random) {
        Instant clock = events.get(0).build().getAt();
        for (AgentEvents event : events) {
            Instant arrival =
                    event.build().getAt().plusMillis(random.nextInt(random.nextInt(4) == 0 ? 1_200_000 : 500));
            clock = arrival.isAfter(clock) ? arrival : clock;
            if (event != events.get(0)) {
                life.timePassesUntil(clock);
            }
            life.happens(event);
        }
    }
}
