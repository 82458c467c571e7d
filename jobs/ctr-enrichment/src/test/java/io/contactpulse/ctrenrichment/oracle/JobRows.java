package io.contactpulse.ctrenrichment.oracle;

import io.contactpulse.jobruntime.table.Table;
import io.contactpulse.schema.ContactRow;
import io.contactpulse.schema.Escalation;
import io.contactpulse.schema.EscalationEvent;
import io.contactpulse.schema.Journey;
import io.contactpulse.schema.Notification;
import io.contactpulse.schema.QueueInterval;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** All rows a run of the job wrote; the tables are what is left when the newest version of each row is kept. */
record JobRows(
        List<ContactRow> contacts,
        List<Journey> journeys,
        List<Escalation> escalations,
        List<EscalationEvent> events,
        List<Notification> messages,
        List<QueueInterval> queueIntervals) {

    /** What the oracle tells too. */
    Tables tables() {
        return new Tables(
                lines(contacts, Table.of(ContactRow.class), Set.of()),
                lines(journeys, Table.of(Journey.class), Set.of("version", "evidence")),
                lines(escalations, Table.of(Escalation.class), Set.of("version", "evidence")),
                lines(queueIntervals, Table.of(QueueInterval.class), Set.of()));
    }

    /** Every row ever written, sorted; a correction that came too late is told with every delivery, and listed once. */
    List<String> everything() {
        return Stream.of(contacts, journeys, escalations, events, messages, queueIntervals)
                .flatMap(List::stream)
                .map(row -> row.getSchema().getName() + plain(row, Set.of()))
                .distinct()
                .sorted()
                .toList();
    }

    private static <T extends SpecificRecord> SortedSet<String> lines(
            Collection<T> rows, Table<T> table, Set<String> ignored) {
        Map<String, T> newest = new HashMap<>();
        for (T row : rows) {
            String key = table.key().stream()
                    .map(name -> String.valueOf(
                            row.get(row.getSchema().getField(name).pos())))
                    .collect(Collectors.joining("#"));
            newest.merge(key, row, (before, after) -> newer(before, after, table));
        }
        return newest.values().stream()
                .filter(row -> !(row instanceof QueueInterval interval && interval.getDeleted()))
                .map(row -> plain(row, ignored).toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static <T extends SpecificRecord> T newer(T before, T after, Table<T> table) {
        long difference = table.versionOf(after) - table.versionOf(before);
        if (difference == 0 && !after.equals(before)) {
            throw new AssertionError("two rows of one version: " + before + " and " + after);
        }
        return difference > 0 ? after : before;
    }

    private static Map<String, Object> plain(SpecificRecord row, Set<String> ignored) {
        Map<String, Object> plain = new TreeMap<>();
        for (Schema.Field field : row.getSchema().getFields()) {
            if (!ignored.contains(field.name())) {
                plain.put(field.name(), plain(row.get(field.pos())));
            }
        }
        return plain;
    }

    private static Object plain(Object value) {
        if (value instanceof SpecificRecord nested) {
            return nested.getSchema().getFields().stream()
                    .map(field -> String.valueOf(nested.get(field.pos())))
                    .collect(Collectors.joining(", ", "(", ")"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(JobRows::plain).toList();
        }
        return value instanceof Map<?, ?> map ? new TreeMap<>(map) : value;
    }
}
