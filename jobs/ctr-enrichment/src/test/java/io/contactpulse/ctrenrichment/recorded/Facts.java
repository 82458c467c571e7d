package io.contactpulse.ctrenrichment.recorded;

import io.contactpulse.schema.FailureCode;
import io.contactpulse.schema.JourneyFacts;
import io.contactpulse.schema.JourneyOutcome;
import java.util.List;

/** Facts of a journey of one customer who wants one thing: it ended without failure. Times are seconds after nine. */
public final class Facts {
    private static final long RETENTION = 8 * 24 * 3600;

    private Facts() {}

    public static JourneyFacts journey(String id, long start) {
        return journey(id, start, start + 100);
    }

    public static JourneyFacts journey(String id, long start, long told) {
        return JourneyFacts.newBuilder()
                .setGroupKey("k1_x#booking")
                .setWithdrawn(false)
                .setRevision(1)
                .setAt(Ctr.at(told))
                .setClearAt(Ctr.at(start + RETENTION))
                .setInstanceId("i-1")
                .setJourneyId(id)
                .setCustomerKey("k1_x")
                .setIntent("booking")
                .setStartedAt(Ctr.at(start))
                .setEndedAt(Ctr.at(start + 50))
                .setLegs(List.of(id))
                .setSteps(List.of())
                .setChannels(List.of("VOICE"))
                .setQueues(List.of())
                .setHandleSeconds(0)
                .setTransfers(0)
                .setOutcome(JourneyOutcome.ENDED_IN_FLOW)
                .setFailureCodes(List.of())
                .setEvidence(List.of())
                .setRepeats(0)
                .build();
    }

    public static JourneyFacts failed(JourneyFacts facts, FailureCode code) {
        return JourneyFacts.newBuilder(facts)
                .setOutcome(JourneyOutcome.FAILED)
                .setFailureCodes(List.of(code))
                .setEvidence(List.of("because"))
                .build();
    }
}
