package io.contactpulse.agentstatesla.domain.desk;

import io.contactpulse.schema.AlertStatus;
import io.contactpulse.schema.DeskAlert;
import io.contactpulse.schema.DeskDueKind;
import io.contactpulse.schema.DeskUntold;
import java.time.Instant;
import java.util.Optional;

/** Takes an alert from one status to the next: writes it down and remembers what is to remember. */
final class AlertLife {
    private final Desk desk;
    private final Cards cards;
    private final AlertPen pen;
    private final Incidents incidents;

    AlertLife(Desk desk) {
        this.desk = desk;
        this.cards = new Cards(desk);
        this.pen = new AlertPen(desk);
        this.incidents = new Incidents(desk);
    }

    /** The alert comes with its new status, and whatever else is new. */
    DeskAlert become(DeskAlert changed, Occasion occasion, Moment moment) {
        Optional<Instant> firingSince = changed.getStatus() == AlertStatus.FIRING
                ? changed.getOptionalFiringSince().or(() -> Optional.of(occasion.at()))
                : changed.getOptionalFiringSince();
        DeskAlert firing = DeskAlert.newBuilder(changed)
                .setFiringSince(firingSince.orElse(null))
                .build();
        DeskAlert alert = pen.transition(firing, held(firing, occasion), moment);
        if (alert.getStatus() == AlertStatus.SUPPRESSED) {
            keepForDigest(alert, occasion);
        } else if (!isToldInDigest(occasion)) {
            desk.memory().untold().remove(alert.getAlertId());
        }
        cards.save(alert, moment);
        return alert;
    }

    void end(DeskAlert alert, AlertStatus status, Occasion occasion, Moment moment) {
        DeskAlert ended = pen.transition(Suppression.lift(alert, status), occasion, moment);
        if (status == AlertStatus.RETRACTED) {
            desk.memory().untold().remove(alert.getAlertId());
        }
        cards.over(ended, occasion.at(), moment);
        incidents.alertEnded(ended, occasion.at(), moment);
    }

    /** Only a person's wish to mute is told. */
    private static Occasion held(DeskAlert alert, Occasion occasion) {
        if (alert.getStatus() != AlertStatus.SUPPRESSED || occasion.by().isPresent()) {
            return occasion;
        }
        return occasion.heldBack(
                occasion.heldBack().or(() -> Suppression.reasonOf(alert).map(reason -> "suppressed: " + reason)));
    }

    private void keepForDigest(DeskAlert alert, Occasion occasion) {
        alert.getOptionalQuietUntil().ifPresent(until -> {
            DeskUntold untold = DeskUntold.newBuilder()
                    .setRow(AlertRows.of(alert, occasion.at()))
                    .setUntil(until)
                    .build();
            desk.memory().untold().put(alert.getAlertId(), untold);
            desk.agenda().plan(DeskDueKind.QUIET_END, alert.getSignal().getRuleId(), until);
        });
    }

    private static boolean isToldInDigest(Occasion occasion) {
        return occasion.heldBack().filter(Gatekeeper.IN_DIGEST::equals).isPresent();
    }
}
