package io.contactpulse.ctrenrichment.domain;

import io.contactpulse.schema.ContactOutcome;
import java.util.List;
import java.util.Set;

/** How a contact ended. Without an agent, that is told by where it went on, which may be known only later. */
final class ContactOutcomes {
    private static final Set<String> NOT_REACHED = Set.of(
            "TELECOM_BUSY",
            "TELECOM_NUMBER_INVALID",
            "TELECOM_POTENTIAL_BLOCKING",
            "TELECOM_UNANSWERED",
            "TELECOM_TIMEOUT",
            "TELECOM_ORIGINATOR_CANCEL",
            "CUSTOMER_NEVER_ARRIVED",
            "OUTBOUND_DESTINATION_ENDPOINT_ERROR",
            "OUTBOUND_RESOURCE_ERROR",
            "OUTBOUND_ATTEMPT_FAILED");

    private ContactOutcomes() {}

    static ContactOutcome of(Leg leg, Legs legs) {
        if (leg.isBy("MONITOR") || leg.isBy(Leg.EXTERNAL_OUTBOUND)) {
            return ContactOutcome.OTHER;
        }
        if (leg.isBy("OUTBOUND") && isUnanswered(leg)) {
            return ContactOutcome.OUTBOUND_UNANSWERED;
        }
        if (leg.reachedAgent()) {
            return ContactOutcome.HANDLED;
        }
        return withoutAgent(leg, legs);
    }

    private static boolean isUnanswered(Leg leg) {
        boolean nobodySpoke = leg.record().getOptionalTalkSeconds().orElse(0) == 0;
        boolean neverConnected = leg.record().getOptionalConnectedToSystemAt().isEmpty();
        return NOT_REACHED.stream().anyMatch(leg::endedBy) || (neverConnected && nobodySpoke);
    }

    private static ContactOutcome withoutAgent(Leg leg, Legs legs) {
        List<Leg> children = legs.childrenOf(leg);
        if (children.stream().anyMatch(child -> child.isBy(Leg.CALLBACK))) {
            return ContactOutcome.CALLBACK_REQUESTED;
        }
        boolean wentOn = children.stream().anyMatch(child -> !child.isAside());
        if (wentOn || legs.isFollowedByUnseen(leg) || leg.record().getTransferredOut()) {
            return ContactOutcome.TRANSFERRED_BY_FLOW;
        }
        return leg.wasQueued() ? ContactOutcome.ABANDONED_IN_QUEUE : ContactOutcome.ENDED_IN_FLOW;
    }
}
