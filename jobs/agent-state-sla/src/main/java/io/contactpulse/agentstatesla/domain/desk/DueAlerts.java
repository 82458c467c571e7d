package io.contactpulse.agentstatesla.domain.desk;

import io.contactpulse.agentstatesla.domain.rules.EscalationStep;
import io.contactpulse.schema.AlertStatus;
import io.contactpulse.schema.DeskAlert;
import java.time.Instant;
import java.util.Optional;

/** Does to an alert what the passing of time does: ends, wakes, reminds, escalates, forgets. */
final class DueAlerts {
    private final Cards cards;
    private final AlertTimes times;
    private final AlertLife life;
    private final AlertPen pen;
    private final Suppression suppression;
    private final Incidents incidents;

    DueAlerts(Desk desk) {
        this.cards = new Cards(desk);
        this.times = new AlertTimes(desk);
        this.life = new AlertLife(desk);
        this.pen = new AlertPen(desk);
        this.suppression = new Suppression(desk);
        this.incidents = new Incidents(desk);
    }

    void work(String alertId, Moment moment) {
        Optional<DeskAlert> found = cards.find(alertId);
        if (found.isEmpty()) {
            return;
        }
        DeskAlert alert = found.get();
        if (isDue(times.end(alert), moment)) {
            Occasion occasion =
                    Occasion.at(alert.getGoneSince()).because(alert.getSignal().getOptionalReason());
            life.end(alert, AlertStatus.RESOLVED, occasion, moment);
            return;
        }
        if (isDue(Optional.of(times.forget(alert)), moment)) {
            cards.remove(alert);
            incidents.alertEnded(alert, moment.at(), moment);
            return;
        }
        cards.save(reminded(escalated(woken(alert, moment), moment), moment), moment);
    }

    private DeskAlert woken(DeskAlert alert, Moment moment) {
        if (alert.getStatus() != AlertStatus.SUPPRESSED) {
            return alert;
        }
        DeskAlert judged = suppression.judge(alert, moment.at());
        if (judged.getStatus() == AlertStatus.SUPPRESSED) {
            return judged;
        }
        Occasion occasion = Occasion.at(moment.at());
        boolean wasQuiet = alert.getOptionalQuietUntil().isPresent();
        return life.become(judged, wasQuiet ? occasion.heldBack(Gatekeeper.IN_DIGEST) : occasion, moment);
    }

    private DeskAlert escalated(DeskAlert alert, Moment moment) {
        DeskAlert escalated = alert;
        while (isDue(times.escalation(escalated), moment)) {
            EscalationStep step = times.nextStep(escalated).orElseThrow();
            int number = escalated.getEscalations() + 1;
            boolean told = pen.escalate(escalated, moment.at(), step, number);
            escalated = DeskAlert.newBuilder(escalated)
                    .setEscalations(number)
                    .setAnnounced(escalated.getAnnounced() || told)
                    .build();
        }
        return escalated;
    }

    private DeskAlert reminded(DeskAlert alert, Moment moment) {
        Optional<Instant> due = times.reminder(alert);
        if (!isDue(due, moment)) {
            return alert;
        }
        int number = alert.getReminders() + 1;
        boolean news = !pen.isOld(due.get(), moment) && !isQuiet(alert, moment);
        boolean told = news && pen.remind(alert, due.get(), number);
        return DeskAlert.newBuilder(alert)
                .setReminders(number)
                .setAnnounced(alert.getAnnounced() || told)
                .build();
    }

    private boolean isQuiet(DeskAlert alert, Moment moment) {
        return suppression.quietUntil(alert, moment.at()).isPresent();
    }

    private static boolean isDue(Optional<Instant> due, Moment moment) {
        return due.filter(time -> !time.isAfter(moment.at())).isPresent();
    }
}
