package io.contactpulse.ctrenrichment.domain;

import io.contactpulse.schema.FailureCode;
import io.contactpulse.schema.Journey;
import io.contactpulse.schema.JourneyEffort;
import io.contactpulse.schema.JourneyFacts;
import io.contactpulse.schema.JourneyOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes the journeys row of facts; that it repeats another journey is one more thing that went wrong. */
final class JourneyRows {
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private JourneyRows() {}

    static Journey of(JourneyFacts facts, long version) {
        return Journey.newBuilder()
                .setJourneyId(facts.getJourneyId())
                .setVersion(version)
                .setInstanceId(facts.getInstanceId())
                .setCustomerKey(facts.getCustomerKey())
                .setIntent(facts.getIntent())
                .setStartedAt(facts.getStartedAt())
                .setEndedAt(facts.getEndedAt())
                .setLegs(facts.getLegs())
                .setSteps(facts.getSteps())
                .setChannels(facts.getChannels())
                .setQueues(facts.getQueues())
                .setHandleSeconds(facts.getHandleSeconds())
                .setOutcome(outcome(facts))
                .setFailureCodes(codes(facts))
                .setEvidence(evidence(facts))
                .setRepeatOf(facts.getRepeatOf())
                .setEffort(effort(facts))
                .build();
    }

    private static JourneyOutcome outcome(JourneyFacts facts) {
        boolean onlyEnded = facts.getOutcome() == JourneyOutcome.ENDED_IN_FLOW;
        return onlyEnded && facts.getOptionalRepeatOf().isPresent() ? JourneyOutcome.FAILED : facts.getOutcome();
    }

    private static List<FailureCode> codes(JourneyFacts facts) {
        List<FailureCode> codes = new ArrayList<>(facts.getFailureCodes());
        facts.getOptionalRepeatOf().ifPresent(earlier -> codes.add(repeatPosition(facts), FailureCode.REPEAT_CONTACT));
        return codes;
    }

    private static List<String> evidence(JourneyFacts facts) {
        List<String> evidence = new ArrayList<>(facts.getEvidence());
        facts.getOptionalRepeatOf()
                .ifPresent(earlier -> evidence.add(
                        repeatPosition(facts),
                        "try number " + (facts.getRepeats() + 1) + ", after journey " + earlier + ", for "
                                + facts.getIntent()));
        return evidence;
    }

    /** Codes stand in the order in which they are declared. */
    private static int repeatPosition(JourneyFacts facts) {
        return (int) facts.getFailureCodes().stream()
                .filter(code -> code.compareTo(FailureCode.REPEAT_CONTACT) < 0)
                .count();
    }

    private static JourneyEffort effort(JourneyFacts facts) {
        long millis = Duration.between(facts.getStartedAt(), facts.getEndedAt()).toMillis();
        return JourneyEffort.newBuilder()
                .setContacts(facts.getLegs().size())
                .setTransfers(facts.getTransfers())
                .setRepeats(facts.getRepeats())
                .setMinutes(Math.max(0, (millis + MINUTE - 1) / MINUTE))
                .build();
    }
}
