package io.contactpulse.ctrenrichment.wire;

import java.io.Serializable;
import java.util.Set;
import java.util.TreeSet;

/** Which contact attributes mean something: customers name them as they like. All others stay outside. */
public final class RecordNames implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String journeyName;
    private final String journeySteps;
    private final String csat;
    private final TreeSet<String> allowed;

    private RecordNames(String journeyName, String journeySteps, String csat, Set<String> allowed) {
        this.journeyName = journeyName;
        this.journeySteps = journeySteps;
        this.csat = csat;
        this.allowed = new TreeSet<>(allowed);
    }

    public static RecordNames of(String journeyName, String journeySteps, String csat, Set<String> allowed) {
        return new RecordNames(journeyName, journeySteps, csat, allowed);
    }

    public static RecordNames defaults() {
        return of("journey.name", "journey.steps", "csat", Set.of());
    }

    boolean isJourneyName(String attribute) {
        return attribute.equals(journeyName);
    }

    boolean isJourneySteps(String attribute) {
        return attribute.equals(journeySteps);
    }

    boolean isCsat(String attribute) {
        return attribute.equals(csat);
    }

    boolean isAllowed(String attribute) {
        return allowed.contains(attribute);
    }
}
