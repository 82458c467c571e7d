package io.contactpulse.agentstatesla.domain.desk;

import io.contactpulse.schema.AgentHeard;
import io.contactpulse.schema.AlertEntityType;
import io.contactpulse.schema.AlertSignal;
import io.contactpulse.schema.AlertStatus;
import io.contactpulse.schema.DeskAlert;
import io.contactpulse.schema.DeskDueKind;
import io.contactpulse.schema.DeskNotes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Notices that nobody of an instance is heard of while somebody is logged in. Agents do not all fall silent at once: it is
 * the feed, and what was known of the agents is not known any more.
 */
final class FeedWatch {
    static final String LOST = "the feed was lost";

    private static final List<AlertStatus> OPEN =
            List.of(AlertStatus.FIRING, AlertStatus.ACKNOWLEDGED, AlertStatus.SUPPRESSED);
    private static final String ONLY = "";

    private final Desk desk;
    private final Cards cards;
    private final AlertLife life;
    private final FeedRule rule;

    FeedWatch(Desk desk) {
        this.desk = desk;
        this.cards = new Cards(desk);
        this.life = new AlertLife(desk);
        this.rule = new FeedRule(desk);
    }

    /** Whether this ends the loss of the feed. */
    boolean heard(AgentHeard heard, Instant at, Moment moment) {
        Shelf<Boolean> onShift = desk.memory().onShift();
        boolean known = onShift.find(heard.getAgentId()).isPresent();
        if (heard.getOnShift() && !known) {
            onShift.put(heard.getAgentId(), true);
        } else if (!heard.getOnShift() && known) {
            onShift.remove(heard.getAgentId());
        }
        note(at, moment.now());
        if (desk.notes().read().getOptionalFeedDueAt().isEmpty() && !onShift.isEmpty()) {
            plan(deadline());
        }
        return restore(at, moment);
    }

    private void note(Instant at, Instant now) {
        DeskNotes notes = desk.notes().read();
        Instant last = notes.getOptionalLastHeardAt().filter(at::isBefore).orElse(at);
        Instant by = notes.getOptionalHeardBy().filter(now::isBefore).orElse(now);
        desk.notes().change(draft -> draft.setLastHeardAt(last).setHeardBy(by));
    }

    /** By the desk's clock, and never before it has listened for that long itself. */
    private Instant deadline() {
        Instant by = desk.notes().read().getHeardBy();
        Instant listening =
                by.isAfter(desk.clock().openedAt()) ? by : desk.clock().openedAt();
        return listening.plus(rule.silence());
    }

    private void plan(Instant due) {
        desk.notes().change(draft -> draft.setFeedDueAt(due));
        desk.agenda().plan(DeskDueKind.FEED, ONLY, due);
    }

    void due(Moment moment) {
        desk.notes().change(draft -> draft.setFeedDueAt(null));
        if (desk.notes().lostAt().isPresent() || desk.memory().onShift().isEmpty()) {
            return;
        }
        if (deadline().isAfter(moment.at())) {
            plan(deadline());
            return;
        }
        AlertSignal lost = rule.lost(desk.notes().read().getLastHeardAt());
        desk.notes().change(draft -> draft.setLostAt(lost.getAt()).setFeedAlertId(lost.getAlertId()));
        life.become(Breaches.begin(lost, 0), Occasion.at(lost.getAt()), moment);
        cards.all().stream()
                .filter(alert -> isAboutAgent(alert) && OPEN.contains(alert.getStatus()))
                .filter(alert -> alert.getOptionalGoneSince().isEmpty())
                .forEach(alert -> expire(alert, lost.getAt(), moment));
    }

    private static boolean isAboutAgent(DeskAlert alert) {
        AlertEntityType type = alert.getSignal().getEntityType();
        return type == AlertEntityType.AGENT || type == AlertEntityType.CONTACT;
    }

    private void expire(DeskAlert alert, Instant at, Moment moment) {
        life.become(
                Suppression.lift(alert, AlertStatus.EXPIRED),
                Occasion.at(at).because("FEED_LOST").heldBack(LOST),
                moment);
    }

    private boolean restore(Instant at, Moment moment) {
        Optional<Instant> lostAt = desk.notes().lostAt();
        if (lostAt.isEmpty()) {
            return false;
        }
        Optional<DeskAlert> alert = desk.notes().read().getOptionalFeedAlertId().flatMap(cards::find);
        desk.notes().change(draft -> draft.setLostAt(null).setFeedAlertId(null));
        // Events that were only delayed show that somebody was heard in time.
        AlertStatus status = at.isBefore(lostAt.get()) ? AlertStatus.RETRACTED : AlertStatus.RESOLVED;
        alert.ifPresent(lost -> life.end(lost, status, Occasion.at(at).because("FEED_IS_BACK"), moment));
        return true;
    }
}
