package io.contactpulse.agentstatesla.oracle;

import io.contactpulse.agentstatesla.oracle.Tables.AlertLine;
import io.contactpulse.agentstatesla.oracle.Tables.Condition;
import io.contactpulse.agentstatesla.oracle.Tables.IncidentLine;
import io.contactpulse.schema.Alert;
import io.contactpulse.schema.AlertEntityType;
import io.contactpulse.schema.AlertLevel;
import io.contactpulse.schema.AlertStatus;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The alerts a run of the job wrote, every version of them: which is the truth, and how many steps led there. */
final class AlertRows {
    private static final Set<AlertEntityType> OF_AGENTS = Set.of(AlertEntityType.AGENT, AlertEntityType.CONTACT);

    private final Map<String, TreeMap<Long, Alert>> versions = new HashMap<>();

    void add(Alert row) {
        Alert before = versions.computeIfAbsent(row.getAlertId(), alertId -> new TreeMap<>())
                .put(row.getVersion(), row);
        if (before != null && !before.equals(row)) {
            throw new AssertionError("two rows of one version: " + before + " and " + row);
        }
    }

    List<AlertLine> lines() {
        return newest().filter(row -> OF_AGENTS.contains(row.getEntityType()))
                .map(this::line)
                .toList();
    }

    List<IncidentLine> incidents() {
        return newest().filter(row -> row.getEntityType() == AlertEntityType.INCIDENT)
                .map(this::incident)
                .toList();
    }

    private Collection<Alert> versions(Alert alert) {
        return versions.getOrDefault(alert.getAlertId(), new TreeMap<>()).values();
    }

    /** Whether an alert was raised that later news showed not to have been: live, it may have been part of a storm. */
    boolean tookSomethingBack() {
        return versions.values().stream()
                .anyMatch(rows -> rows.lastEntry().getValue().getStatus() == AlertStatus.RETRACTED);
    }

    private Stream<Alert> newest() {
        return versions.values().stream()
                .map(rows -> rows.lastEntry().getValue())
                .filter(row -> row.getStatus() != AlertStatus.RETRACTED);
    }

    private AlertLine line(Alert row) {
        return new AlertLine(
                row.getEntityType().name(),
                row.getOptionalAgentId().orElseThrow(),
                row.getOptionalContactId(),
                row.getRuleId(),
                new Condition(row.getState().name(), row.getOptionalCustomStatus()),
                row.getStateStart(),
                row.getStatus().name(),
                row.getLevel().name(),
                row.getOptionalWarnAt(),
                row.getOptionalCriticalAt(),
                row.getOptionalResolvedAt(),
                row.getSeq() - withdrawn(row) - attached(row));
    }

    private IncidentLine incident(Alert row) {
        Stream<AlertLine> children = newest().filter(
                        alert -> alert.getOptionalIncidentId().equals(Optional.of(row.getAlertId())))
                .map(this::line);
        return new IncidentLine(
                row.getStateStart(),
                row.getOptionalCriticalAt().orElseThrow(),
                row.getLevel().name(),
                row.getStatus().name(),
                row.getOptionalResolvedAt(),
                IncidentLine.children(row.getOptionalCriticalAt().get(), children));
    }

    /** A live run may take a level back when the end of the state arrives after the clock has passed the threshold. */
    private int withdrawn(Alert last) {
        boolean wasCritical = versions(last).stream().anyMatch(row -> row.getLevel() == AlertLevel.CRITICAL);
        return wasCritical && last.getLevel() == AlertLevel.WARN ? 1 : 0;
    }

    /** Becoming part of an incident may be a version of its own; the oracle counts only levels and ends. */
    private int attached(Alert last) {
        int attached = 0;
        Optional<Alert> before = Optional.empty();
        for (Alert row : versions(last)) {
            boolean isSameStep = before.filter(
                            one -> one.getStatus() == row.getStatus() && one.getLevel() == row.getLevel())
                    .isPresent();
            attached += isSameStep ? 1 : 0;
            before = Optional.of(row);
        }
        return attached;
    }
}
