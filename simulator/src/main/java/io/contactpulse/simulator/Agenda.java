package io.contactpulse.simulator;

import static io.contactpulse.schema.ContactState.CONNECTED;
import static io.contactpulse.schema.ContactState.CONNECTED_ONHOLD;
import static io.contactpulse.schema.ContactState.CONNECTING;
import static io.contactpulse.schema.ContactState.ENDED;
import static io.contactpulse.schema.ContactState.ERROR;
import static io.contactpulse.schema.ContactState.INCOMING;
import static io.contactpulse.schema.ContactState.PAUSED;
import static io.contactpulse.schema.ContactState.PENDING;

import io.contactpulse.schema.ContactState;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The steps ahead of one agent: the planner's scripts one after the other. An outage cuts short what has been begun, and
 * whatever cannot wait until it is over is not begun.
 */
final class Agenda {
    private static final Set<ContactState> OFFERED = Set.of(INCOMING, PENDING, CONNECTING);
    private static final Set<ContactState> TALKING = Set.of(CONNECTED, CONNECTED_ONHOLD, PAUSED);

    private final DayPlanner planner;
    private final Deque<Outage> outages;
    private final ReturnedContacts returned;
    private final Deque<Step> steps = new ArrayDeque<>();
    private long scriptEnd;
    private boolean begun;

    Agenda(DayPlanner planner, Collection<Outage> outages, ReturnedContacts returned) {
        this.planner = planner;
        this.outages = new ArrayDeque<>(outages);
        this.returned = returned;
    }

    /** The next step, left where it is. All steps before it must have been applied to the desk. */
    Optional<Step> next(Desk desk) {
        if (steps.isEmpty()) {
            planner.next(scriptEnd).ifPresent(this::plan);
        }
        Outage outage = outages.peek();
        if (outage != null
                && (steps.isEmpty() || outage.start() <= steps.element().second())) {
            outages.remove();
            cutShort(outage, desk);
        }
        return Optional.ofNullable(steps.peek());
    }

    Step take() {
        begun = true;
        return steps.remove();
    }

    private void plan(Script script) {
        steps.addAll(script.steps());
        scriptEnd = script.now();
        begun = false;
    }

    private void cutShort(Outage outage, Desk desk) {
        List<Step> planned = List.copyOf(steps);
        steps.clear();
        steps.addAll(failure(outage, desk.contacts()).steps());
        if (!begun && !planned.isEmpty() && planned.get(0).second() > outage.back()) {
            steps.addAll(planned);
            return;
        }
        scriptEnd = outage.back();
    }

    private Script failure(Outage outage, Collection<Contact> inHand) {
        Script script = Script.from(outage.start());
        if (inHand.stream().anyMatch(contact -> isOpen(contact.state()))) {
            script.then((desk, second) -> cutOff(outage.agentIndex(), desk, second));
        }
        script.wait(1).then((desk, second) -> {
            desk.clearAll();
            desk.enter(Status.ERROR, second);
        });
        return script.wait((int) (outage.back() - outage.failed())).enter(Status.AVAILABLE);
    }

    private void cutOff(int agentIndex, Desk desk, long second) {
        desk.contacts().stream()
                .filter(contact -> OFFERED.contains(contact.state()))
                .forEach(offered -> returned.add(new ReturnedContacts.Returned(offered, agentIndex, second)));
        UnaryOperator<ContactState> end = state -> OFFERED.contains(state) ? ERROR : ENDED;
        List.copyOf(desk.contacts()).stream()
                .filter(contact -> isOpen(contact.state()))
                .forEach(contact -> desk.move(contact.id(), end.apply(contact.state()), second));
    }

    private static boolean isOpen(ContactState state) {
        return OFFERED.contains(state) || TALKING.contains(state);
    }
}
