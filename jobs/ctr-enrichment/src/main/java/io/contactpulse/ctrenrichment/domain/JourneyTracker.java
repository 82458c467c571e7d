package io.contactpulse.ctrenrichment.domain;

import io.contactpulse.schema.ContactRecord;
import io.contactpulse.schema.ContactRow;
import io.contactpulse.schema.TrackedJourney;
import io.contactpulse.schema.TrackedLeg;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Follows one journey: takes in records of its legs and the passing of time, and tells what changed by comparing what can
 * be said before and after. Remembers nothing but the newest record of each leg.
 */
public final class JourneyTracker implements Serializable {
    private static final long serialVersionUID = 1L;

    private final CtrRules rules;

    private JourneyTracker(CtrRules rules) {
        this.rules = rules;
    }

    public static JourneyTracker of(CtrRules rules) {
        return new JourneyTracker(rules);
    }

    /** In which records are applied: by time, then contact, the truth of one contact last. */
    public static Comparator<ContactRecord> order() {
        return Newest.ORDER;
    }

    /** What a record means to what is known of its contact. */
    public enum Verdict {
        NEW,
        OLD,
        /** So long after the contact that what it contributed to is closed. */
        LATE
    }

    /** Judges by the record's own times and the clock, whether state happens to be there or not. */
    public Verdict judge(Optional<TrackedJourney> journey, ContactRecord record, Instant clock) {
        Instant now = clock.isAfter(record.getLastUpdatedAt()) ? clock : record.getLastUpdatedAt();
        if (now.isAfter(new Leg(record).completion().plus(rules.retention()))) {
            return Verdict.LATE;
        }
        boolean isOld = journey.stream()
                .flatMap(tracked -> tracked.getLegs().stream())
                .map(TrackedLeg::getRecord)
                .filter(known -> known.getContactId().equals(record.getContactId()))
                .anyMatch(known -> !Newest.replaces(known, record));
        return isOld ? Verdict.OLD : Verdict.NEW;
    }

    /** The row of a record that came too late to change anything else. */
    public ContactRow rowOf(ContactRecord late) {
        Legs alone = Legs.of(List.of(late));
        return ContactRows.of(
                alone.first(), alone, rules, late.getLastUpdatedAt().toEpochMilli());
    }

    /** Takes in records that were judged to be new, in order. */
    public Told apply(Optional<TrackedJourney> journey, List<ContactRecord> records) {
        TreeMap<String, TrackedLeg> legs = new TreeMap<>();
        journey.ifPresent(known -> known.getLegs().forEach(leg -> legs.put(idOf(leg), leg)));
        Instant at = Instant.MIN;
        for (ContactRecord record : records) {
            long version = Optional.ofNullable(legs.get(record.getContactId()))
                    .map(TrackedLeg::getVersion)
                    .orElse(0L);
            legs.put(record.getContactId(), leg(record, version));
            at = later(at, record.getLastUpdatedAt());
        }
        Instant asOf = later(at, journey.map(TrackedJourney::getAsOf).orElse(at));
        return changes(journey, new ArrayList<>(legs.values())).until(asOf, at);
    }

    /** Lets time pass. */
    public Told settle(TrackedJourney journey, Instant now) {
        return changes(Optional.of(journey), journey.getLegs()).until(later(now, journey.getAsOf()), now);
    }

    /** Whether the mere passing of time until then changes the journey. */
    public boolean isDue(TrackedJourney journey, Instant time) {
        return nextChange(journey).filter(due -> !due.isAfter(time)).isPresent();
    }

    /** When to look again, if that makes a difference before the journey is forgotten. */
    public Optional<Instant> nextChange(TrackedJourney journey) {
        return teller(journey).nextChangeAfter(journey.getAsOf());
    }

    /** When nothing about the journey can change any more. */
    public Instant clearAt(TrackedJourney journey) {
        return teller(journey).clearAt();
    }

    private JourneyTeller teller(TrackedJourney journey) {
        return new JourneyTeller(JourneyChanges.legs(journey.getLegs()), rules);
    }

    private JourneyChanges changes(Optional<TrackedJourney> before, List<TrackedLeg> after) {
        return new JourneyChanges(before, after, rules);
    }

    private static TrackedLeg leg(ContactRecord record, long version) {
        return TrackedLeg.newBuilder().setRecord(record).setVersion(version).build();
    }

    private static String idOf(TrackedLeg leg) {
        return leg.getRecord().getContactId();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
