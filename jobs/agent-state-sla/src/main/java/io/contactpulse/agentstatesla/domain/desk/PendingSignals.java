package io.contactpulse.agentstatesla.domain.desk;

import io.contactpulse.schema.AlertSignal;
import io.contactpulse.schema.DeskPending;
import io.contactpulse.schema.SignalType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Keeps breaches that are noticed while the feed is lost: whether they are real is known when it is back. */
final class PendingSignals {
    private static final Comparator<Map.Entry<String, DeskPending>> IN_ORDER = Comparator.comparing(
                    (Map.Entry<String, DeskPending> entry) -> firstOf(entry.getValue()))
            .thenComparing(Map.Entry::getKey);

    private final Desk desk;
    private final Signals signals;

    PendingSignals(Desk desk) {
        this.desk = desk;
        this.signals = new Signals(desk);
    }

    void work(AlertSignal signal, Moment moment) {
        if (isUncertain(signal)) {
            keep(signal);
        } else {
            signals.work(signal, moment, Optional.empty());
        }
    }

    private boolean isUncertain(AlertSignal signal) {
        boolean raisedInTheDark = signal.getType() == SignalType.RAISED
                && desk.notes()
                        .lostAt()
                        .filter(lost -> !signal.getAt().isBefore(lost))
                        .isPresent();
        return raisedInTheDark
                || desk.memory().pending().find(signal.getAlertId()).isPresent();
    }

    private void keep(AlertSignal signal) {
        List<AlertSignal> kept = new ArrayList<>(desk.memory()
                .pending()
                .find(signal.getAlertId())
                .map(DeskPending::getSignals)
                .orElse(List.of()));
        kept.add(signal);
        desk.memory()
                .pending()
                .put(
                        signal.getAlertId(),
                        DeskPending.newBuilder().setSignals(kept).build());
    }

    /** The feed is back. */
    void release(Moment moment) {
        List<Map.Entry<String, DeskPending>> all = desk.memory().pending().all().entrySet().stream()
                .sorted(IN_ORDER)
                .collect(Collectors.toList());
        for (Map.Entry<String, DeskPending> each : all) {
            desk.memory().pending().remove(each.getKey());
            for (AlertSignal signal : believable(each.getValue())) {
                signals.work(signal, moment, Optional.of(FeedWatch.LOST));
            }
        }
    }

    /** Breaches of rules that are gone. */
    void dropRemoved() {
        desk.memory().pending().all().forEach((alertId, pending) -> {
            if (desk.rule(pending.getSignals().get(0).getRuleId()).isEmpty()) {
                desk.memory().pending().remove(alertId);
            }
        });
    }

    /** A breach that never was is not told of, unless it had begun before the feed was lost. */
    private static List<AlertSignal> believable(DeskPending pending) {
        List<AlertSignal> all = pending.getSignals();
        AlertSignal last = all.get(all.size() - 1);
        if (last.getType() != SignalType.RETRACTED) {
            return all;
        }
        return Signals.isAdopted(all.get(0)) ? List.of(last) : List.of();
    }

    private static Instant firstOf(DeskPending pending) {
        return pending.getSignals().get(0).getAt();
    }
}
