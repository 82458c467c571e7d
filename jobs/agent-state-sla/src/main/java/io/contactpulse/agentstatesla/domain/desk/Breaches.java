package io.contactpulse.agentstatesla.domain.desk;

import io.contactpulse.schema.AlertLevel;
import io.contactpulse.schema.AlertSignal;
import io.contactpulse.schema.AlertStatus;
import io.contactpulse.schema.DeskAlert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an alert knows of its breaches: usually one, several if they followed each other closely. */
final class Breaches {
    private Breaches() {}

    static DeskAlert begin(AlertSignal signal, int seqBefore) {
        return DeskAlert.newBuilder()
                .setAlertId(signal.getAlertId())
                .setSignal(signal)
                .setSeq(seqBefore)
                .setStatus(AlertStatus.FIRING)
                .setLevel(signal.getLevel())
                .setStateStart(signal.getStateStart())
                .setWarnAt(signal.getWarnAt())
                .setCriticalAt(signal.getCriticalAt())
                .setAnnounced(signal.getAnnounced())
                .setBegunAt(begunAt(signal))
                .setChangedAt(signal.getAt())
                .setReminders(0)
                .setEscalations(0)
                .setAliases(List.of())
                .setCommandIds(List.of())
                .build();
    }

    /** An adopted alert began before the signal by which the desk learns of it. */
    private static Instant begunAt(AlertSignal signal) {
        return Earliest.of(Optional.of(signal.getAt()), signal.getOptionalWarnAt(), signal.getOptionalCriticalAt())
                .orElseThrow();
    }

    static DeskAlert withAlias(DeskAlert alert, String breachId) {
        List<String> aliases = new ArrayList<>(alert.getAliases());
        aliases.add(breachId);
        return DeskAlert.newBuilder(alert).setAliases(aliases).build();
    }

    /** Also when the breach was gone: it is back. */
    static DeskAlert goesOn(DeskAlert alert, AlertSignal signal) {
        boolean higher = rank(signal.getLevel()) > rank(alert.getLevel());
        return DeskAlert.newBuilder(alert)
                .setSignal(signal)
                .setLevel(higher ? signal.getLevel() : alert.getLevel())
                .setWarnAt(
                        alert.getOptionalWarnAt().or(signal::getOptionalWarnAt).orElse(null))
                .setCriticalAt(alert.getOptionalCriticalAt()
                        .or(signal::getOptionalCriticalAt)
                        .orElse(null))
                .setGoneSince(null)
                .build();
    }

    /** Whether the row changes, although the level does not. A later breach that reaches less tells nothing new. */
    static boolean learns(DeskAlert before, DeskAlert after) {
        return !before.getOptionalWarnAt().equals(after.getOptionalWarnAt())
                || !before.getOptionalCriticalAt().equals(after.getOptionalCriticalAt());
    }

    /** The end of the only breach may correct what was reached: the news of it may come after a timer. */
    static DeskAlert gone(DeskAlert alert, AlertSignal signal) {
        DeskAlert.Builder gone = DeskAlert.newBuilder(alert)
                .setSignal(signal)
                .setGoneSince(signal.getAt())
                .setLastGone(signal.getAt());
        if (alert.getAliases().isEmpty()) {
            gone.setLevel(signal.getLevel()).setWarnAt(signal.getWarnAt()).setCriticalAt(signal.getCriticalAt());
        }
        return gone.build();
    }

    /** Whether the breach that never was is not the alert's first. */
    static boolean wentOnBefore(DeskAlert alert, AlertSignal signal) {
        return alert.getOptionalLastGone().isPresent() && !signal.getAlertId().equals(alert.getAlertId());
    }

    static DeskAlert goneAgain(DeskAlert alert) {
        return DeskAlert.newBuilder(alert).setGoneSince(alert.getLastGone()).build();
    }

    static int rank(AlertLevel level) {
        switch (level) {
            case WARN:
                return 1;
            case CRITICAL:
                return 2;
            case UNKNOWN:
                return 0;
        }
        return 0;
    }
}
