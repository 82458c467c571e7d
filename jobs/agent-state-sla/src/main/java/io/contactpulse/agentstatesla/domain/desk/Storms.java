package io.contactpulse.agentstatesla.domain.desk;

import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.AgentTrouble;
import io.contactpulse.schema.AlertStatus;
import io.contactpulse.schema.AlertSubject;
import io.contactpulse.schema.DeskAlert;
import io.contactpulse.schema.DeskCause;
import io.contactpulse.schema.DeskCauseEntry;
import io.contactpulse.schema.DeskIncident;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes one incident of many alerts, or many agents in trouble, that have something in common: one page that names it,
 * instead of a page each. The first alerts are out before anybody can know; they join when it is known.
 */
final class Storms {
    private static final String JOINED = "JOINED_INCIDENT";
    private static final String OVER = "STORM_OVER";

    private final Desk desk;
    private final Incidents incidents;
    private final CauseCounts counts;
    private final Cards cards;
    private final AlertLife life;
    private final IncidentAlerts alerts;

    Storms(Desk desk) {
        this.desk = desk;
        this.incidents = new Incidents(desk);
        this.counts = new CauseCounts(desk);
        this.cards = new Cards(desk);
        this.life = new AlertLife(desk);
        this.alerts = new IncidentAlerts(desk);
    }

    void trouble(AgentTrouble trouble, Instant at, Moment moment) {
        DeskCauseEntry entry = DeskCauseEntry.newBuilder()
                .setAt(at)
                .setAgentId(trouble.getAgentId())
                .setState(trouble.getState())
                .build();
        happens(entry, trouble.getSubject(), moment);
    }

    /** The incident that the alert is part of from its beginning, if any. */
    Optional<String> alertFires(DeskAlert alert, Moment moment) {
        AlertSubject subject = alert.getSignal().getSubject();
        DeskCauseEntry entry = DeskCauseEntry.newBuilder()
                .setAt(moment.at())
                .setAgentId(subject.getAgentId())
                .setSince(alert.getSignal().getStateStart())
                .setAlertId(alert.getAlertId())
                .setRuleId(alert.getSignal().getRuleId())
                .setState(AgentState.UNKNOWN)
                .build();
        return happens(entry, subject, moment);
    }

    /** What is part of an incident does not count for another one. */
    private Optional<String> happens(DeskCauseEntry entry, AlertSubject subject, Moment moment) {
        Causes causes = Causes.of(subject, desk.settings());
        List<DeskIncident> open = incidents.all();
        List<DeskIncident> covering = open.stream()
                .filter(incident -> incidents.covers(incident, entry, causes))
                .collect(Collectors.toList());
        Optional<String> part = Stream.concat(
                        covering.stream(), open.stream().filter(incident -> incidents.hasPartIn(incident, entry)))
                .map(DeskIncident::getIncidentId)
                .findFirst();
        covering.forEach(incident -> incidents.extend(incident, entry));
        Optional<String> incident =
                part.or(() -> counts.count(entry, causes).map(counted -> open(counted, entry, moment)));
        if (entry.getOptionalAlertId().isPresent()) {
            incident.ifPresent(id -> incidents.alertJoined(id, entry.getRuleId()));
        }
        return incident;
    }

    private String open(DeskCause counted, DeskCauseEntry last, Moment moment) {
        List<DeskCauseEntry> entries = counted.getEntries();
        Instant start = entries.stream()
                .map(DeskCauseEntry::getAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        counts.forget(entries);
        DeskIncident incident = alerts.incident(counted, start, last.getAt());
        incidents.open(incident, entries);
        life.become(alerts.alert(incident, start), Occasion.at(last.getAt()), moment);
        entries.stream()
                .map(DeskCauseEntry::getOptionalAlertId)
                .flatMap(Optional::stream)
                .map(cards::find)
                .flatMap(Optional::stream)
                .filter(alert -> alert.getOptionalIncidentId().isEmpty())
                .forEach(alert -> join(alert, incident.getIncidentId(), moment));
        return incident.getIncidentId();
    }

    private void join(DeskAlert alert, String incidentId, Moment moment) {
        incidents.alertJoined(incidentId, alert.getSignal().getRuleId());
        Occasion occasion = Occasion.at(moment.at()).because(JOINED).heldBack("part of incident " + incidentId);
        life.become(DeskAlert.newBuilder(alert).setIncidentId(incidentId).build(), occasion, moment);
    }

    /** An incident is over when its alerts are and nothing has been added for a while. */
    void due(String incidentId, Moment moment) {
        Optional<DeskIncident> found = incidents.find(incidentId);
        if (found.isEmpty() || found.get().getOpenAlerts() > 0) {
            return;
        }
        DeskIncident incident = found.get();
        Instant quietSince = incidents.quietSince(incident);
        if (!quietSince.isBefore(moment.at())) {
            incidents.planEnd(incident, incidents.afterQuiet(incident));
            return;
        }
        Instant end = incident.getOptionalLastEndAt()
                .filter(last -> last.isAfter(quietSince))
                .orElse(quietSince);
        incidents.close(incident);
        cards.find(incidentId)
                .ifPresent(alert -> life.end(
                        alerts.told(alert, incident),
                        AlertStatus.RESOLVED,
                        Occasion.at(end).because(OVER),
                        moment));
    }
}
