package io.contactpulse.agentstatesla.domain.desk;

import io.contactpulse.schema.AgentKind;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.AlertEntityType;
import io.contactpulse.schema.AlertLevel;
import io.contactpulse.schema.AlertSignal;
import io.contactpulse.schema.AlertSubject;
import io.contactpulse.schema.CauseKind;
import io.contactpulse.schema.DeskAlert;
import io.contactpulse.schema.DeskCause;
import io.contactpulse.schema.DeskCauseEntry;
import io.contactpulse.schema.DeskIncident;
import io.contactpulse.schema.SignalType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Puts an incident into the form of an alert. */
final class IncidentAlerts {
    private static final String RULE = "storm";

    private final Desk desk;

    IncidentAlerts(Desk desk) {
        this.desk = desk;
    }

    /** No alert is part of it yet. */
    DeskIncident incident(DeskCause counted, Instant start, Instant at) {
        String name = counted.getKind() + " " + counted.getValue();
        TreeSet<AgentState> states = new TreeSet<>();
        TreeSet<String> rules = new TreeSet<>();
        for (DeskCauseEntry entry : counted.getEntries()) {
            entry.getOptionalRuleId().ifPresentOrElse(rules::add, () -> states.add(entry.getState()));
        }
        return DeskIncident.newBuilder()
                .setIncidentId(Ids.alertId(desk.instanceId(), RULE, name, start))
                .setKind(counted.getKind())
                .setValue(counted.getValue())
                .setStartedAt(start)
                .setOpenedAt(at)
                .setLastEntryAt(at)
                .setAgents((int) agents(counted))
                .setOpenAlerts(0)
                .setStates(List.copyOf(states))
                .setRules(List.copyOf(rules))
                .build();
    }

    private static long agents(DeskCause cause) {
        return cause.getEntries().stream()
                .map(DeskCauseEntry::getOptionalAgentId)
                .flatMap(Optional::stream)
                .distinct()
                .count();
    }

    DeskAlert alert(DeskIncident incident, Instant start) {
        String name = incident.getKind() + " " + incident.getValue();
        AlertSignal signal = AlertSignal.newBuilder()
                .setType(SignalType.RAISED)
                .setAt(incident.getOpenedAt())
                .setAlertId(incident.getIncidentId())
                .setInstanceId(desk.instanceId())
                .setRuleId(RULE)
                .setRuleVersion(version())
                .setMeasure(RULE)
                .setEntityType(AlertEntityType.INCIDENT)
                .setEntity(name)
                .setSubject(subject(incident))
                .setState(only(incident.getStates()))
                .setStateStart(start)
                .setLevel(AlertLevel.CRITICAL)
                .setCriticalAt(incident.getOpenedAt())
                .setThreshold((long) desk.settings().stormAlerts())
                .setReason(name)
                .setEvidence(evidence(incident))
                .setSeq(1)
                .setAnnounced(false)
                .build();
        return Breaches.begin(signal, 0);
    }

    /** The alert with what the incident has come to be. */
    DeskAlert told(DeskAlert alert, DeskIncident incident) {
        return DeskAlert.newBuilder(alert)
                .setSignal(AlertSignal.newBuilder(alert.getSignal())
                        .setEvidence(evidence(incident))
                        .build())
                .build();
    }

    private String version() {
        return Ids.version(
                RULE,
                Integer.toString(desk.settings().stormAlerts()),
                desk.settings().stormWithin().toString());
    }

    private static AlertSubject subject(DeskIncident incident) {
        AlertSubject.Builder subject = AlertSubject.newBuilder().setAgentKind(AgentKind.UNKNOWN);
        if (incident.getKind() == CauseKind.QUEUE) {
            subject.setQueueName(incident.getValue());
        }
        if (incident.getKind() == CauseKind.ROUTING_PROFILE) {
            subject.setRoutingProfile(incident.getValue());
        }
        if (incident.getKind() == CauseKind.SITE) {
            subject.setSite(incident.getValue());
        }
        return subject.build();
    }

    private static AgentState only(List<AgentState> states) {
        return states.size() == 1 ? states.get(0) : AgentState.UNKNOWN;
    }

    private static List<String> evidence(DeskIncident incident) {
        String states = incident.getStates().stream().map(AgentState::name).collect(Collectors.joining(", "));
        return List.of(
                "cause: " + incident.getKind() + " " + incident.getValue(),
                "agents: " + incident.getAgents(),
                "states: " + states,
                "rules: " + String.join(", ", incident.getRules()));
    }
}
