package io.contactpulse.ctrenrichment.domain;

import io.contactpulse.ctrenrichment.recorded.Ctr;
import io.contactpulse.ctrenrichment.wire.Decoded;
import io.contactpulse.schema.ConcludedJourney;
import io.contactpulse.schema.ContactRecord;
import io.contactpulse.schema.ContactRow;
import io.contactpulse.schema.Escalation;
import io.contactpulse.schema.FailureCode;
import io.contactpulse.schema.Journey;
import io.contactpulse.schema.JourneyFacts;
import io.contactpulse.schema.Notification;
import io.contactpulse.schema.QueueContribution;
import io.contactpulse.schema.TrackedJourney;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Runs the rules over one journey's records as they are given, and remembers everything that was told. */
final class Story {
    private final JourneyTracker tracker = JourneyTracker.of(CtrRules.defaults());
    private final JourneyConcluder concluder = JourneyConcluder.of(Fence.of(Duration.ofMinutes(10)));

    private Optional<TrackedJourney> journey = Optional.empty();
    private Optional<ConcludedJourney> concluded = Optional.empty();

    final Map<String, ContactRow> contacts = new TreeMap<>();
    final Map<String, QueueContribution> queues = new LinkedHashMap<>();
    final List<Journey> journeys = new ArrayList<>();
    final List<Escalation> escalations = new ArrayList<>();
    final List<Notification> messages = new ArrayList<>();

    static Story of(Ctr... records) {
        Story story = new Story();
        for (Ctr record : records) {
            story.add(record);
        }
        return story;
    }

    Story add(Ctr record) {
        ContactRecord read = Decoded.one(record.json());
        switch (tracker.judge(journey, read, Instant.MIN)) {
            case NEW -> take(tracker.apply(journey, List.of(read)));
            case LATE -> contacts.put(read.getContactId(), tracker.rowOf(read));
            case OLD -> {
                // Says nothing.
            }
        }
        return this;
    }

    /** Lets time pass until then, as timers would. */
    Story until(Instant time) {
        while (journey.filter(known -> tracker.isDue(known, time)).isPresent()) {
            take(tracker.settle(journey.get(), tracker.nextChange(journey.get()).orElseThrow()));
        }
        return this;
    }

    ContactRow contact(String contactId) {
        return Objects.requireNonNull(contacts.get(contactId), contactId);
    }

    QueueContribution queue(String contactId) {
        return Objects.requireNonNull(queues.get(contactId), contactId);
    }

    Journey journey() {
        return journeys.get(journeys.size() - 1);
    }

    List<FailureCode> codes() {
        return journey().getFailureCodes();
    }

    Escalation escalation() {
        return escalations.get(escalations.size() - 1);
    }

    private void take(Told told) {
        journey = Optional.of(told.journey());
        told.rows().forEach(row -> contacts.put(row.getContactId(), row));
        told.contributions().forEach(change -> {
            if (change.getRemoved()) {
                queues.remove(change.getContactId());
            } else {
                queues.put(change.getContactId(), change);
            }
        });
        told.facts().stream().filter(facts -> !facts.getWithdrawn()).forEach(this::conclude);
    }

    private void conclude(JourneyFacts facts) {
        Conclusion conclusion = concluder.apply(concluded, facts, facts.getAt());
        concluded = Optional.of(conclusion.state());
        conclusion.journey().ifPresent(journeys::add);
        conclusion.escalation().ifPresent(escalations::add);
        conclusion.message().ifPresent(messages::add);
    }
}
