package io.contactpulse.agentstatesla.domain.desk;

import io.contactpulse.schema.CauseKind;
import io.contactpulse.schema.DeskCause;
import io.contactpulse.schema.DeskCauseEntry;
import io.contactpulse.schema.DeskDueKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Counts per cause what happened lately: agents in trouble, and apart from them alerts that fired. */
final class CauseCounts {
    private final Desk desk;

    CauseCounts(Desk desk) {
        this.desk = desk;
    }

    /** Counts one more; the most specific cause that now has enough, with what was counted for it. */
    Optional<DeskCause> count(DeskCauseEntry entry, Causes causes) {
        Optional<DeskCause> enough = Optional.empty();
        for (Map.Entry<CauseKind, String> each : causes.inOrder()) {
            DeskCause counted = countedWith(entry, add(entry, each.getKey(), each.getValue()));
            if (enough.isEmpty() && distinct(counted) >= desk.settings().stormAlerts()) {
                enough = Optional.of(counted);
            }
        }
        return enough;
    }

    private DeskCause add(DeskCauseEntry entry, CauseKind kind, String value) {
        String key = kind + " " + value;
        Optional<DeskCause> known = desk.memory().causes().find(key);
        if (known.isEmpty()) {
            desk.agenda().plan(DeskDueKind.CAUSE, key, afterWindow(entry.getAt()));
        }
        List<DeskCauseEntry> entries = known.map(DeskCause::getEntries).orElse(List.of()).stream()
                .filter(inWindow(entry.getAt()))
                .collect(Collectors.toCollection(ArrayList::new));
        entries.add(entry);
        DeskCause cause = DeskCause.newBuilder()
                .setKind(kind)
                .setValue(value)
                .setEntries(entries)
                .build();
        desk.memory().causes().put(key, cause);
        return cause;
    }

    /** Agents in trouble and alerts are counted apart. */
    private static DeskCause countedWith(DeskCauseEntry newest, DeskCause cause) {
        List<DeskCauseEntry> counted = cause.getEntries().stream()
                .filter(entry -> isAlert(entry) == isAlert(newest))
                .collect(Collectors.toList());
        return DeskCause.newBuilder(cause).setEntries(counted).build();
    }

    private static long distinct(DeskCause counted) {
        return counted.getEntries().stream()
                .map(entry -> entry.getOptionalAlertId().or(entry::getOptionalAgentId))
                .distinct()
                .count();
    }

    /** What has become an incident counts for no other cause. */
    void forget(List<DeskCauseEntry> counted) {
        desk.memory().causes().all().forEach((key, cause) -> {
            List<DeskCauseEntry> left = new ArrayList<>(cause.getEntries());
            if (left.removeAll(counted)) {
                desk.memory()
                        .causes()
                        .put(key, DeskCause.newBuilder(cause).setEntries(left).build());
            }
        });
    }

    /** Drops what is too old to count. */
    void prune(String key, Instant at) {
        Optional<DeskCause> cause = desk.memory().causes().find(key);
        List<DeskCauseEntry> left = cause.map(DeskCause::getEntries).orElse(List.of()).stream()
                .filter(inWindow(at))
                .collect(Collectors.toList());
        if (left.isEmpty()) {
            desk.memory().causes().remove(key);
            return;
        }
        desk.memory()
                .causes()
                .put(key, DeskCause.newBuilder(cause.get()).setEntries(left).build());
        Instant newest = left.get(left.size() - 1).getAt();
        desk.agenda().plan(DeskDueKind.CAUSE, key, afterWindow(newest));
    }

    private Predicate<DeskCauseEntry> inWindow(Instant at) {
        Duration within = desk.settings().stormWithin();
        return entry -> Duration.between(entry.getAt(), at).abs().compareTo(within) <= 0;
    }

    private Instant afterWindow(Instant at) {
        return at.plus(desk.settings().stormWithin()).plusMillis(1);
    }

    private static boolean isAlert(DeskCauseEntry entry) {
        return entry.getOptionalAlertId().isPresent();
    }
}
