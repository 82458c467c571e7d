package io.contactpulse.agentstatesla.domain;

import io.contactpulse.schema.AgentOccupancy;
import io.contactpulse.schema.TrackedOccupancy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How some stretch of an agent's time was used, in milliseconds. */
final class Usage {
    static final Usage NONE = new Usage(0, 0, 0, 0, 0, 0);

    private static final int TENTHS_OF_A_PERCENT = 1000;

    private final long staffed;
    private final long onContact;
    private final long idle;
    private final long contacts;
    private final long slots;
    private final long adherent;

    private Usage(long staffed, long onContact, long idle, long contacts, long slots, long adherent) {
        this.staffed = staffed;
        this.onContact = onContact;
        this.idle = idle;
        this.contacts = contacts;
        this.slots = slots;
        this.adherent = adherent;
    }

    static Usage of(TrackedOccupancy occupancy) {
        return new Usage(
                occupancy.getStaffedMillis(),
                occupancy.getOnContactMillis(),
                occupancy.getIdleMillis(),
                occupancy.getContactMillis(),
                occupancy.getSlotMillis(),
                occupancy.getAdherentMillis());
    }

    /** With the time from then until then added, all of it in one situation. */
    Usage plus(Situation situation, Instant from, Instant until, AgentSchedule schedule) {
        long millis = Duration.between(from, until).toMillis();
        return new Usage(
                staffed + (situation.isStaffed() ? millis : 0),
                onContact + (situation.isOnContact() ? millis : 0),
                idle + (situation.isIdle() ? millis : 0),
                contacts + millis * situation.contacts(),
                slots + millis * situation.slots(),
                adherent + schedule.adherent(situation, from, until));
    }

    /** The row of the quarter hour that begins then. */
    AgentOccupancy.Builder row(Instant quarter, AgentSchedule schedule) {
        Optional<Long> scheduled = schedule.scheduled(quarter, QuarterHours.next(quarter));
        return AgentOccupancy.newBuilder()
                .setStart(quarter)
                .setStaffedMillis(staffed)
                .setOnContactMillis(onContact)
                .setIdleMillis(idle)
                .setContactMillis(contacts)
                .setSlotMillis(slots)
                .setOccupancy(share(onContact, onContact + idle))
                .setConcurrentOccupancy(share(contacts, slots))
                .setScheduledMillis(scheduled.orElse(null))
                .setAdherentMillis(scheduled.isPresent() ? adherent : null)
                .setAdherence(share(adherent, scheduled.orElse(0L)));
    }

    /** In tenths of a percent, rounded half up. */
    private static @Nullable Integer share(long part, long whole) {
        return whole == 0 ? null : (int) ((2 * TENTHS_OF_A_PERCENT * part + whole) / (2 * whole));
    }

    /** Saves what {@link #of} reads. */
    void saveTo(TrackedOccupancy.Builder occupancy) {
        occupancy
                .setStaffedMillis(staffed)
                .setOnContactMillis(onContact)
                .setIdleMillis(idle)
                .setContactMillis(contacts)
                .setSlotMillis(slots)
                .setAdherentMillis(adherent);
    }

    boolean isNone() {
        return staffed == 0;
    }
}
