package io.contactpulse.agentstatesla.wire;

import io.contactpulse.jobruntime.decode.KeyText;
import io.contactpulse.jobruntime.decode.Unreadable;
import io.contactpulse.schema.AgentEvent;
import io.contactpulse.schema.AgentEventType;
import io.contactpulse.schema.AgentKind;
import io.contactpulse.schema.AgentSnapshot;
import io.contactpulse.schema.AgentStateChange;
import io.contactpulse.schema.AgentStatusType;
import io.contactpulse.schema.AiActivity;
import io.contactpulse.schema.RawRecord;
import java.util.List;

/**
 * Makes an AI agent look like a person with a status: idle is Available, an error is Error, and every step of its work is
 * a custom status of that name. So one engine watches both, and a rule can time a single step.
 */
final class AiAgentEvent {
    private AiAgentEvent() {}

    static AgentEvent of(RawRecord record, AgentStateChange change) throws Unreadable {
        String agentArn = KeyText.checked("agentArn", change.getAgentArn());
        String instanceArn = KeyText.checked("instanceArn", change.getInstanceArn());
        return AgentEvent.newBuilder()
                .setEventId(KeyText.checked("eventId", change.getEventId()))
                .setEventType(AgentEventType.STATE_CHANGE)
                .setAt(change.getAt())
                .setArrivedAt(record.getArrivedAt())
                .setAgentId(Arn.lastSegment(agentArn))
                .setAgentArn(agentArn)
                .setInstanceId(Arn.lastSegment(instanceArn))
                .setAgentKind(AgentKind.AI)
                .setSnapshot(snapshot(change))
                .build();
    }

    private static AgentSnapshot snapshot(AgentStateChange change) {
        return AgentSnapshot.newBuilder()
                .setTeam(change.getTeam())
                .setRoutingProfile(change.getRoutingProfile())
                .setStatusName(statusName(change.getActivity()))
                .setStatusType(statusType(change.getActivity()))
                .setStatusStartedAt(change.getAt())
                .setContacts(List.of())
                .build();
    }

    private static AgentStatusType statusType(AiActivity activity) {
        return activity == AiActivity.IDLE ? AgentStatusType.ROUTABLE : AgentStatusType.CUSTOM;
    }

    private static String statusName(AiActivity activity) {
        switch (activity) {
            case IDLE:
                return "Available";
            case PROCESSING:
                return "Processing";
            case QUERYING_KB:
                return "QueryingKB";
            case ANALYZING:
                return "Analyzing";
            case GENERATING:
                return "Generating";
            case VALIDATING:
                return "Validating";
            case RESPONDING:
                return "Responding";
            case ERROR:
                return "Error";
            case UNKNOWN:
                return "Unknown";
        }
        throw new IllegalStateException("unhandled " + activity);
    }
}
