package io.contactpulse.agentstatesla.domain.desk;

import io.contactpulse.agentstatesla.domain.rules.EscalationStep;
import io.contactpulse.agentstatesla.domain.rules.Rule;
import io.contactpulse.schema.AlertStatus;
import io.contactpulse.schema.DeskAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When something of an alert falls due, unless somebody changes it before. */
final class AlertTimes {
    /** An alert nobody has spoken of for this long: its watcher has forgotten it too. */
    static final Duration FORGET_AFTER = Duration.ofDays(8);

    private final Desk desk;
    private final Suppression suppression;

    AlertTimes(Desk desk) {
        this.desk = desk;
        this.suppression = new Suppression(desk);
    }

    Instant next(DeskAlert alert) {
        return Earliest.of(
                        Optional.of(forget(alert)),
                        end(alert),
                        alert.getStatus() == AlertStatus.SUPPRESSED ? suppression.nextLook(alert) : Optional.empty(),
                        reminder(alert),
                        escalation(alert))
                .orElseThrow();
    }

    Instant forget(DeskAlert alert) {
        return alert.getChangedAt().plus(FORGET_AFTER);
    }

    /** When a breach that is gone has been gone for long enough. */
    Optional<Instant> end(DeskAlert alert) {
        return alert.getOptionalGoneSince()
                .map(gone -> gone.plus(desk.keepFiring(alert.getSignal().getRuleId())));
    }

    Optional<Instant> reminder(DeskAlert alert) {
        return every(alert)
                .filter(every -> isCalling(alert))
                .map(every -> alert.getChangedAt().plus(every.multipliedBy(alert.getReminders() + 1L)));
    }

    /** How many reminders would have gone out between the alert's newest transition and that time. */
    int remindersUntil(DeskAlert alert, Instant at) {
        Duration since = Duration.between(alert.getChangedAt(), at);
        return since.isNegative()
                ? 0
                : every(alert).map(every -> (int) since.dividedBy(every)).orElse(0);
    }

    /** What falls into the quiet hours waits for their end. */
    Optional<Instant> escalation(DeskAlert alert) {
        return nextStep(alert)
                .filter(step -> isCalling(alert))
                .flatMap(step -> dueAt(alert, step))
                .map(due -> suppression.quietUntil(alert, due).orElse(due));
    }

    Optional<EscalationStep> nextStep(DeskAlert alert) {
        List<EscalationStep> steps = rule(alert).map(Rule::escalation).orElse(List.of());
        return alert.getEscalations() < steps.size()
                ? Optional.of(steps.get(alert.getEscalations()))
                : Optional.empty();
    }

    private static Optional<Instant> dueAt(DeskAlert alert, EscalationStep step) {
        return alert.getOptionalFiringSince().map(since -> since.plus(step.after()));
    }

    /** Whether the alert waits for somebody to look at it: it fires, and no incident speaks for it. */
    private static boolean isCalling(DeskAlert alert) {
        return alert.getStatus() == AlertStatus.FIRING
                && alert.getOptionalIncidentId().isEmpty()
                && alert.getOptionalGoneSince().isEmpty();
    }

    private Optional<Duration> every(DeskAlert alert) {
        return rule(alert).flatMap(Rule::renotifyEvery);
    }

    private Optional<Rule> rule(DeskAlert alert) {
        return desk.rule(alert.getSignal().getRuleId());
    }
}
