package io.contactpulse.launcher.demo;

import io.contactpulse.launcher.HeldBackReason;
import io.contactpulse.schema.AlertEntityType;
import io.contactpulse.schema.AlertStatus;
import io.contactpulse.schema.Publication;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What became of the alerts, by the rows that the job has written.
 *
 * @param alerts by status, without incidents
 * @param incidents by status
 * @param inIncidents alerts that are part of an incident
 * @param acknowledged alerts and incidents that somebody acknowledged at some time
 * @param published transitions that were told
 * @param heldBack those that were not, by the reason
 */
record AlertFigures(
        Map<String, Long> alerts,
        Map<String, Long> incidents,
        long inIncidents,
        long acknowledged,
        long published,
        Map<String, Long> heldBack) {

    static AlertFigures of(List<Map<String, AttributeValue>> alerts, List<Map<String, AttributeValue>> transitions) {
        return new AlertFigures(
                statuses(alerts, row -> !isIncident(row)),
                statuses(alerts, AlertFigures::isIncident),
                alerts.stream().filter(row -> row.containsKey("incidentId")).count(),
                transitions.stream()
                        .filter(row -> text(row, "status").equals(AlertStatus.ACKNOWLEDGED.name()))
                        .map(row -> text(row, "alertId"))
                        .distinct()
                        .count(),
                transitions.stream()
                        .filter(row -> text(row, "publication").equals(Publication.PUBLISHED.name()))
                        .count(),
                transitions.stream()
                        .filter(row -> text(row, "publication").equals(Publication.HELD_BACK.name()))
                        .collect(counted(row -> HeldBackReason.kindOf(text(row, "heldBackBecause")))));
    }

    void print(Report report) {
        report.line("Alerts                %s", listed(alerts));
        report.line("Incidents             %s%s", listed(incidents), partOf());
        report.line("Acknowledged          %,d", acknowledged);
        report.line("Pages published       %,d", published);
        report.line("Pages held back       %,d", sum(heldBack.values()));
        heldBack.forEach((reason, count) -> report.line("  %,10d  %s", count, reason));
    }

    private String partOf() {
        return incidents.isEmpty() ? "" : String.format("; %,d alerts are part of one", inIncidents);
    }

    private static String listed(Map<String, Long> counts) {
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream()
                        .map(entry -> String.format("%,d %s", entry.getValue(), entry.getKey()))
                        .collect(Collectors.joining(", "));
    }

    private static long sum(Collection<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    private static Map<String, Long> statuses(
            List<Map<String, AttributeValue>> alerts, Predicate<Map<String, AttributeValue>> kind) {
        return alerts.stream().filter(kind).collect(counted(row -> text(row, "status")));
    }

    private static Collector<Map<String, AttributeValue>, ?, Map<String, Long>> counted(
            Function<Map<String, AttributeValue>, String> by) {
        return Collectors.groupingBy(by, TreeMap::new, Collectors.counting());
    }

    private static boolean isIncident(Map<String, AttributeValue> row) {
        return text(row, "entityType").equals(AlertEntityType.INCIDENT.name());
    }

    private static String text(Map<String, AttributeValue> row, String field) {
        AttributeValue value = row.get(field);
        return value == null ? "UNKNOWN" : value.s();
    }
}
