package io.contactpulse.simulator;

import static io.contactpulse.schema.ContactState.CONNECTED;
import static io.contactpulse.schema.ContactState.CONNECTED_ONHOLD;
import static io.contactpulse.schema.ContactState.CONNECTING;
import static io.contactpulse.schema.ContactState.ENDED;
import static io.contactpulse.schema.ContactState.MISSED;

/** The scripts of planted breaches: into the state, stay in it exactly as long as planned, and out again. */
final class BreachWork {
    private static final int RING = 5;

    private final IncomingContacts contacts;

    BreachWork(IncomingContacts contacts) {
        this.contacts = contacts;
    }

    Script of(BreachPlan.Planned breach, RoutingProfile profile) {
        int duration = (int) (breach.end() - breach.start());
        Contact call = contacts.planted(breach.contactId(), profile, breach.begin());
        Script script = Script.from(breach.begin());
        return switch (breach.kind()) {
            case LUNCH -> status(script, Status.LUNCH, duration);
            case ERROR -> status(script, Status.ERROR, duration);
            case RINGING -> ringing(script, call, duration);
            case TALK -> talk(script, call, duration);
            case HOLD -> hold(script, call, duration);
            case AFTER_CONTACT_WORK -> afterContactWork(script, call, duration);
        };
    }

    private static Script status(Script script, Status status, int duration) {
        return script.enter(status).wait(duration).enter(Status.AVAILABLE);
    }

    private Script ringing(Script script, Contact call, int duration) {
        script.take(call).wait(1).move(call, CONNECTING).wait(duration - 1).then((desk, second) -> {
            desk.move(call.id(), MISSED, second);
            contacts.giveBack(call, second);
        });
        return script.wait(5).clear(call);
    }

    private static Script talk(Script script, Contact call, int duration) {
        answer(script, call, BreachKind.TALK.leadIn()).wait(duration).move(call, ENDED);
        return script.wait(15).clear(call);
    }

    private static Script hold(Script script, Contact call, int duration) {
        answer(script, call, RING).wait(BreachKind.HOLD.leadIn() - RING);
        script.move(call, CONNECTED_ONHOLD).wait(duration).move(call, CONNECTED);
        return script.wait(20).move(call, ENDED).wait(10).clear(call);
    }

    private static Script afterContactWork(Script script, Contact call, int duration) {
        answer(script, call, RING).wait(BreachKind.AFTER_CONTACT_WORK.leadIn() - RING);
        return script.move(call, ENDED).wait(duration).clear(call);
    }

    private static Script answer(Script script, Contact call, int ring) {
        return script.take(call).wait(1).move(call, CONNECTING).wait(ring - 1).move(call, CONNECTED);
    }
}
