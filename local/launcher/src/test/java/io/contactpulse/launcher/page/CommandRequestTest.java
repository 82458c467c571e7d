package io.contactpulse.launcher.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactpulse.launcher.page.SupervisorCommand.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CommandRequestTest {

    @Test
    void readsAllThatCanBeSaid() throws RefusedCommand {
        CommandRequest request =
                read("{'alertId': 'a1', 'type': 'mute', 'minutes': 15, 'by': ' Kim ', 'why': 'known outage'}");

        assertThat(request)
                .isEqualTo(new CommandRequest(
                        "a1", Type.MUTE, "Kim", Optional.of("known outage"), Optional.of(Duration.ofMinutes(15))));
    }

    @Test
    void needsNoNameAndNoReason() throws RefusedCommand {
        CommandRequest request = read("{'alertId': 'a1', 'type': 'ack', 'by': '', 'why': null}");

        assertThat(request)
                .isEqualTo(new CommandRequest("a1", Type.ACK, "floor-supervisor", Optional.empty(), Optional.empty()));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("", "send one JSON object"),
                Arguments.of("[]", "send one JSON object"),
                Arguments.of("{'alertId'", "send one JSON object; this cannot be read as JSON"),
                Arguments.of("{} {}", "send one JSON object; this cannot be read as JSON"),
                Arguments.of(
                        "{'alertId': 'a1', 'alertId': 'a2', 'type': 'ack'}",
                        "send one JSON object; this cannot be read as JSON"),
                Arguments.of("{'type': 'ack'}", "alertId is missing: name the alert"),
                Arguments.of("{'alertId': 7, 'type': 'ack'}", "alertId must be a text"),
                Arguments.of("{'alertId': 'a1'}", "type must be ack, unack or mute, not ''"),
                Arguments.of("{'alertId': 'a1', 'type': 'ACK'}", "type must be ack, unack or mute, not 'ACK'"),
                Arguments.of("{'alertId': 'a1', 'type': 'ack', 'minutes': 1}", "minutes go with mute only"),
                Arguments.of("{'alertId': 'a1', 'type': 'mute'}", "mute needs minutes, a whole number from 1 to 1440"),
                Arguments.of(
                        "{'alertId': 'a1', 'type': 'mute', 'minutes': 0}",
                        "mute needs minutes, a whole number from 1 to 1440"),
                Arguments.of(
                        "{'alertId': 'a1', 'type': 'mute', 'minutes': 1441}",
                        "mute needs minutes, a whole number from 1 to 1440"),
                Arguments.of(
                        "{'alertId': 'a1', 'type': 'mute', 'minutes': 1.5}",
                        "mute needs minutes, a whole number from 1 to 1440"),
                Arguments.of(
                        "{'alertId': 'a1', 'type': 'ack', 'why': '" + "x".repeat(201) + "'}",
                        "why must have at most 200 characters"),
                Arguments.of("{'alertId': 'a1', 'type': 'ack', 'by': 'a\\nb'}", "by must be one line"),
                Arguments.of(
                        "{'alertId': 'a1', 'type': 'ack', 'at': 'now'}",
                        "there is no key 'at'; keys: alertId, type, by, why, minutes"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void saysWhatIsWrong(String body, String message) {
        assertThatThrownBy(() -> read(body))
                .hasMessage(message)
                .isInstanceOfSatisfying(
                        RefusedCommand.class,
                        refusal -> assertThat(refusal.status()).isEqualTo(400));
    }

    private static CommandRequest read(String body) throws RefusedCommand {
        return CommandRequest.of(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
