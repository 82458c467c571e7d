package io.contactpulse.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class AlertFiguresTest {

    @Test
    void tellsWhatBecameOfAlertsAndTheirMessages() {
        // given
        List<Map<String, AttributeValue>> alerts = List.of(
                row("entityType", "AGENT", "status", "FIRING"),
                row("entityType", "AGENT", "status", "RESOLVED", "incidentId", "i"),
                row("entityType", "CONTACT", "status", "RESOLVED", "incidentId", "i"),
                row("entityType", "INCIDENT", "status", "ACKNOWLEDGED"));
        List<Map<String, AttributeValue>> transitions = List.of(
                row("alertId", "a", "status", "FIRING", "publication", "PUBLISHED"),
                row("alertId", "a", "status", "ACKNOWLEDGED", "publication", "PUBLISHED"),
                row(
                        "alertId",
                        "a",
                        "status",
                        "FIRING",
                        "publication",
                        "HELD_BACK",
                        "heldBackBecause",
                        "part of incident one"),
                row("alertId", "a", "status", "ACKNOWLEDGED", "publication", "PUBLISHED"),
                row(
                        "alertId",
                        "b",
                        "status",
                        "FIRING",
                        "publication",
                        "HELD_BACK",
                        "heldBackBecause",
                        "part of incident other"),
                row("alertId", "c", "status", "FIRING", "publication", "HELD_BACK", "heldBackBecause", "a late one"));
        StringWriter text = new StringWriter();

        // when
        AlertFigures.of(alerts, transitions).print(new Report(new PrintWriter(text)));

        // then
        assertThat(text.toString()).isEqualToNormalizingNewlines("""
                Alerts                1 FIRING, 2 RESOLVED
                Incidents             1 ACKNOWLEDGED; 2 alerts are part of one
                Acknowledged          1
                Pages published       3
                Pages held back       3
                           1  a late one
                           2  part of an incident
                """);
    }

    @Test
    void saysSoWhenThereWasNothing() {
        StringWriter text = new StringWriter();

        AlertFigures.of(List.of(), List.of()).print(new Report(new PrintWriter(text)));

        assertThat(text.toString()).isEqualToNormalizingNewlines("""
                Alerts                none
                Incidents             none
                Acknowledged          0
                Pages published       0
                Pages held back       0
                """);
    }

    private static Map<String, AttributeValue> row(String... fieldsAndValues) {
        Map<String, AttributeValue> row = new HashMap<>();
        for (int index = 0; index < fieldsAndValues.length; index += 2) {
            row.put(fieldsAndValues[index], AttributeValue.fromS(fieldsAndValues[index + 1]));
        }
        return row;
    }
}
