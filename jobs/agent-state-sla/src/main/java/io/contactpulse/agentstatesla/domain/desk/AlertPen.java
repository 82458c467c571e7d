package io.contactpulse.agentstatesla.domain.desk;

import io.contactpulse.agentstatesla.domain.message.AlertMessages;
import io.contactpulse.agentstatesla.domain.message.Surroundings;
import io.contactpulse.agentstatesla.domain.rules.EscalationStep;
import io.contactpulse.agentstatesla.domain.rules.Rule;
import io.contactpulse.schema.Alert;
import io.contactpulse.schema.AlertEvent;
import io.contactpulse.schema.AlertStatus;
import io.contactpulse.schema.DeskAlert;
import io.contactpulse.schema.DeskUntold;
import io.contactpulse.schema.Publication;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;

/** Writes what happens to an alert: its row, an entry of its history and, unless it is held back, a message. */
final class AlertPen {
    private final Desk desk;
    private final Gatekeeper gatekeeper;
    private final AlertTimes times;
    private final AlertMessages messages;

    AlertPen(Desk desk) {
        this.desk = desk;
        this.messages = desk.settings().messages();
        this.gatekeeper = new Gatekeeper(desk);
        this.times = new AlertTimes(desk);
    }

    /** The alert comes as it shall be, but for what this very transition changes. */
    DeskAlert transition(DeskAlert changed, Occasion occasion, Moment moment) {
        DeskAlert alert = DeskAlert.newBuilder(changed)
                .setSeq(changed.getSeq() + 1)
                .setReason(reasonOf(changed, occasion).orElse(null))
                .setChangedAt(occasion.at())
                .setReminders(0)
                .build();
        Optional<String> heldBack = gatekeeper.holdsBack(alert, occasion, moment);
        Alert row = AlertRows.of(alert, occasion.at());
        desk.step().tell(row, event(alert, occasion, heldBack));
        if (heldBack.isEmpty()) {
            desk.step().send(messages.transition(row, alert.getSignal(), occasion.at(), surroundings(row)));
        }
        keepUntold(row);
        return DeskAlert.newBuilder(announcedBy(heldBack, alert))
                .setReminders(times.remindersUntil(alert, moment.at()))
                .build();
    }

    /** Whether it went out. */
    boolean remind(DeskAlert alert, Instant at, int number) {
        if (!gatekeeper.admitsPage(alert, at)) {
            return false;
        }
        Alert row = AlertRows.of(alert, at);
        desk.step().send(messages.reminder(row, alert.getSignal(), at, number, surroundings(row)));
        return true;
    }

    /** Whether it went out. */
    boolean escalate(DeskAlert alert, Instant at, EscalationStep step, int number) {
        if (!gatekeeper.admitsPage(alert, at)) {
            return false;
        }
        Alert row = AlertRows.of(alert, at);
        desk.step().send(messages.escalation(row, alert.getSignal(), at, step, number, surroundings(row)));
        return true;
    }

    private static AlertEvent event(DeskAlert alert, Occasion occasion, Optional<String> heldBack) {
        return AlertEvent.newBuilder()
                .setAlertId(alert.getAlertId())
                .setSeq(alert.getSeq())
                .setStatus(alert.getStatus())
                .setLevel(alert.getLevel())
                .setAt(occasion.at())
                .setBy(occasion.by().orElse(null))
                .setReason(occasion.reason().or(alert::getOptionalReason).orElse(null))
                .setPublication(heldBack.isPresent() ? Publication.HELD_BACK : Publication.PUBLISHED)
                .setHeldBackBecause(heldBack.orElse(null))
                .build();
    }

    private static Optional<String> reasonOf(DeskAlert alert, Occasion occasion) {
        if (alert.getStatus() == AlertStatus.FIRING) {
            return alert.getSignal().getOptionalReason();
        }
        return Suppression.reasonOf(alert).or(occasion::reason);
    }

    private static DeskAlert announcedBy(Optional<String> heldBack, DeskAlert alert) {
        boolean begins = alert.getStatus() == AlertStatus.FIRING;
        return begins && (heldBack.isEmpty() || heldBack.get().equals(Gatekeeper.IN_DIGEST))
                ? DeskAlert.newBuilder(alert).setAnnounced(true).build()
                : alert;
    }

    /** What a digest will list, it lists as it then is. */
    private void keepUntold(Alert row) {
        Shelf<DeskUntold> untold = desk.memory().untold();
        untold.find(row.getAlertId())
                .ifPresent(entry -> untold.put(
                        row.getAlertId(),
                        DeskUntold.newBuilder(entry).setRow(row).build()));
    }

    private Surroundings surroundings(Alert row) {
        SortedMap<String, String> attributes =
                desk.rule(row.getRuleId()).map(Rule::attributes).orElse(Collections.emptySortedMap());
        return Surroundings.of(
                row.getOptionalQueueId()
                        .flatMap(queue -> desk.memory().pressures().find(queue)),
                attributes);
    }

    /** Whether something that became true then is no news any more. */
    boolean isOld(Instant at, Moment moment) {
        return Duration.between(at, moment.now()).compareTo(desk.settings().fence()) > 0;
    }
}
