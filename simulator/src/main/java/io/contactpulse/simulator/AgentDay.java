package io.contactpulse.simulator;

import io.contactpulse.schema.AgentEventType;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * One agent's events, made one at a time: the steps of the planner's scripts, and between them the HEART_BEATs that
 * Connect sends when it has nothing else to say.
 */
final class AgentDay implements Iterator<SimulatedEvent> {
    private static final int HEART_BEAT_EVERY = 120;
    private static final int HEART_BEATS_AFTER_LOGOUT = 3600;
    private static final long NEVER = Long.MAX_VALUE;

    private final long ends;
    private final Agent agent;
    private final Agenda agenda;
    private final EventWriter writer;
    private final Dice eventIds;
    private final Desk desk;
    private long published = NEVER;
    private long heartBeatsUntil = NEVER;
    private String lastSnapshot = EventWriter.NO_SNAPSHOT;

    AgentDay(Scenario scenario, Agent agent, Agenda agenda) {
        this.ends = scenario.ends();
        this.agent = agent;
        this.agenda = agenda;
        this.writer = new EventWriter(agent);
        this.eventIds = Dice.of(scenario.seed(), "event-ids", agent.index());
        this.desk = new Desk(agent.profile());
    }

    @Override
    public boolean hasNext() {
        return Math.min(nextStep(), nextHeartBeat()) < ends;
    }

    @Override
    public SimulatedEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (nextHeartBeat() < nextStep()) {
            return publish(AgentEventType.HEART_BEAT, nextHeartBeat());
        }
        Step step = agenda.take();
        step.change().apply(desk, step.second());
        if (step.type() == AgentEventType.LOGIN) {
            return publishLogin(step.second());
        }
        if (step.type() == AgentEventType.LOGOUT) {
            heartBeatsUntil = step.second() + HEART_BEATS_AFTER_LOGOUT;
        }
        return publish(step.type(), step.second());
    }

    private long nextStep() {
        return agenda.next(desk).map(Step::second).orElse(NEVER);
    }

    private long nextHeartBeat() {
        if (published == NEVER || published + HEART_BEAT_EVERY > heartBeatsUntil) {
            return NEVER;
        }
        return published + HEART_BEAT_EVERY;
    }

    /** Connect has no previous snapshot at a login, nor at the first event after it. */
    private SimulatedEvent publishLogin(long second) {
        heartBeatsUntil = NEVER;
        lastSnapshot = EventWriter.NO_SNAPSHOT;
        String current = switch (agent.loginStyle()) {
            case BARE -> EventWriter.NO_SNAPSHOT;
            case WITH_SNAPSHOT -> writer.snapshot(desk);
        };
        return published(AgentEventType.LOGIN, second, new EventWriter.Snapshots(current, lastSnapshot));
    }

    private SimulatedEvent publish(AgentEventType type, long second) {
        String current = writer.snapshot(desk);
        String previous = lastSnapshot;
        lastSnapshot = current;
        return published(type, second, new EventWriter.Snapshots(current, previous));
    }

    private SimulatedEvent published(AgentEventType type, long second, EventWriter.Snapshots both) {
        published = second;
        String json = writer.event(type, second, eventIds.uuid().toString(), both);
        return new SimulatedEvent(agent.clock().at(second), agent.arn(), json);
    }
}
