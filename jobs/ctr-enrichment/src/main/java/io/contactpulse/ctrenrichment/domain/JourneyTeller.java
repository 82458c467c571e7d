package io.contactpulse.ctrenrichment.domain;

import io.contactpulse.schema.JourneyFacts;
import io.contactpulse.schema.JourneyOutcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells of a journey what its legs say by an instant. Other journeys of the customer are not its matter. */
final class JourneyTeller {
    private final Legs legs;
    private final CtrRules rules;

    JourneyTeller(Legs legs, CtrRules rules) {
        this.legs = legs;
        this.rules = rules;
    }

    /** Revision and time of the facts are up to the caller. */
    JourneyFacts factsBy(Instant now) {
        List<Failure> failures = Failures.of(legs, rules);
        Timeline timeline = Timeline.of(legs.inOrder());
        String journeyId = Leg.journeyOf(legs.first().record());
        Optional<String> customerKey = customerKey();
        Optional<String> intent = intent();
        return JourneyFacts.newBuilder()
                .setGroupKey(customerKey
                        .flatMap(key -> intent.map(name -> key + "#" + name))
                        .orElse(journeyId))
                .setWithdrawn(false)
                .setRevision(0)
                .setAt(Instant.EPOCH)
                .setClearAt(clearAt())
                .setInstanceId(legs.first().record().getInstanceId())
                .setJourneyId(journeyId)
                .setCustomerKey(customerKey.orElse(null))
                .setIntent(intent.orElse(null))
                .setStartedAt(legs.first().start())
                .setEndedAt(latest(Leg::end))
                .setLegs(legs.inOrder().stream().map(Leg::id).collect(Collectors.toList()))
                .setSteps(timeline.steps())
                .setChannels(distinct(leg -> leg.record().getOptionalChannel()))
                .setQueues(distinct(leg -> leg.record().getOptionalQueueId()))
                .setHandleSeconds(handleSeconds())
                .setTransfers(
                        (int) legs.inOrder().stream().filter(Leg::isTransfer).count())
                .setOutcome(outcomeBy(now, timeline, failures))
                .setFailureCodes(failures.stream().map(Failure::code).collect(Collectors.toList()))
                .setEvidence(failures.stream().map(Failure::evidence).collect(Collectors.toList()))
                .setRepeats(0)
                .build();
    }

    /** When the next announced leg is given up, if any is waited for after that instant. */
    Optional<Instant> nextChangeAfter(Instant now) {
        return legs.waitingUntil(rules).filter(now::isBefore).min(Comparator.naturalOrder());
    }

    Instant clearAt() {
        return latest(Leg::completion).plus(rules.retention());
    }

    private JourneyOutcome outcomeBy(Instant now, Timeline timeline, List<Failure> failures) {
        if (nextChangeAfter(now).isPresent()) {
            return JourneyOutcome.OPEN;
        }
        if (legs.last().reachedAgent()) {
            return JourneyOutcome.HANDLED;
        }
        if (timeline.isServed()) {
            return JourneyOutcome.RESOLVED_SELF_SERVICE;
        }
        if (Failures.isShortAbandon(legs.last(), legs, rules)) {
            return JourneyOutcome.ABANDONED_SHORT;
        }
        return failures.isEmpty() ? JourneyOutcome.ENDED_IN_FLOW : JourneyOutcome.FAILED;
    }

    /** A third party's endpoint is not the customer's; and a deletion is not undone by what a copy still says. */
    private Optional<String> customerKey() {
        boolean isDeleted = legs.inOrder().stream()
                .map(Leg::record)
                .anyMatch(record ->
                        record.getRedacted() && record.getOptionalCustomerKey().isEmpty());
        if (isDeleted) {
            return Optional.empty();
        }
        return legs.inOrder().stream()
                .filter(leg -> !leg.isBy(Leg.EXTERNAL_OUTBOUND))
                .flatMap(leg -> leg.record().getOptionalCustomerKey().stream())
                .findFirst();
    }

    private Optional<String> intent() {
        return first(leg -> leg.record().getOptionalJourneyName())
                .or(() -> first(leg -> leg.record().getOptionalQueueId()));
    }

    private long handleSeconds() {
        return legs.inOrder().stream()
                .mapToLong(leg -> leg.handleSeconds().orElse(0))
                .sum();
    }

    private Instant latest(Function<Leg, Instant> time) {
        return legs.inOrder().stream().map(time).max(Comparator.naturalOrder()).orElseThrow();
    }

    private Optional<String> first(Function<Leg, Optional<String>> value) {
        return legs.inOrder().stream().flatMap(leg -> value.apply(leg).stream()).findFirst();
    }

    private List<String> distinct(Function<Leg, Optional<String>> value) {
        return legs.inOrder().stream()
                .flatMap(leg -> value.apply(leg).stream())
                .distinct()
                .collect(Collectors.toList());
    }
}
