package io.contactpulse.agentstatesla.domain.desk;

import io.contactpulse.schema.DeskAlert;
import io.contactpulse.schema.DeskCause;
import io.contactpulse.schema.DeskDue;
import io.contactpulse.schema.DeskFlap;
import io.contactpulse.schema.DeskIncident;
import io.contactpulse.schema.DeskNotes;
import io.contactpulse.schema.DeskOver;
import io.contactpulse.schema.DeskPageHour;
import io.contactpulse.schema.DeskPending;
import io.contactpulse.schema.DeskUntold;
import io.contactpulse.schema.QueuePressure;

/** The memory of a desk in a test. */
record MapMemory(
        String instanceId,
        Shelf<DeskAlert> alerts,
        Shelf<DeskOver> over,
        Shelf<String> aliases,
        Shelf<String> held,
        Shelf<DeskPending> pending,
        Shelf<DeskCause> causes,
        Shelf<DeskIncident> incidents,
        Shelf<Boolean> members,
        Shelf<Boolean> onShift,
        Shelf<QueuePressure> pressures,
        Shelf<DeskFlap> flaps,
        Shelf<DeskUntold> untold,
        Shelf<DeskPageHour> pageHours,
        Shelf<DeskDue> agenda,
        Shelf<DeskNotes> notes)
        implements DeskMemory {

    MapMemory(String instanceId) {
        this(
                instanceId,
                new MapShelf<>(),
                new MapShelf<>(),
                new MapShelf<>(),
                new MapShelf<>(),
                new MapShelf<>(),
                new MapShelf<>(),
                new MapShelf<>(),
                new MapShelf<>(),
                new MapShelf<>(),
                new MapShelf<>(),
                new MapShelf<>(),
                new MapShelf<>(),
                new MapShelf<>(),
                new MapShelf<>(),
                new MapShelf<>());
    }

    /** Whether nothing is left but what lasts: who is logged in, the queues and the notes. */
    boolean isTidy() {
        return alerts.isEmpty()
                && over.isEmpty()
                && aliases.isEmpty()
                && held.isEmpty()
                && pending.isEmpty()
                && causes.isEmpty()
                && incidents.isEmpty()
                && members.isEmpty()
                && flaps.isEmpty()
                && untold.isEmpty()
                && pageHours.isEmpty();
    }
}
