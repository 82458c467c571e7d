package io.contactpulse.agentstatesla.domain.desk;

import io.contactpulse.schema.AlertSignal;
import io.contactpulse.schema.AlertStatus;
import io.contactpulse.schema.DeskAlert;
import io.contactpulse.schema.DeskOver;
import io.contactpulse.schema.SignalType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Works in what the watchers tell of breaches. */
final class Signals {
    private final Desk desk;
    private final Cards cards;
    private final AlertLife life;
    private final Suppression suppression;
    private final Storms storms;

    Signals(Desk desk) {
        this.desk = desk;
        this.cards = new Cards(desk);
        this.life = new AlertLife(desk);
        this.suppression = new Suppression(desk);
        this.storms = new Storms(desk);
    }

    /** Whoever knows that nobody shall be told says why. */
    void work(AlertSignal signal, Moment moment, Optional<String> heldBack) {
        Occasion occasion =
                Occasion.at(signal.getAt()).because(signal.getOptionalReason()).heldBack(heldBack);
        switch (signal.getType()) {
            case RAISED:
                raised(signal, occasion, moment);
                return;
            case CLEARED:
            case RETRACTED:
                over(signal, occasion, moment);
                return;
            case UNKNOWN:
        }
    }

    private void raised(AlertSignal signal, Occasion occasion, Moment moment) {
        Optional<DeskAlert> known = cards.find(signal.getAlertId());
        if (known.isPresent()) {
            goesOn(known.get(), signal, occasion, moment);
            return;
        }
        Optional<DeskAlert> held = cards.findHeld(signal);
        if (held.isPresent()) {
            cards.alias(signal.getAlertId(), held.get());
            goesOn(Breaches.withAlias(held.get(), signal.getAlertId()), signal, occasion, moment);
            return;
        }
        begins(signal, occasion, moment);
    }

    private void begins(AlertSignal signal, Occasion occasion, Moment moment) {
        Optional<Integer> before = cards.findOver(signal.getAlertId()).map(DeskOver::getSeq);
        DeskAlert alert = Breaches.begin(signal, before.orElse(isAdopted(signal) ? signal.getSeq() - 1 : 0));
        DeskAlert judged = suppression.begin(alert, signal.getAt());
        if (judged.getStatus() == AlertStatus.SUPPRESSED || occasion.heldBack().isPresent()) {
            life.become(judged, occasion, moment);
            return;
        }
        Optional<String> incident = storms.alertFires(judged, moment);
        life.become(
                DeskAlert.newBuilder(judged)
                        .setIncidentId(incident.orElse(null))
                        .build(),
                occasion,
                moment);
    }

    private void goesOn(DeskAlert alert, AlertSignal signal, Occasion occasion, Moment moment) {
        DeskAlert merged = Breaches.goesOn(alert, signal);
        boolean rises = Breaches.rank(signal.getLevel()) > Breaches.rank(alert.getLevel());
        if (!rises && !Breaches.learns(alert, merged)) {
            cards.save(merged, moment);
            return;
        }
        DeskAlert next = next(merged, rises, signal.getAt());
        boolean news = rises || next.getStatus() != alert.getStatus();
        life.become(next, news ? occasion : occasion.heldBack("people know of this level already"), moment);
    }

    /** Who acknowledged a warning has not acknowledged that it became critical. */
    private DeskAlert next(DeskAlert alert, boolean rises, Instant at) {
        switch (alert.getStatus()) {
            case ACKNOWLEDGED:
            case EXPIRED:
                return rises ? suppression.judge(alert, at) : alert;
            case FIRING:
            case SUPPRESSED:
            case RESOLVED:
            case RETRACTED:
            case UNKNOWN:
                return suppression.judge(alert, at);
        }
        return alert;
    }

    private void over(AlertSignal signal, Occasion occasion, Moment moment) {
        Optional<DeskAlert> known = cards.find(signal.getAlertId());
        if (known.isPresent()) {
            over(known.get(), signal, occasion, moment);
            return;
        }
        if (cards.findOver(signal.getAlertId()).isEmpty() && isAdopted(signal)) {
            DeskAlert adopted = Breaches.begin(signal, signal.getSeq() - 1);
            life.end(adopted, statusAfter(signal), occasion, moment);
        }
    }

    private void over(DeskAlert alert, AlertSignal signal, Occasion occasion, Moment moment) {
        if (signal.getType() == SignalType.RETRACTED && Breaches.wentOnBefore(alert, signal)) {
            DeskAlert again = Breaches.goneAgain(alert);
            cards.hold(again);
            cards.save(again, moment);
            return;
        }
        DeskAlert gone = Breaches.gone(alert, signal);
        Duration keepFiring = desk.keepFiring(signal.getRuleId());
        if (signal.getType() == SignalType.RETRACTED || keepFiring.isZero() || !isOpen(alert)) {
            life.end(gone, statusAfter(signal), occasion, moment);
            return;
        }
        cards.hold(gone);
        cards.save(gone, moment);
    }

    private static boolean isOpen(DeskAlert alert) {
        return List.of(AlertStatus.FIRING, AlertStatus.ACKNOWLEDGED, AlertStatus.SUPPRESSED)
                .contains(alert.getStatus());
    }

    private static AlertStatus statusAfter(AlertSignal signal) {
        return signal.getType() == SignalType.RETRACTED ? AlertStatus.RETRACTED : AlertStatus.RESOLVED;
    }

    /** The first release had no desk: its alerts go on here, counted from where they are. */
    static boolean isAdopted(AlertSignal signal) {
        return signal.getAnnounced() || signal.getSeq() > 1;
    }
}
