package io.contactpulse.agentstatesla.domain.desk;

import io.contactpulse.schema.AlertCommand;
import io.contactpulse.schema.AlertStatus;
import io.contactpulse.schema.DeskAlert;
import io.contactpulse.schema.DeskOver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Does what people ask. The same wish twice is one, by its id and by its effect. */
final class Commands {
    private final Desk desk;
    private final Cards cards;
    private final AlertLife life;

    Commands(Desk desk) {
        this.desk = desk;
        this.cards = new Cards(desk);
        this.life = new AlertLife(desk);
    }

    void work(AlertCommand command, Moment moment) {
        Optional<DeskAlert> alert = cards.find(command.getAlertId());
        if (alert.isEmpty()) {
            refuseUnlessDone(command);
            return;
        }
        if (alert.get().getCommandIds().contains(command.getCommandId())) {
            return;
        }
        Optional<String> objection = objection(alert.get(), command);
        if (objection.isPresent()) {
            desk.step().refuse(command, objection.get());
            return;
        }
        carryOut(noted(alert.get(), command), command, moment);
    }

    private void refuseUnlessDone(AlertCommand command) {
        Optional<DeskOver> over = cards.findOver(command.getAlertId());
        if (over.isEmpty()) {
            desk.step()
                    .refuse(
                            command,
                            "no such alert is open; take alertId and instanceId from the alert's message or row");
        } else if (!over.get().getCommandIds().contains(command.getCommandId())) {
            desk.step().refuse(command, "the alert is over since " + over.get().getAt() + "; nothing is left to do");
        }
    }

    private static Optional<String> objection(DeskAlert alert, AlertCommand command) {
        if (alert.getStatus() == AlertStatus.EXPIRED) {
            return Optional.of("the alert has expired, the feed was lost at " + alert.getChangedAt()
                    + "; if the breach lasts, wait for its next alert");
        }
        return command.getAt().isBefore(alert.getBegunAt())
                ? Optional.of("the command is from " + command.getAt() + ", but the alert began at "
                        + alert.getBegunAt() + "; check the sender's clock")
                : Optional.empty();
    }

    private static DeskAlert noted(DeskAlert alert, AlertCommand command) {
        List<String> commandIds = new ArrayList<>(alert.getCommandIds());
        commandIds.add(command.getCommandId());
        return DeskAlert.newBuilder(alert).setCommandIds(commandIds).build();
    }

    private void carryOut(DeskAlert alert, AlertCommand command, Moment moment) {
        if (hasNoEffect(alert, command)) {
            cards.save(alert, moment);
            return;
        }
        Occasion occasion = Occasion.at(command.getAt()).by(command.getBy()).because(command.getOptionalWhy());
        life.become(changed(alert, command), occasion, moment);
    }

    private static boolean hasNoEffect(DeskAlert alert, AlertCommand command) {
        switch (command.getType()) {
            case ACK:
                return alert.getStatus() == AlertStatus.ACKNOWLEDGED;
            case UNACK:
                return alert.getStatus() != AlertStatus.ACKNOWLEDGED
                        && alert.getOptionalMutedUntil().isEmpty();
            case MUTE:
                return until(command).isEmpty() || until(command).equals(alert.getOptionalMutedUntil());
            case UNKNOWN:
                return true;
        }
        return true;
    }

    private static DeskAlert changed(DeskAlert alert, AlertCommand command) {
        switch (command.getType()) {
            case ACK:
                return Suppression.lift(alert, AlertStatus.ACKNOWLEDGED);
            case UNACK:
                return Suppression.lift(alert, AlertStatus.FIRING);
            case MUTE:
                return DeskAlert.newBuilder(alert)
                        .setMutedUntil(until(command).orElse(null))
                        .setStatus(AlertStatus.SUPPRESSED)
                        .build();
            case UNKNOWN:
        }
        return alert;
    }

    private static Optional<Instant> until(AlertCommand command) {
        return command.getOptionalUntil().filter(until -> until.isAfter(command.getAt()));
    }
}
