package io.contactpulse.agentstatesla.domain.desk;

import io.contactpulse.agentstatesla.domain.rules.Rules;
import io.contactpulse.schema.AlertEntityType;
import io.contactpulse.schema.AlertStatus;
import io.contactpulse.schema.DeskAlert;
import io.contactpulse.schema.DeskDue;
import io.contactpulse.schema.DeskEntry;
import io.contactpulse.schema.QueuePressure;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides what becomes of every breach of one instance: who is told what, when, and when not. One desk does one piece of
 * work, in which its own affairs come first: what is due by the time of an entry happens before the entry is worked in,
 * whether a timer or the entry asks. So the story is the same live and in a replay.
 */
public final class AlertDesk {
    private final Desk desk;
    private final PendingSignals pending;
    private final Commands commands;
    private final DueAlerts dueAlerts;
    private final FeedWatch feed;
    private final Storms storms;

    private AlertDesk(Desk desk) {
        this.desk = desk;
        this.pending = new PendingSignals(desk);
        this.commands = new Commands(desk);
        this.dueAlerts = new DueAlerts(desk);
        this.feed = new FeedWatch(desk);
        this.storms = new Storms(desk);
    }

    public static AlertDesk open(DeskMemory memory, Rules rules, DeskSettings settings, DeskClock clock) {
        return new AlertDesk(new Desk(memory, rules, settings, clock));
    }

    public DeskStep apply(DeskEntry entry) {
        workOff(entry.getAt());
        Moment moment = desk.clock().at(entry.getAt());
        entry.getOptionalSignal().ifPresent(signal -> pending.work(signal, moment));
        entry.getOptionalTrouble().ifPresent(trouble -> storms.trouble(trouble, entry.getAt(), moment));
        entry.getOptionalHeard()
                .filter(heard -> feed.heard(heard, entry.getAt(), moment))
                .ifPresent(heard -> pending.release(moment));
        entry.getOptionalPressure().ifPresent(this::remember);
        entry.getOptionalCommand().ifPresent(command -> commands.work(command, moment));
        workOff(entry.getAt());
        return desk.close();
    }

    /** Time has passed until then. */
    public DeskStep settle(Instant until) {
        workOff(until);
        return desk.close();
    }

    /** Other rules are in force: what fired by one that is gone is over, and what is due by the others is planned anew. */
    public DeskStep rulesChanged(Instant at) {
        Moment moment = desk.clock().at(at);
        for (DeskAlert alert : new Cards(desk).all()) {
            if (isGone(alert)) {
                Occasion occasion = Occasion.at(at).because(Cards.RULE_REMOVED);
                new AlertLife(desk).end(alert, AlertStatus.RESOLVED, occasion, moment);
            } else {
                new Cards(desk).save(alert, moment);
            }
        }
        pending.dropRemoved();
        return desk.close();
    }

    /** When to settle next, if nothing happens before. */
    public Optional<Instant> nextDue() {
        return desk.agenda().next();
    }

    private boolean isGone(DeskAlert alert) {
        AlertEntityType type = alert.getSignal().getEntityType();
        boolean ofTheDesk = type == AlertEntityType.INSTANCE || type == AlertEntityType.INCIDENT;
        return !ofTheDesk && desk.rule(alert.getSignal().getRuleId()).isEmpty();
    }

    private void remember(QueuePressure pressure) {
        desk.memory().pressures().put(pressure.getQueueId(), pressure);
    }

    private void workOff(Instant until) {
        Optional<DeskDue> due = desk.agenda().take(until);
        while (due.isPresent()) {
            work(due.get());
            due = desk.agenda().take(until);
        }
    }

    private void work(DeskDue due) {
        Moment moment = desk.clock().at(due.getAt());
        switch (due.getKind()) {
            case ALERT:
                dueAlerts.work(due.getKey(), moment);
                return;
            case FEED:
                feed.due(moment);
                return;
            case INCIDENT:
                storms.due(due.getKey(), moment);
                return;
            case QUIET_END:
                new QuietDigest(desk).tell(due.getKey(), due.getAt());
                return;
            case PAGE_HOUR:
                new PageHours(desk).end(due.getKey());
                return;
            case FLAPPING:
                new Flapping(desk).end(due.getKey());
                return;
            case CAUSE:
                new CauseCounts(desk).prune(due.getKey(), due.getAt());
                return;
            case FORGET:
                new Cards(desk).forget(due.getKey(), due.getAt());
                return;
            case UNKNOWN:
        }
    }
}
