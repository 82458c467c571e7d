package io.contactpulse.agentstatesla.domain.desk;

import io.contactpulse.schema.AlertSignal;
import io.contactpulse.schema.DeskAlert;
import io.contactpulse.schema.DeskDueKind;
import io.contactpulse.schema.DeskOver;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The alerts that are not over, found by any breach they go on with, and the memory of those that are. */
final class Cards {
    static final String RULE_REMOVED = "RULE_REMOVED";

    private static final Duration REMEMBER_OVER = Duration.ofHours(1);

    /** The watcher of a silent agent may say only days later that the rule is gone, or that it is back. */
    private static final Duration REMEMBER_REMOVED = AlertTimes.FORGET_AFTER;

    private static final Duration FORGET_TOGETHER = Duration.ofMinutes(10);

    private final Desk desk;
    private final AlertTimes times;

    Cards(Desk desk) {
        this.desk = desk;
        this.times = new AlertTimes(desk);
    }

    Optional<DeskAlert> find(String breachId) {
        return desk.memory()
                .alerts()
                .find(desk.memory().aliases().find(breachId).orElse(breachId));
    }

    /** An alert of the same rule and entity whose breach is gone, but not for long enough. */
    Optional<DeskAlert> findHeld(AlertSignal signal) {
        return desk.memory()
                .held()
                .find(keyOf(signal))
                .flatMap(alertId -> desk.memory().alerts().find(alertId))
                .filter(alert -> alert.getOptionalGoneSince().isPresent());
    }

    Optional<DeskOver> findOver(String alertId) {
        return desk.memory().over().find(alertId);
    }

    List<DeskAlert> all() {
        return List.copyOf(desk.memory().alerts().all().values());
    }

    void save(DeskAlert alert, Moment moment) {
        Instant due = moment.orLater(times.next(alert));
        if (!alert.getOptionalDueAt().equals(Optional.of(due))) {
            cancel(alert);
            desk.agenda().plan(DeskDueKind.ALERT, alert.getAlertId(), due);
        }
        desk.memory()
                .alerts()
                .put(
                        alert.getAlertId(),
                        DeskAlert.newBuilder(alert).setDueAt(due).build());
    }

    /** From now on a new breach of the same rule and entity continues the alert. */
    void hold(DeskAlert alert) {
        desk.memory().held().put(keyOf(alert.getSignal()), alert.getAlertId());
    }

    void alias(String breachId, DeskAlert alert) {
        desk.memory().aliases().put(breachId, alert.getAlertId());
    }

    void remove(DeskAlert alert) {
        cancel(alert);
        desk.memory().held().remove(keyOf(alert.getSignal()));
        alert.getAliases().forEach(breachId -> desk.memory().aliases().remove(breachId));
        desk.memory().alerts().remove(alert.getAlertId());
    }

    void over(DeskAlert alert, Instant at, Moment moment) {
        remove(alert);
        boolean removed = alert.getOptionalReason().filter(RULE_REMOVED::equals).isPresent();
        Instant forgetAt = roundedUp(moment.at().plus(removed ? REMEMBER_REMOVED : REMEMBER_OVER));
        DeskOver over = DeskOver.newBuilder()
                .setAlertId(alert.getAlertId())
                .setSeq(alert.getSeq())
                .setAt(at)
                .setCommandIds(alert.getCommandIds())
                .setForgetAt(forgetAt)
                .build();
        desk.memory().over().put(alert.getAlertId(), over);
        desk.agenda().plan(DeskDueKind.FORGET, alert.getAlertId(), forgetAt);
    }

    void forget(String alertId, Instant at) {
        if (findOver(alertId).filter(over -> !over.getForgetAt().isAfter(at)).isPresent()) {
            desk.memory().over().remove(alertId);
        }
    }

    /** Many are forgotten at one time: waking up for each would cost more than remembering it a little longer. */
    private static Instant roundedUp(Instant time) {
        long step = FORGET_TOGETHER.toMillis();
        return Instant.ofEpochMilli((time.toEpochMilli() + step - 1) / step * step);
    }

    private void cancel(DeskAlert alert) {
        alert.getOptionalDueAt().ifPresent(due -> desk.agenda().cancel(DeskDueKind.ALERT, alert.getAlertId(), due));
    }

    private static String keyOf(AlertSignal signal) {
        return signal.getRuleId() + " " + signal.getEntity();
    }
}
