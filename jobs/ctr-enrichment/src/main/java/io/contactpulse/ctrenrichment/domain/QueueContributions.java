package io.contactpulse.ctrenrichment.domain;

import io.contactpulse.schema.ContactOutcome;
import io.contactpulse.schema.QueueContribution;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a leg adds to the queue and quarter hour that it entered. */
final class QueueContributions {
    private static final long QUARTER_HOUR = Duration.ofMinutes(15).toMillis();
    private static final String NO_CHANNEL = "UNKNOWN";

    private QueueContributions() {}

    static Optional<QueueContribution> of(Leg leg, Legs legs, CtrRules rules) {
        Optional<Instant> enqueuedAt = leg.record().getOptionalEnqueuedAt();
        if (!leg.wasQueued() || enqueuedAt.isEmpty()) {
            return Optional.empty();
        }
        ContactOutcome outcome = ContactOutcomes.of(leg, legs);
        long queueSeconds = leg.queueSeconds().orElse(0);
        return Optional.of(QueueContribution.newBuilder()
                .setQueueId(leg.record().getQueueId())
                .setChannel(leg.record().getOptionalChannel().orElse(NO_CHANNEL))
                .setIntervalStart(quarterOf(enqueuedAt.get()))
                .setContactId(leg.id())
                .setAt(Instant.EPOCH)
                .setRemoved(false)
                .setAnswered(leg.reachedAgent())
                .setAbandoned(outcome == ContactOutcome.ABANDONED_IN_QUEUE)
                .setShortAbandoned(Failures.isShortAbandon(leg, legs, rules))
                .setCallback(outcome == ContactOutcome.CALLBACK_REQUESTED)
                .setWithin(queueSeconds <= rules.serviceLevel().of(leg.record().getOptionalQueueId()))
                .setQueueSeconds(queueSeconds)
                .setHandleSeconds(leg.handleSeconds().orElse(0))
                .build());
    }

    private static Instant quarterOf(Instant time) {
        return Instant.ofEpochMilli(Math.floorDiv(time.toEpochMilli(), QUARTER_HOUR) * QUARTER_HOUR);
    }
}
