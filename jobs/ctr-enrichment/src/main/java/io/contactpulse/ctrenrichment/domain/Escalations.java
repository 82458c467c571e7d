package io.contactpulse.ctrenrichment.domain;

import io.contactpulse.schema.Escalation;
import io.contactpulse.schema.EscalationPriority;
import io.contactpulse.schema.EscalationStatus;
import io.contactpulse.schema.FailureCode;
import io.contactpulse.schema.Journey;
import io.contactpulse.schema.JourneyOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The one escalation of a journey: opened by its failure, retracted when it turns out to be none. */
final class Escalations {
    private static final int MANY_CODES = 3;
    private static final Set<FailureCode> URGENT = Set.of(FailureCode.REPEAT_CONTACT, FailureCode.SYSTEM_FAILURE);
    private static final Set<FailureCode> HARMLESS =
            Set.of(FailureCode.IVR_ABANDONED, FailureCode.INPUT_FAILED, FailureCode.STEP_LOOP);

    private Escalations() {}

    /** Empty when there is nothing to escalate and never was. */
    static Optional<Escalation> of(Journey journey, Optional<Escalation> before) {
        if (journey.getOutcome() == JourneyOutcome.FAILED) {
            return Optional.of(opened(journey, before));
        }
        return before.map(escalation -> retracted(journey, escalation));
    }

    private static Escalation opened(Journey journey, Optional<Escalation> before) {
        EscalationPriority priority = priority(journey.getFailureCodes());
        return Escalation.newBuilder()
                .setEscalationId(before.map(Escalation::getEscalationId).orElseGet(() -> idOf(journey)))
                .setVersion(journey.getVersion())
                .setSeq(seq(before, EscalationStatus.OPEN))
                .setInstanceId(journey.getInstanceId())
                .setJourneyId(journey.getJourneyId())
                .setCustomerKey(journey.getCustomerKey())
                .setStatus(EscalationStatus.OPEN)
                .setCodes(journey.getFailureCodes())
                .setEvidence(journey.getEvidence())
                .setPriority(priority)
                .setOpenedAt(journey.getEndedAt())
                .setDueAt(journey.getEndedAt().plus(timeFor(priority)))
                .build();
    }

    private static Escalation retracted(Journey journey, Escalation before) {
        return Escalation.newBuilder(before)
                .setVersion(journey.getVersion())
                .setSeq(seq(Optional.of(before), EscalationStatus.RETRACTED))
                .setCustomerKey(journey.getCustomerKey())
                .setStatus(EscalationStatus.RETRACTED)
                .setCodes(journey.getFailureCodes())
                .setEvidence(journey.getEvidence())
                .setRetractedReason("a later record shows that the journey is " + journey.getOutcome())
                .build();
    }

    private static int seq(Optional<Escalation> before, EscalationStatus status) {
        return before.map(escalation -> escalation.getSeq() + (escalation.getStatus() == status ? 0 : 1))
                .orElse(1);
    }

    private static String idOf(Journey journey) {
        return Hashes.sha256(journey.getOptionalInstanceId().orElse(""), journey.getJourneyId());
    }

    private static EscalationPriority priority(List<FailureCode> codes) {
        if (codes.size() >= MANY_CODES || codes.stream().anyMatch(URGENT::contains)) {
            return EscalationPriority.HIGH;
        }
        return HARMLESS.containsAll(codes) ? EscalationPriority.LOW : EscalationPriority.MEDIUM;
    }

    private static Duration timeFor(EscalationPriority priority) {
        switch (priority) {
            case HIGH:
                return Duration.ofHours(1);
            case MEDIUM:
                return Duration.ofHours(4);
            case LOW:
            case UNKNOWN:
                return Duration.ofHours(24);
        }
        throw new IllegalStateException("unhandled " + priority);
    }
}
