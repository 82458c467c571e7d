package io.contactpulse.launcher.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.contactpulse.schema.AlertEntityType;
import io.contactpulse.schema.AlertLevel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All that one set of rules fired, as the files of a replay tell it. */
record Firings(List<FiredAlert> alerts, List<Page> pages) {
    /** Stands for what has no name, such as the team of an agent without one. */
    static final String NONE = "-";

    private static final JsonMapper JSON = new JsonMapper();

    static Firings read(Path folder) throws IOException {
        Map<String, Instant> fired = firstFirings(folder);
        List<FiredAlert> alerts = new ArrayList<>();
        for (JsonNode row : rows(folder, "alerts")) {
            alerts.add(alert(row, fired));
        }
        List<Page> pages = new ArrayList<>();
        for (JsonNode message : rows(folder, "notifications")) {
            JsonNode attributes = message.path("attributes");
            pages.add(new Page(
                    text(attributes, "ruleId").orElseGet(() -> kindOf(attributes)),
                    text(attributes, "team").orElse(NONE)));
        }
        return new Firings(alerts, pages);
    }

    /** What one of the rules fired. */
    Firings of(String ruleId) {
        return new Firings(
                alerts.stream().filter(alert -> alert.ruleId().equals(ruleId)).toList(),
                pages.stream().filter(page -> page.ruleId().equals(ruleId)).toList());
    }

    /** Only the history keeps when an alert fired first; a correction may take it out of the row. */
    private static Map<String, Instant> firstFirings(Path folder) throws IOException {
        Map<String, Instant> fired = new HashMap<>();
        for (JsonNode event : rows(folder, "alert-events")) {
            fired.merge(
                    event.path("alertId").asText(),
                    Instant.parse(event.path("at").asText()),
                    (one, other) -> one.isBefore(other) ? one : other);
        }
        return fired;
    }

    private static FiredAlert alert(JsonNode row, Map<String, Instant> fired) {
        String alertId = row.path("alertId").asText();
        Instant firedAt = Optional.ofNullable(fired.get(alertId))
                .orElseThrow(() -> new IllegalStateException("alert " + alertId + " has no history"));
        return new FiredAlert(
                row.path("ruleId").asText(),
                entity(row),
                AlertLevel.valueOf(row.path("level").asText()),
                Instant.parse(row.path("stateStart").asText()),
                firedAt,
                text(row, "resolvedAt").map(Instant::parse));
    }

    private static String entity(JsonNode row) {
        return text(row, "contactId")
                .or(() -> text(row, "agentId"))
                .or(() -> text(row, "queueId"))
                .or(() -> causeOfIncident(row))
                .or(() -> text(row, "instanceId"))
                .orElse(NONE);
    }

    private static Optional<String> causeOfIncident(JsonNode row) {
        boolean isIncident = row.path("entityType").asText().equals(AlertEntityType.INCIDENT.name());
        return Optional.of(row.path("evidence").path(0).asText()).filter(cause -> isIncident && !cause.isEmpty());
    }

    /** A message that says how many were muted is of no rule; it is counted by its kind. */
    private static String kindOf(JsonNode attributes) {
        return "(" + attributes.path("kind").asText(NONE).toLowerCase(Locale.ROOT) + ")";
    }

    private static Optional<String> text(JsonNode row, String field) {
        return Optional.of(row.path(field)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    private static List<JsonNode> rows(Path folder, String table) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(table + ".jsonl"), StandardCharsets.UTF_8)) {
            rows.add(JSON.readTree(line));
        }
        return rows;
    }
}
