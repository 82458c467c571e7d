package io.contactpulse.ctrenrichment.domain;

import io.contactpulse.schema.ContactRow;
import io.contactpulse.schema.JourneyFacts;
import io.contactpulse.schema.QueueContribution;
import io.contactpulse.schema.TrackedJourney;
import io.contactpulse.schema.TrackedLeg;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The difference between a journey before and after: rows to restate, contributions to exchange, facts to tell anew. */
final class JourneyChanges {
    private final Optional<TrackedJourney> before;
    private final List<TrackedLeg> after;
    private final CtrRules rules;

    JourneyChanges(Optional<TrackedJourney> before, List<TrackedLeg> after, CtrRules rules) {
        this.before = before;
        this.after = after;
        this.rules = rules;
    }

    static Legs legs(List<TrackedLeg> tracked) {
        return Legs.of(tracked.stream().map(TrackedLeg::getRecord).collect(Collectors.toList()));
    }

    /** What is true by {@code asOf}, because of something that happened {@code at}. */
    Told until(Instant asOf, Instant at) {
        Optional<Legs> old = before.map(journey -> legs(journey.getLegs()));
        Legs now = legs(after);
        List<ContactRow> rows = rows(old, now, at);
        List<JourneyFacts> facts = facts(old, now, asOf, at);
        TrackedJourney journey = TrackedJourney.newBuilder()
                .setLegs(versioned(rows))
                .setAsOf(asOf)
                .setRevision(facts.isEmpty() ? revision() : facts.get(0).getRevision())
                .build();
        return new Told(journey, rows, contributions(old, now, at), facts);
    }

    private List<ContactRow> rows(Optional<Legs> old, Legs now, Instant at) {
        Map<String, ContactRow> known = new TreeMap<>();
        old.ifPresent(legs -> legs.inOrder().forEach(leg -> known.put(leg.id(), ContactRows.of(leg, legs, rules, 0))));
        List<ContactRow> rows = new ArrayList<>();
        for (TrackedLeg tracked : after) {
            Leg leg = now.get(tracked.getRecord().getContactId());
            ContactRow row = ContactRows.of(leg, now, rules, 0);
            if (!row.equals(known.get(leg.id()))) {
                long version = Math.max(tracked.getVersion() + 1, at.toEpochMilli());
                rows.add(ContactRow.newBuilder(row).setVersion(version).build());
            }
        }
        return rows;
    }

    private List<TrackedLeg> versioned(List<ContactRow> rows) {
        Map<String, Long> versions =
                rows.stream().collect(Collectors.toMap(ContactRow::getContactId, ContactRow::getVersion));
        return after.stream()
                .map(leg -> TrackedLeg.newBuilder(leg)
                        .setVersion(versions.getOrDefault(leg.getRecord().getContactId(), leg.getVersion()))
                        .build())
                .collect(Collectors.toList());
    }

    private List<QueueContribution> contributions(Optional<Legs> old, Legs now, Instant at) {
        Map<String, QueueContribution> known = new TreeMap<>();
        old.ifPresent(legs -> known.putAll(contributions(legs)));
        Map<String, QueueContribution> current = contributions(now);
        List<QueueContribution> changes = new ArrayList<>();
        known.forEach((contactId, contribution) -> {
            if (!isInPlaceOf(contribution, Optional.ofNullable(current.get(contactId)))) {
                changes.add(QueueContribution.newBuilder(contribution)
                        .setRemoved(true)
                        .setAt(at)
                        .build());
            }
        });
        current.forEach((contactId, contribution) -> {
            if (!contribution.equals(known.get(contactId))) {
                changes.add(QueueContribution.newBuilder(contribution).setAt(at).build());
            }
        });
        return changes;
    }

    private Map<String, QueueContribution> contributions(Legs legs) {
        Map<String, QueueContribution> contributions = new TreeMap<>();
        legs.inOrder()
                .forEach(leg -> QueueContributions.of(leg, legs, rules)
                        .ifPresent(contribution -> contributions.put(leg.id(), contribution)));
        return contributions;
    }

    private static boolean isInPlaceOf(QueueContribution old, Optional<QueueContribution> current) {
        return current.filter(now -> now.getQueueId().equals(old.getQueueId())
                        && now.getChannel().equals(old.getChannel())
                        && now.getIntervalStart().equals(old.getIntervalStart()))
                .isPresent();
    }

    private List<JourneyFacts> facts(Optional<Legs> old, Legs now, Instant asOf, Instant at) {
        Optional<JourneyFacts> known = old.map(
                legs -> new JourneyTeller(legs, rules).factsBy(before.get().getAsOf()));
        JourneyFacts current = new JourneyTeller(now, rules).factsBy(asOf);
        if (known.filter(current::equals).isPresent()) {
            return List.of();
        }
        List<JourneyFacts> facts = new ArrayList<>();
        known.filter(told -> !told.getGroupKey().equals(current.getGroupKey()))
                .ifPresent(told -> facts.add(told(JourneyFacts.newBuilder(told).setWithdrawn(true), at)));
        facts.add(told(JourneyFacts.newBuilder(current), at));
        return facts;
    }

    private JourneyFacts told(JourneyFacts.Builder facts, Instant at) {
        return facts.setRevision(revision() + 1).setAt(at).build();
    }

    private long revision() {
        return before.map(TrackedJourney::getRevision).orElse(0L);
    }
}
