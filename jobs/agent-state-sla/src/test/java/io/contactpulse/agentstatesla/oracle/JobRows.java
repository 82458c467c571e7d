package io.contactpulse.agentstatesla.oracle;

import io.contactpulse.agentstatesla.oracle.Tables.AgentLine;
import io.contactpulse.agentstatesla.oracle.Tables.Condition;
import io.contactpulse.agentstatesla.oracle.Tables.Held;
import io.contactpulse.agentstatesla.oracle.Tables.IntervalLine;
import io.contactpulse.schema.AgentInterval;
import io.contactpulse.schema.AgentRow;
import io.contactpulse.schema.Alert;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.apache.avro.specific.SpecificRecord;

/** What a run of the job wrote, as a table keeps it: the newest version of each row. Several threads may add. */
final class JobRows {
    private final Newest<AgentRow> agents = new Newest<>(AgentRow::getAgentId, AgentRow::getVersion);
    private final Newest<AgentInterval> intervals =
            new Newest<>(row -> row.getAgentId() + row.getStart().toEpochMilli(), AgentInterval::getVersion);
    private final AlertRows alerts = new AlertRows();

    private static final class Newest<T> {
        private final Map<String, T> rows = new HashMap<>();
        private final Function<T, String> key;
        private final ToLongFunction<T> version;

        private Newest(Function<T, String> key, ToLongFunction<T> version) {
            this.key = key;
            this.version = version;
        }

        private void add(T row) {
            rows.merge(key.apply(row), row, this::newer);
        }

        private T newer(T before, T after) {
            long difference = version.applyAsLong(after) - version.applyAsLong(before);
            if (difference == 0 && !after.equals(before)) {
                throw new AssertionError("two rows of one version: " + before + " and " + after);
            }
            return difference > 0 ? after : before;
        }

        private Collection<T> all() {
            return rows.values();
        }
    }

    synchronized void add(SpecificRecord row) {
        if (row instanceof AgentRow agent) {
            agents.add(agent);
        } else if (row instanceof AgentInterval interval) {
            intervals.add(interval);
        } else if (row instanceof Alert alert) {
            alerts.add(alert);
        } else {
            throw new IllegalArgumentException("no table for " + row);
        }
    }

    synchronized boolean tookSomethingBack() {
        return alerts.tookSomethingBack();
    }

    synchronized Tables tables() {
        Tables tables = Tables.empty();
        agents.all().forEach(row -> tables.agents().add(line(row)));
        intervals.all().stream()
                .filter(row -> !row.getDeleted())
                .forEach(row -> tables.intervals().add(line(row)));
        tables.alerts().addAll(alerts.lines());
        tables.incidents().addAll(alerts.incidents());
        return tables;
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
}
