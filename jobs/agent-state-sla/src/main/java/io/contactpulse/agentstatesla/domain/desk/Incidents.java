package io.contactpulse.agentstatesla.domain.desk;

import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.DeskAlert;
import io.contactpulse.schema.DeskCauseEntry;
import io.contactpulse.schema.DeskDueKind;
import io.contactpulse.schema.DeskIncident;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The incidents that are not over, and who is part of them. */
final class Incidents {
    private static final Comparator<DeskIncident> OLDEST_FIRST =
            Comparator.comparing(DeskIncident::getOpenedAt).thenComparing(DeskIncident::getIncidentId);

    private final Desk desk;

    Incidents(Desk desk) {
        this.desk = desk;
    }

    Optional<DeskIncident> find(String incidentId) {
        return desk.memory().incidents().find(incidentId);
    }

    List<DeskIncident> all() {
        Shelf<DeskIncident> incidents = desk.memory().incidents();
        return incidents.isEmpty()
                ? List.of()
                : incidents.all().values().stream().sorted(OLDEST_FIRST).collect(Collectors.toList());
    }

    void open(DeskIncident incident, List<DeskCauseEntry> counted) {
        desk.memory().incidents().put(incident.getIncidentId(), incident);
        counted.forEach(entry -> entry.getOptionalAgentId().ifPresent(agent -> addMember(incident, agent)));
        planEnd(incident, afterQuiet(incident));
    }

    /** Whether it has the cause, while that is still active. */
    boolean covers(DeskIncident incident, DeskCauseEntry entry, Causes causes) {
        return causes.has(incident) && !entry.getAt().isAfter(quietSince(incident));
    }

    /** Whether it is an alert of one of the agents, about a state that began while the cause was active. */
    boolean hasPartIn(DeskIncident incident, DeskCauseEntry entry) {
        Instant earliest = incident.getStartedAt().minus(desk.settings().stormWithin());
        boolean began = entry.getOptionalSince()
                .filter(since -> !since.isBefore(earliest) && !since.isAfter(quietSince(incident)))
                .isPresent();
        return began
                && entry.getOptionalAgentId()
                        .filter(agent -> isMember(incident, agent))
                        .isPresent();
    }

    /** One more with its cause. */
    void extend(DeskIncident incident, DeskCauseEntry entry) {
        boolean newAgent = entry.getOptionalAgentId()
                .filter(agent -> !isMember(incident, agent))
                .isPresent();
        entry.getOptionalAgentId().ifPresent(agent -> addMember(incident, agent));
        TreeSet<AgentState> states = new TreeSet<>(incident.getStates());
        if (entry.getOptionalAlertId().isEmpty()) {
            states.add(entry.getState());
        }
        Instant last = incident.getLastEntryAt();
        put(DeskIncident.newBuilder(incident)
                .setAgents(incident.getAgents() + (newAgent ? 1 : 0))
                .setStates(List.copyOf(states))
                .setLastEntryAt(entry.getAt().isAfter(last) ? entry.getAt() : last)
                .build());
    }

    void alertJoined(String incidentId, String ruleId) {
        find(incidentId).ifPresent(incident -> {
            TreeSet<String> rules = new TreeSet<>(incident.getRules());
            rules.add(ruleId);
            put(DeskIncident.newBuilder(incident)
                    .setRules(List.copyOf(rules))
                    .setOpenAlerts(incident.getOpenAlerts() + 1)
                    .build());
        });
    }

    void alertEnded(DeskAlert alert, Instant at, Moment moment) {
        alert.getOptionalIncidentId().flatMap(this::find).ifPresent(incident -> {
            Instant last = incident.getOptionalLastEndAt().orElse(at);
            DeskIncident left = DeskIncident.newBuilder(incident)
                    .setOpenAlerts(incident.getOpenAlerts() - 1)
                    .setLastEndAt(at.isAfter(last) ? at : last)
                    .build();
            put(left);
            planEnd(left, moment.orLater(afterQuiet(left)));
        });
    }

    void planEnd(DeskIncident incident, Instant at) {
        if (incident.getOpenAlerts() == 0) {
            desk.agenda().plan(DeskDueKind.INCIDENT, incident.getIncidentId(), at);
        }
    }

    /** From then on the cause counts as gone, if nothing more happens; what happens just then still belongs to it. */
    Instant quietSince(DeskIncident incident) {
        return incident.getLastEntryAt().plus(desk.settings().stormWithin());
    }

    Instant afterQuiet(DeskIncident incident) {
        return quietSince(incident).plusMillis(1);
    }

    void close(DeskIncident incident) {
        desk.memory().incidents().remove(incident.getIncidentId());
        String prefix = memberKey(incident, "");
        desk.memory().members().all().keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .forEach(key -> desk.memory().members().remove(key));
    }

    private void put(DeskIncident incident) {
        desk.memory().incidents().put(incident.getIncidentId(), incident);
    }

    private boolean isMember(DeskIncident incident, String agentId) {
        return desk.memory().members().find(memberKey(incident, agentId)).isPresent();
    }

    private void addMember(DeskIncident incident, String agentId) {
        desk.memory().members().put(memberKey(incident, agentId), true);
    }

    private static String memberKey(DeskIncident incident, String agentId) {
        return incident.getIncidentId() + " " + agentId;
    }
}
