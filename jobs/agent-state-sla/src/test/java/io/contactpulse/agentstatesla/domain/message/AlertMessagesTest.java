package io.contactpulse.agentstatesla.domain.message;

import static io.contactpulse.testkit.Moments.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactpulse.schema.Alert;
import io.contactpulse.schema.Notification;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AlertMessagesTest {
    @ParameterizedTest
    @MethodSource("io.contactpulse.agentstatesla.domain.message.Examples#names")
    void writesTheBodyOfEveryKind(String name) {
        assertThat(Golden.indented(Examples.body(name))).isEqualTo(Golden.file(name + ".message.json"));
    }

    @ParameterizedTest
    @MethodSource("io.contactpulse.agentstatesla.domain.message.Examples#names")
    void headsTheMessageWithOneLineOfAscii(String name) {
        Notification message = Examples.message(name);

        assertThat(message.getSubject())
                .matches("[ -~]{1,100}")
                .isEqualTo(Golden.tree(message.getBody()).path("text").asText());
    }

    @Test
    void givesEveryMessageAnIdOfItsOwnThatIsTheSameInEveryRun() {
        assertThat(Examples.all().entrySet().stream()
                        .map(example ->
                                example.getKey() + " " + example.getValue().getMessageId()))
                .containsExactly(
                        "hold-firing alert-1#2",
                        "hold-acknowledged alert-1#3",
                        "hold-resolved alert-1#4",
                        "hold-reminder alert-1#2#reminder-2",
                        "hold-escalation alert-1#escalation-1",
                        "service-level-firing queue-alert#1",
                        "incident-firing incident-1#1",
                        "feed-lost feed-alert#1",
                        "digest digest#instance-1#hold-too-long#1772443800000",
                        "muted muted#instance-1#Claims#1772445600000");
    }

    @Test
    void keepsEveryFieldThatTheFirstReleasePublished() {
        JsonNode now = Golden.tree(Examples.body("hold-firing"));

        Golden.tree(Golden.file("first-release.message.json"))
                .fields()
                .forEachRemaining(field ->
                        assertThat(now.get(field.getKey())).as(field.getKey()).isEqualTo(field.getValue()));
    }

    @Test
    void listsTwentyAlertsInADigestAndCountsTheOthers() {
        Notification digest =
                Examples.MESSAGES.digest("instance-1", "hold-too-long", at("09:30:00"), Examples.alerts(23));

        JsonNode body = Golden.tree(digest.getBody());
        assertThat(body.path("alerts").findValuesAsText("alertId")).hasSize(20).startsWith("alert-100");
        assertThat(body.path("more").asInt()).isEqualTo(3);
        assertThat(digest.getSubject())
                .isEqualTo("CRITICAL: quiet hours are over, 23 alerts untold, 23 still open (hold-too-long)");
    }

    @Test
    void countsNoOthersWhenADigestListsAll() {
        Notification digest =
                Examples.MESSAGES.digest("instance-1", "hold-too-long", at("09:30:00"), Examples.alerts(20));

        JsonNode body = Golden.tree(digest.getBody());
        assertThat(body.path("alerts")).hasSize(20);
        assertThat(body.has("more")).isFalse();
    }

    @Test
    void tellsADigestTheSameWhateverTheOrderItsAlertsComeIn() {
        List<Alert> alerts = Examples.alerts(3);
        List<Alert> reversed = List.of(alerts.get(2), alerts.get(1), alerts.get(0));

        assertThat(Examples.MESSAGES.digest("instance-1", "hold-too-long", at("09:30:00"), reversed))
                .isEqualTo(Examples.MESSAGES.digest("instance-1", "hold-too-long", at("09:30:00"), alerts));
    }

    @Test
    void givesADigestOfSeveralTeamsNoTeam() {
        Notification digest = Examples.MESSAGES.digest(
                "instance-1",
                "hold-too-long",
                at("09:30:00"),
                List.of(Examples.hold().row(), Examples.hold().team("Sales").row()));

        assertThat(digest.getAttributes().keySet().stream().sorted().collect(Collectors.toList()))
                .containsExactly("instanceId", "kind", "level", "ruleId", "source");
    }

    @Test
    void linksNothingUnlessTold() {
        Notification message = AlertMessages.plain()
                .transition(Examples.hold().row(), Examples.hold().signal(), at("09:03:00"), Examples.ALONE);

        assertThat(Golden.tree(message.getBody()).has("links")).isFalse();
    }
}
