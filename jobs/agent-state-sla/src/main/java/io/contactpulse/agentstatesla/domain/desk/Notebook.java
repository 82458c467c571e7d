package io.contactpulse.agentstatesla.domain.desk;

import io.contactpulse.schema.DeskNotes;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What there is one of per instance; read once and written back once per piece of work. */
final class Notebook {
    private static final String ONLY = "";

    private final Shelf<DeskNotes> shelf;
    private final DeskNotes before;
    private DeskNotes notes;

    Notebook(Shelf<DeskNotes> shelf) {
        this.shelf = shelf;
        this.before = shelf.find(ONLY).orElseGet(() -> DeskNotes.newBuilder().build());
        this.notes = before;
    }

    DeskNotes read() {
        return notes;
    }

    void change(UnaryOperator<DeskNotes.Builder> change) {
        notes = change.apply(DeskNotes.newBuilder(notes)).build();
    }

    Optional<Instant> lostAt() {
        return notes.getOptionalLostAt();
    }

    void close() {
        if (!notes.equals(before)) {
            shelf.put(ONLY, notes);
        }
    }
}
