package io.contactpulse.simulator;

import static io.contactpulse.schema.ContactState.CONNECTED;
import static io.contactpulse.schema.ContactState.CONNECTED_ONHOLD;
import static io.contactpulse.schema.ContactState.CONNECTING;
import static io.contactpulse.schema.ContactState.ENDED;
import static io.contactpulse.schema.ContactState.ERROR;
import static io.contactpulse.schema.ContactState.MISSED;
import static io.contactpulse.schema.ContactState.PAUSED;
import static io.contactpulse.schema.ContactState.REJECTED;

import io.contactpulse.schema.ContactState;
import java.util.ArrayList;
import java.util.List;

/** What an agent does with a contact, as scripts. No ordinary contact outlasts a limit. */
final class ContactWork {
    private final IncomingContacts contacts;
    private final Tempo tempo;
    private final Dice dice;

    ContactWork(IncomingContacts contacts, Tempo tempo, Dice dice) {
        this.contacts = contacts;
        this.tempo = tempo;
        this.dice = dice;
    }

    Script any(RoutingProfile profile, long second) {
        Channel channel = dice.pick(profile.channels());
        return switch (channel) {
            case VOICE -> call(profile, second);
            case CHAT -> chats(profile, second);
            case TASK -> task(contacts.draw(profile, Channel.TASK, second), second);
        };
    }

    /** A call during which the agent says what comes next: the status is taken up when the call is cleared. */
    Script callThenStatus(RoutingProfile profile, long second, Status status) {
        Contact call = contacts.draw(profile, Channel.VOICE, second);
        Script script = answer(call, second);
        int halfOfTalk = tempo.ordinary(BreachKind.TALK, dice.skewed(60, 600), second) / 2;
        script.wait(halfOfTalk).then((desk, at) -> desk.announce(status, at));
        script.wait(halfOfTalk);
        afterContactWork(script, call);
        return script.then((desk, at) -> {
            desk.clear(call.id());
            desk.enter(status, at);
        });
    }

    private Script call(RoutingProfile profile, long second) {
        double fate = dice.fraction();
        if (fate < 0.08) {
            return outbound(second);
        }
        Contact call = contacts.draw(profile, Channel.VOICE, second);
        if (fate < 0.11) {
            return unanswered(call, second, 15, MISSED);
        }
        if (fate < 0.125) {
            return unanswered(call, second, dice.between(2, 6), REJECTED);
        }
        if (fate < 0.135) {
            return unanswered(call, second, dice.between(2, 6), ERROR);
        }
        return handled(call, second);
    }

    private Script handled(Contact call, long second) {
        Script script = answer(call, second);
        talk(script, 30, 840);
        if (dice.chance(0.22)) {
            script.move(call, CONNECTED_ONHOLD);
            script.wait(tempo.ordinary(BreachKind.HOLD, dice.skewed(8, 110), script.now()));
            script.move(call, CONNECTED);
            talk(script, 20, 300);
        }
        afterContactWork(script, call);
        return script.clear(call);
    }

    private Script outbound(long second) {
        Contact call = contacts.outbound(second);
        Script script = Script.from(second).take(call);
        script.wait(tempo.ordinary(BreachKind.RINGING, dice.between(4, 15), second));
        script.move(call, CONNECTED);
        talk(script, 20, 400);
        afterContactWork(script, call);
        return script.clear(call);
    }

    private Script unanswered(Contact call, long second, int realSeconds, ContactState end) {
        Script script = Script.from(second).take(call).wait(1).move(call, CONNECTING);
        script.wait(tempo.ordinary(BreachKind.RINGING, realSeconds, second)).then((desk, at) -> {
            desk.move(call.id(), end, at);
            contacts.giveBack(call, at);
        });
        script.wait(tempo.ordinary(BreachKind.ERROR, dice.between(2, 10), second));
        return script.clear(call);
    }

    private Script chats(RoutingProfile profile, long second) {
        int atOnce = dice.between(1, profile.slots().getOrDefault(Channel.CHAT, 1));
        List<Script> chats = new ArrayList<>();
        long begin = second;
        for (int number = 0; number < atOnce; number++) {
            chats.add(chat(contacts.draw(profile, Channel.CHAT, begin), begin));
            begin += tempo.work(dice.between(5, 120), begin);
        }
        return Script.together(chats);
    }

    private Script chat(Contact chat, long second) {
        Script script = answer(chat, second);
        talk(script, 120, 840);
        afterContactWork(script, chat);
        return script.clear(chat);
    }

    private Script task(Contact task, long second) {
        Script script = answer(task, second);
        talk(script, 60, 600);
        if (dice.chance(0.35)) {
            script.move(task, PAUSED).wait(tempo.work(dice.skewed(20, 300), script.now()));
            script.move(task, CONNECTED);
            talk(script, 30, 300);
        }
        afterContactWork(script, task);
        return script.clear(task);
    }

    private Script answer(Contact contact, long second) {
        Script script = Script.from(second).take(contact).wait(1).move(contact, CONNECTING);
        script.wait(tempo.ordinary(BreachKind.RINGING, dice.skewed(2, 15), second));
        return script.move(contact, CONNECTED);
    }

    private void talk(Script script, int shortest, int longest) {
        script.wait(tempo.ordinary(BreachKind.TALK, dice.skewed(shortest, longest), script.now()));
    }

    private void afterContactWork(Script script, Contact contact) {
        script.move(contact, ENDED);
        script.wait(tempo.ordinary(BreachKind.AFTER_CONTACT_WORK, dice.skewed(3, 165), script.now()));
    }
}
