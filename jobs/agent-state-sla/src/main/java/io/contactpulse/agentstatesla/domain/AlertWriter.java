package io.contactpulse.agentstatesla.domain;

import io.contactpulse.schema.Alert;
import io.contactpulse.schema.AlertEvent;
import io.contactpulse.schema.AlertStatus;
import io.contactpulse.schema.Notification;
import io.contactpulse.schema.Publication;
import io.contactpulse.schema.TrackedAlert;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes one step of an alert down: as the row, as an entry of its history and, if the fence lets it, as a message. */
final class AlertWriter {
    static final String SOURCE = "agent-state-sla";

    private final Fence fence;

    AlertWriter(Fence fence) {
        this.fence = fence;
    }

    Transition write(
            TrackedAlert tracked,
            AlertStatus status,
            Optional<String> reason,
            AgentProfile agent,
            Instant at,
            Instant now) {
        Alert alert = row(tracked, status, reason, agent, at);
        Optional<String> heldBack = fence.holdsBack(status, at, now, tracked.getAnnounced());
        AlertEvent event = AlertEvent.newBuilder()
                .setAlertId(alert.getAlertId())
                .setSeq(alert.getSeq())
                .setStatus(status)
                .setLevel(alert.getLevel())
                .setAt(at)
                .setReason(reason.orElse(null))
                .setPublication(heldBack.isPresent() ? Publication.HELD_BACK : Publication.PUBLISHED)
                .setHeldBackBecause(heldBack.orElse(null))
                .build();
        Notification message = heldBack.isPresent() ? null : AlertMessage.of(alert, agent, at);
        return new Transition(alert, event, message);
    }

    private static Alert row(
            TrackedAlert tracked, AlertStatus status, Optional<String> reason, AgentProfile agent, Instant at) {
        return Alert.newBuilder()
                .setAlertId(tracked.getAlertId())
                .setVersion(tracked.getSeq())
                .setSeq(tracked.getSeq())
                .setSource(SOURCE)
                .setRuleId(tracked.getRuleId())
                .setRuleVersion(tracked.getRuleVersion())
                .setEntityType(tracked.getEntityType())
                .setAgentId(agent.agentId())
                .setContactId(tracked.getContactId())
                .setQueueId(tracked.getQueueId())
                .setTeam(agent.team().orElse(null))
                .setState(tracked.getState())
                .setCustomStatus(tracked.getCustomStatus())
                .setStateStart(tracked.getStateStart())
                .setLevel(tracked.getLevel())
                .setStatus(status)
                .setWarnAt(tracked.getWarnAt())
                .setCriticalAt(tracked.getCriticalAt())
                .setResolvedAt(status == AlertStatus.FIRING ? null : at)
                .setReason(reason.orElse(null))
                .setSuggestedAction(tracked.getSuggestedAction())
                .setEvidence(List.of())
                .build();
    }
}
