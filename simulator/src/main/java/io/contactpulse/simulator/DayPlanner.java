package io.contactpulse.simulator;

import io.contactpulse.schema.AgentEventType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Decides what one agent does next: log in, take contacts, pause, log out. A planted breach has precedence: whatever
 * would not be over when it begins is not begun.
 */
final class DayPlanner {
    private static final int MARGIN = 5;

    private final Agent agent;
    private final Demand demand;
    private final Tempo tempo;
    private final Dice dice;
    private final IncomingContacts contacts;
    private final ContactWork contactWork;
    private final BreachWork breachWork;
    private final Deque<BreachPlan.Planned> breaches;
    private final Deque<Shift.Stint> stints;
    private final Deque<Pause> pauses = new ArrayDeque<>();
    private RoutingProfile profile;
    private long profileChange;
    private boolean loggedIn;

    private record Proposal(Script script, Runnable whenTaken) {}

    DayPlanner(Scenario scenario, Agent agent, BreachPlan breachPlan, ReturnedContacts returned) {
        this.agent = agent;
        this.demand = new Demand(scenario.opens(), scenario.ends());
        this.tempo = Tempo.of(scenario);
        this.dice = Dice.of(scenario.seed(), "day", agent.index());
        this.contacts = new IncomingContacts(agent, dice, returned);
        this.contactWork = new ContactWork(contacts, tempo, dice);
        this.breachWork = new BreachWork(contacts);
        this.breaches = new ArrayDeque<>(breachPlan.ofAgent(agent.index()));
        Shift shift = Shift.of(scenario, agent.index());
        this.stints = new ArrayDeque<>(shift.stints());
        this.profile = agent.profile();
        this.profileChange = profileChange(shift.first());
    }

    /** The next script, to begin after the given second; empty when the agent has gone home. */
    Optional<Script> next(long after) {
        if (stints.isEmpty()) {
            return Optional.empty();
        }
        if (!loggedIn) {
            return Optional.of(login(after));
        }
        Proposal proposal = propose(after);
        if (breaches.isEmpty()
                || proposal.script().now() + MARGIN <= breaches.element().begin()) {
            proposal.whenTaken().run();
            contacts.begin();
            return Optional.of(proposal.script());
        }
        contacts.putBack();
        return Optional.of(breachWork.of(breaches.remove(), profile));
    }

    private Proposal propose(long after) {
        long logout = stints.element().logout();
        long begin = after + tempo.work(demand.gap(after, dice), after);
        if (begin >= logout) {
            return new Proposal(logout(Math.max(logout, after + 1)), this::goHome);
        }
        if (begin >= profileChange) {
            return changeProfile(begin);
        }
        if (!pauses.isEmpty() && pauses.element().due() <= begin) {
            return new Proposal(pause(pauses.element(), begin), pauses::remove);
        }
        if (dice.chance(0.004)) {
            return new Proposal(softphoneFailure(begin), () -> {});
        }
        return new Proposal(contactWork.any(profile, begin), () -> {});
    }

    private Script login(long after) {
        Shift.Stint stint = stints.element();
        pauses.addAll(Pause.during(stint, dice));
        loggedIn = true;
        Script script = Script.from(Math.max(stint.login(), after + 1));
        return switch (agent.loginStyle()) {
            case BARE ->
                script.then(AgentEventType.LOGIN, (desk, second) -> {})
                        .wait(dice.between(1, 2))
                        .enter(Status.AVAILABLE);
            case WITH_SNAPSHOT ->
                script.then(AgentEventType.LOGIN, (desk, second) -> desk.enter(Status.AVAILABLE, second));
        };
    }

    /** Most agents go offline first; some just close the browser. */
    private Script logout(long second) {
        Script script = Script.from(second);
        if (dice.chance(0.4)) {
            return script.then(AgentEventType.LOGOUT, (desk, at) -> desk.enter(Status.OFFLINE, at));
        }
        return script.enter(Status.OFFLINE).wait(dice.between(1, 5)).then(AgentEventType.LOGOUT, (desk, at) -> {});
    }

    private void goHome() {
        loggedIn = false;
        pauses.clear();
        stints.remove();
    }

    private Proposal changeProfile(long second) {
        RoutingProfile next = agent.otherProfile();
        Script script = Script.from(second).then((desk, at) -> desk.serve(next));
        return new Proposal(script, () -> {
            profile = next;
            profileChange = Long.MAX_VALUE;
        });
    }

    private Script pause(Pause pause, long second) {
        boolean announced = agent.version().knowsChannels() && profile.serves(Channel.VOICE) && dice.chance(0.5);
        Script script = announced
                ? contactWork.callThenStatus(profile, second, pause.status())
                : Script.from(second).enter(pause.status());
        long tenthOfStint = stints.element().length() / 10;
        int duration = tempo.ordinary(BreachKind.LUNCH, pause.realSeconds(), script.now());
        return script.wait((int) Math.min(tenthOfStint, duration)).enter(Status.AVAILABLE);
    }

    private Script softphoneFailure(long second) {
        int duration = tempo.ordinary(BreachKind.ERROR, dice.between(4, 10), second);
        return Script.from(second).enter(Status.ERROR).wait(duration).enter(Status.AVAILABLE);
    }

    private long profileChange(Shift.Stint stint) {
        boolean changes = !agent.otherProfile().equals(agent.profile()) && dice.chance(0.3);
        return changes ? stint.login() + (long) (stint.length() * dice.fraction()) : Long.MAX_VALUE;
    }
}
