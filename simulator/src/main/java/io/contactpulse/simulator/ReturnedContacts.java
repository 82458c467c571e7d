package io.contactpulse.simulator;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Contacts that were offered to an agent in vain and wait in their queue again, until the customer gives up. All agents of
 * a floor share it, so agents' days depend on one another and must be made in the order of time.
 */
final class ReturnedContacts {
    private static final int PATIENCE = 10 * 60;

    private final List<Returned> waiting = new ArrayList<>();

    /** Seconds are those of the epoch. */
    record Returned(Contact contact, int byAgent, long second) {}

    /** A contact of an agent's own queue has nobody else to go to. */
    void add(Returned returned) {
        if (returned.contact().queue().name().isPresent()
                && returned.contact().queuedAt().isPresent()) {
            waiting.add(returned);
        }
    }

    /** The one that came first, for another agent than the one who did not take it. */
    Optional<Returned> take(int agentIndex, List<Queue> queues, Channel channel, long second) {
        waiting.removeIf(returned -> returned.second() + PATIENCE < second);
        for (Iterator<Returned> each = waiting.iterator(); each.hasNext(); ) {
            Returned next = each.next();
            boolean fits = next.byAgent() != agentIndex
                    && next.second() < second
                    && next.contact().channel() == channel
                    && queues.contains(next.contact().queue());
            if (fits) {
                each.remove();
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }
}
