package io.contactpulse.agentstatesla.domain;

import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.TrackedContact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The milliseconds a contact was on hold in all while an agent has it. It stands still between two holds. */
final class HoldTime implements Gauge {
    private final TrackedContact contact;
    private final Instant start;

    private HoldTime(TrackedContact contact, Instant start) {
        this.contact = contact;
        this.start = start;
    }

    /** Empty before the first hold. What the first release put on hold has no note of it. */
    static Optional<HoldTime> of(TrackedContact contact) {
        Optional<Instant> unnoted = isRunning(contact) ? Optional.of(contact.getStateStart()) : Optional.empty();
        return contact.getOptionalFirstHoldAt().or(() -> unnoted).map(start -> new HoldTime(contact, start));
    }

    static boolean isRunning(TrackedContact contact) {
        return contact.getState() == AgentState.ON_HOLD;
    }

    @Override
    public Instant start() {
        return start;
    }

    @Override
    public Optional<Instant> reaches(long threshold) {
        if (contact.getHeldMillis() >= threshold) {
            return contact.getOptionalHeldUntil();
        }
        return isRunning(contact)
                ? Optional.of(stretchStart().plusMillis(threshold - contact.getHeldMillis()))
                : Optional.empty();
    }

    @Override
    public long valueAt(Instant at) {
        return isRunning(contact) && at.isAfter(stretchStart())
                ? contact.getHeldMillis() + Duration.between(stretchStart(), at).toMillis()
                : contact.getHeldMillis();
    }

    /** The sender may date a hold back into the one before: no moment counts twice. */
    private Instant stretchStart() {
        Instant said = contact.getStateStart();
        return contact.getOptionalHeldUntil()
                .filter(until -> until.isAfter(said))
                .orElse(said);
    }

    @Override
    public List<String> evidence(Instant at) {
        long seconds = valueAt(at) / 1000;
        String times = holds() == 1 ? "once" : holds() + " times";
        return List.of("on hold " + times + ", " + seconds / 60 + " min " + seconds % 60 + " s in all");
    }

    /** The running hold included. */
    int holds() {
        return Math.max(1, contact.getHolds());
    }
}
