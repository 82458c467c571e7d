package io.contactpulse.agentstatesla.oracle;

import io.contactpulse.agentstatesla.oracle.Tables.AgentLine;
import io.contactpulse.agentstatesla.oracle.Tables.AlertLine;
import io.contactpulse.agentstatesla.oracle.Tables.Condition;
import io.contactpulse.agentstatesla.oracle.Tables.Held;
import io.contactpulse.agentstatesla.oracle.Tables.IntervalLine;
import io.contactpulse.schema.AgentInterval;
import io.contactpulse.schema.AgentRow;
import io.contactpulse.schema.Alert;
import io.contactpulse.schema.AlertLevel;
import io.contactpulse.schema.AlertStatus;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** All rows a run of the job wrote; the tables are what is left when the newest version of each row is kept. */
record JobRows(List<AgentRow> agents, List<AgentInterval> intervals, List<Alert> alerts) {

    Tables tables() {
        Tables tables = Tables.empty();
        newest(agents, AgentRow::getAgentId, AgentRow::getVersion).forEach(row -> tables.add(line(row)));
        newest(intervals, row -> row.getAgentId() + row.getStart(), AgentInterval::getVersion).stream()
                .filter(row -> !row.getDeleted())
                .forEach(row -> tables.add(line(row)));
        newest(alerts, Alert::getAlertId, Alert::getVersion).stream()
                .filter(row -> row.getStatus() != AlertStatus.RETRACTED)
                .forEach(row -> tables.add(line(row, row.getSeq() - withdrawn(row))));
        return tables;
    }

    /** A live run may take a level back when the end of the state arrives after the clock has passed the threshold. */
    private int withdrawn(Alert last) {
        boolean wasCritical = alerts.stream()
                .anyMatch(row -> row.getAlertId().equals(last.getAlertId()) && row.getLevel() == AlertLevel.CRITICAL);
        return wasCritical && last.getLevel() == AlertLevel.WARN ? 1 : 0;
    }

    private static AgentLine line(AgentRow row) {
        TreeSet<String> contacts = new TreeSet<>();
        row.getContacts()
                .forEach(contact -> contacts.add(
                        new Held(contact.getContactId(), contact.getState().name(), contact.getStateStart())
                                .toString()));
        return new AgentLine(
                row.getAgentId(),
                new Condition(row.getState().name(), row.getOptionalCustomStatus()),
                row.getStateStart(),
                contacts,
                row.getLastEventAt(),
                row.getVersion());
    }

    private static IntervalLine line(AgentInterval row) {
        return new IntervalLine(
                row.getAgentId(),
                row.getStart(),
                row.getEnd(),
                new Condition(row.getState().name(), row.getOptionalCustomStatus()),
                row.getContacts());
    }

    private static AlertLine line(Alert row, int seq) {
        return new AlertLine(
                row.getOptionalAgentId().orElseThrow(),
                row.getOptionalContactId(),
                row.getRuleId(),
                row.getStateStart(),
                row.getStatus().name(),
                row.getLevel().name(),
                row.getOptionalWarnAt(),
                row.getOptionalCriticalAt(),
                row.getOptionalResolvedAt(),
                seq);
    }

    private static <T> Collection<T> newest(List<T> rows, Function<T, String> key, ToLongFunction<T> version) {
        Map<String, T> newest = new HashMap<>();
        for (T row : rows) {
            newest.merge(key.apply(row), row, (before, after) -> {
                long difference = version.applyAsLong(after) - version.applyAsLong(before);
                if (difference == 0 && !after.equals(before)) {
                    throw new AssertionError("two rows of one version: " + before + " and " + after);
                }
                return difference > 0 ? after : before;
            });
        }
        return newest.values();
    }
}
