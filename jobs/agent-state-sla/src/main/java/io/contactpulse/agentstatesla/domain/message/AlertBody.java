package io.contactpulse.agentstatesla.domain.message;

import static io.contactpulse.agentstatesla.domain.message.Json.putIfPresent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactpulse.agentstatesla.domain.rules.Measure;
import io.contactpulse.schema.Alert;
import io.contactpulse.schema.AlertSubject;
import io.contactpulse.schema.QueuePressure;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The JSON of a message about one alert: which rule, who, what, how the queue does, and where to look. */
final class AlertBody {
    private final Situation situation;
    private final Alert alert;
    private final AlertSubject subject;
    private final ObjectNode json;

    private AlertBody(Situation situation, ObjectNode json) {
        this.situation = situation;
        this.alert = situation.alert();
        this.subject = situation.signal().getSubject();
        this.json = json;
    }

    static void write(Situation situation, ObjectNode json) {
        AlertBody body = new AlertBody(situation, json);
        body.writeAlert();
        body.writeWho();
        body.writeWhat();
        body.writeValues();
        body.writeHistory();
    }

    private void writeAlert() {
        json.put("alertId", alert.getAlertId());
        json.put("seq", alert.getSeq());
        json.put("status", alert.getStatus().name());
        json.put("level", alert.getLevel().name());
        json.put("at", situation.at().toString());
        json.put("source", alert.getSource());
        json.put("ruleId", alert.getRuleId());
        json.put("ruleVersion", alert.getRuleVersion());
        putIfPresent(json, "suggestedAction", alert.getOptionalSuggestedAction());
    }

    private void writeWho() {
        json.put("instanceId", situation.signal().getInstanceId());
        json.put("entityType", alert.getEntityType().name());
        alert.getOptionalAgentId().ifPresent(agentId -> {
            json.put("agentId", agentId);
            json.put("agentKind", subject.getAgentKind().name());
        });
        putIfPresent(json, "username", subject.getOptionalUsername());
        putIfPresent(json, "team", alert.getOptionalTeam());
        putIfPresent(json, "site", subject.getOptionalSite());
        putIfPresent(json, "routingProfile", subject.getOptionalRoutingProfile());
        putIfPresent(json, "contactId", alert.getOptionalContactId());
        putIfPresent(json, "channel", subject.getOptionalChannel());
        putIfPresent(json, "queueId", alert.getOptionalQueueId());
        putIfPresent(json, "queueName", subject.getOptionalQueueName());
    }

    private void writeWhat() {
        json.put("state", alert.getState().name());
        putIfPresent(json, "customStatus", alert.getOptionalCustomStatus());
        json.put("stateStart", alert.getStateStart().toString());
        json.put("observedSeconds", situation.lasted().toSeconds());
    }

    private void writeValues() {
        json.put("measure", situation.signal().getMeasure());
        situation.measure().map(Measure::unit).ifPresent(unit -> {
            situation.observed().ifPresent(value -> json.put("observed", Spoken.number(unit, value)));
            situation
                    .signal()
                    .getOptionalThreshold()
                    .ifPresent(value -> json.put("threshold", Spoken.number(unit, value)));
            json.put("unit", Spoken.unit(unit));
        });
    }

    private void writeHistory() {
        putIfPresent(json, "warnAt", alert.getOptionalWarnAt().map(Instant::toString));
        putIfPresent(json, "criticalAt", alert.getOptionalCriticalAt().map(Instant::toString));
        putIfPresent(json, "resolvedAt", alert.getOptionalResolvedAt().map(Instant::toString));
        putIfPresent(json, "reason", alert.getOptionalReason());
        putIfPresent(json, "incidentId", alert.getOptionalIncidentId());
        if (!alert.getEvidence().isEmpty()) {
            alert.getEvidence().forEach(json.withArray("evidence")::add);
        }
    }

    static void writeQueue(QueuePressure pressure, Instant at, ObjectNode json) {
        ObjectNode queue = json.putObject("queue");
        queue.put("queueId", pressure.getQueueId());
        putIfPresent(queue, "queueName", pressure.getOptionalQueueName());
        queue.put("waiting", pressure.getWaiting());
        pressure.getOptionalOldestWaitingSince()
                .map(since -> Math.max(0, Duration.between(since, at).toSeconds()))
                .ifPresent(seconds -> queue.put("oldestWaitingSeconds", seconds));
        queue.put("staffed", pressure.getStaffed());
        queue.put("available", pressure.getAvailable());
        pressure.getOptionalServiceLevelAnswered()
                .ifPresent(tenths -> queue.put("serviceLevelAnswered", Spoken.percent(tenths)));
        pressure.getOptionalServiceLevelRemoved()
                .ifPresent(tenths -> queue.put("serviceLevelRemoved", Spoken.percent(tenths)));
    }

    static void writeLinks(Map<String, String> links, ObjectNode json) {
        if (!links.isEmpty()) {
            links.forEach(json.putObject("links")::put);
        }
    }
}
