package io.contactpulse.agentstatesla.domain.desk;

import io.contactpulse.agentstatesla.domain.rules.QuietHours;
import io.contactpulse.agentstatesla.domain.rules.Rule;
import io.contactpulse.schema.AlertStatus;
import io.contactpulse.schema.DeskAlert;
import java.time.Instant;
import java.util.Optional;

/** What keeps a firing alert from being told: a person muted it, its rule has quiet hours, its kind comes too often. */
final class Suppression {
    private final Desk desk;
    private final Flapping flapping;

    Suppression(Desk desk) {
        this.desk = desk;
        this.flapping = new Flapping(desk);
    }

    /** The alert fires for the first time. */
    DeskAlert begin(DeskAlert alert, Instant at) {
        return judge(
                DeskAlert.newBuilder(alert)
                        .setFlapping(flapping.fires(alert, at))
                        .build(),
                at);
    }

    /** The alert as firing or suppressed, by what holds at that time. */
    DeskAlert judge(DeskAlert alert, Instant at) {
        DeskAlert judged = DeskAlert.newBuilder(alert)
                .setMutedUntil(alert.getOptionalMutedUntil()
                        .filter(until -> until.isAfter(at))
                        .orElse(null))
                .setQuietUntil(quietUntil(alert, at).orElse(null))
                .setFlapping(alert.getFlapping() && flapping.damps(alert, at))
                .build();
        return DeskAlert.newBuilder(judged)
                .setStatus(reasonOf(judged).isPresent() ? AlertStatus.SUPPRESSED : AlertStatus.FIRING)
                .build();
    }

    Optional<Instant> quietUntil(DeskAlert alert, Instant at) {
        Optional<QuietHours> hours = desk.rule(alert.getSignal().getRuleId()).flatMap(Rule::quietHours);
        return hours.filter(quiet -> !quiet.letsThrough(alert.getLevel())).flatMap(quiet -> quiet.endOf(at));
    }

    /** When to look again. */
    Optional<Instant> nextLook(DeskAlert alert) {
        return Earliest.of(
                alert.getOptionalMutedUntil(),
                alert.getOptionalQuietUntil(),
                alert.getFlapping() ? flapping.until(alert) : Optional.empty());
    }

    static Optional<String> reasonOf(DeskAlert alert) {
        if (alert.getOptionalMutedUntil().isPresent()) {
            return Optional.of("MUTED");
        }
        if (alert.getOptionalQuietUntil().isPresent()) {
            return Optional.of("QUIET_HOURS");
        }
        return alert.getFlapping() ? Optional.of("FLAPPING") : Optional.empty();
    }

    /** Nothing keeps the alert from being told any more. */
    static DeskAlert lift(DeskAlert alert, AlertStatus status) {
        return DeskAlert.newBuilder(alert)
                .setMutedUntil(null)
                .setQuietUntil(null)
                .setFlapping(false)
                .setStatus(status)
                .build();
    }
}
