package io.contactpulse.agentstatesla.domain.desk;

import io.contactpulse.schema.DeskDue;
import io.contactpulse.schema.DeskDueKind;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What falls due when. An entry is a hint to look, never a decision. Finding the next costs a look at all entries, so the
 * notes keep a time before which there is none to find.
 */
final class Agenda {
    private final Shelf<DeskDue> shelf;
    private final Notebook notes;

    Agenda(Shelf<DeskDue> shelf, Notebook notes) {
        this.shelf = shelf;
        this.notes = notes;
    }

    void plan(DeskDueKind kind, String key, Instant at) {
        DeskDue due = DeskDue.newBuilder().setAt(at).setKind(kind).setKey(key).build();
        shelf.put(keyOf(due), due);
        if (next().filter(next -> !at.isBefore(next)).isEmpty()) {
            notes.change(draft -> draft.setNextDueAt(at));
        }
    }

    void cancel(DeskDueKind kind, String key, Instant at) {
        shelf.remove(
                keyOf(DeskDue.newBuilder().setAt(at).setKind(kind).setKey(key).build()));
    }

    /** Takes the first entry that is due by then. */
    Optional<DeskDue> take(Instant until) {
        if (next().filter(next -> !next.isAfter(until)).isEmpty()) {
            return Optional.empty();
        }
        SortedMap<String, DeskDue> all = shelf.all();
        if (all.isEmpty()) {
            notes.change(draft -> draft.setNextDueAt(null));
            return Optional.empty();
        }
        DeskDue first = all.values().iterator().next();
        notes.change(draft -> draft.setNextDueAt(first.getAt()));
        if (first.getAt().isAfter(until)) {
            return Optional.empty();
        }
        shelf.remove(keyOf(first));
        return Optional.of(first);
    }

    /** Nothing is due before. */
    Optional<Instant> next() {
        return notes.read().getOptionalNextDueAt();
    }

    private static String keyOf(DeskDue due) {
        return String.format(
                "%016d %d %s", due.getAt().toEpochMilli(), due.getKind().ordinal(), due.getKey());
    }
}
