package io.contactpulse.simulator;

import io.contactpulse.schema.AgentEventType;
import io.contactpulse.schema.ContactState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Steps of one agent, one after the other and never two in the same second. */
final class Script {
    private final List<Step> steps = new ArrayList<>();
    private long now;

    private Script(long now) {
        this.now = now;
    }

    static Script from(long second) {
        return new Script(second);
    }

    /** Plays several scripts at once, each step in the first free second from its own time on. */
    static Script together(List<Script> scripts) {
        List<Step> ordered = scripts.stream()
                .flatMap(script -> script.steps.stream())
                .sorted(Comparator.comparingLong(Step::second))
                .toList();
        Script all = new Script(ordered.get(0).second());
        for (Step step : ordered) {
            long second = all.steps.isEmpty() ? step.second() : Math.max(step.second(), all.now + 1);
            all.steps.add(step.movedTo(second));
            all.now = second;
        }
        return all;
    }

    Script wait(int seconds) {
        now += Math.max(1, seconds);
        return this;
    }

    Script then(Step.Change change) {
        return then(AgentEventType.STATE_CHANGE, change);
    }

    Script then(AgentEventType type, Step.Change change) {
        steps.add(new Step(now, type, change));
        return this;
    }

    Script take(Contact contact) {
        return then((desk, second) -> desk.take(contact, second));
    }

    Script move(Contact contact, ContactState state) {
        return then((desk, second) -> desk.move(contact.id(), state, second));
    }

    Script clear(Contact contact) {
        return then((desk, second) -> desk.clear(contact.id()));
    }

    Script enter(Status status) {
        return then((desk, second) -> desk.enter(status, second));
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    long now() {
        return now;
    }
}
