package io.contactpulse.agentstatesla.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactpulse.agentstatesla.domain.message.Examples;
import io.contactpulse.agentstatesla.domain.message.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagerDutyEventTest {
    @ParameterizedTest
    @ValueSource(strings = {"hold-firing", "hold-acknowledged", "hold-resolved"})
    void tellsAnAlertsLife(String name) {
        assertThat(PagerDutyEvent.of(Examples.body(name), "routing-key").map(Golden::indented))
                .contains(Golden.file(name + ".pagerduty.json"));
    }

    @ParameterizedTest
    @CsvSource({
        "FIRING, trigger",
        "ACKNOWLEDGED, acknowledge",
        "RESOLVED, resolve",
        "EXPIRED, resolve",
        "RETRACTED, resolve",
        "SUPPRESSED, resolve",
    })
    void mapsEveryStatus(String status, String action) {
        assertThat(event(message("hold-firing").put("status", status))
                        .path("event_action")
                        .asText())
                .isEqualTo(action);
    }

    @ParameterizedTest
    @CsvSource({"hold-reminder, trigger", "hold-escalation, trigger", "hold-firing, trigger"})
    void keepsOneIncidentWhateverIsToldOfAnAlert(String name, String action) {
        JsonNode event = event(message(name));

        assertThat(event.path("event_action").asText()).isEqualTo(action);
        assertThat(event.path("dedup_key").asText()).isEqualTo("alert-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"digest", "muted"})
    void pagesNobodyForASummary(String name) {
        assertThat(PagerDutyEvent.of(Examples.body(name), "routing-key")).isEmpty();
    }

    @Test
    void pagesNobodyForAStatusThatItDoesNotKnow() {
        String message = message("hold-firing").put("status", "UNKNOWN").toString();

        assertThat(PagerDutyEvent.of(message, "routing-key")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"CRITICAL, critical", "WARN, warning", "UNKNOWN, info"})
    void mapsEveryLevel(String level, String severity) {
        JsonNode event = event(message("hold-firing").put("level", level));

        assertThat(event.path("payload").path("severity").asText()).isEqualTo(severity);
    }

    @ParameterizedTest
    @CsvSource({
        "service-level-firing, queue-7, Claims, service-level-low",
        "incident-firing, , Berlin, storm",
    })
    void groupsWhatConcernsNoAgent(String name, String component, String group, String rule) {
        JsonNode payload = event(message(name)).path("payload");

        assertThat(payload.path("component").asText(null)).isEqualTo(component);
        assertThat(payload.path("group").asText()).isEqualTo(group);
        assertThat(payload.path("class").asText()).isEqualTo(rule);
    }

    @Test
    void cutsASummaryThatWouldBeRefused() {
        JsonNode event = event(message("hold-firing").put("text", "x".repeat(1025)));

        assertThat(event.path("payload").path("summary").asText()).isEqualTo("x".repeat(1024));
    }

    @Test
    void readsMessagesOfTheFirstRelease() {
        JsonNode event = event((ObjectNode) Golden.tree(Golden.file("first-release.message.json")));

        assertThat(event.path("event_action").asText()).isEqualTo("trigger");
        assertThat(event.has("links")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "[]", "{\"format\": \"contact-pulse/alert/2\"}"})
    void refusesWhatIsNoMessage(String text) {
        assertThatThrownBy(() -> PagerDutyEvent.of(text, "routing-key"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not a message of the format contact-pulse/alert/1");
    }

    private static ObjectNode message(String name) {
        return (ObjectNode) Golden.tree(Examples.body(name));
    }

    private static JsonNode event(ObjectNode message) {
        return Golden.tree(PagerDutyEvent.of(message.toString(), "routing-key").orElseThrow());
    }
}
