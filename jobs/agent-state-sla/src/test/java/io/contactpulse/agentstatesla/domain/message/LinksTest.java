package io.contactpulse.agentstatesla.domain.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactpulse.agentstatesla.domain.rules.Measure;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {
    @Test
    void pointsToTheContactAndTheAgent() {
        Links links = Links.of(
                Optional.of("https://{instanceId}.example.com/c/{contactId}?by={agentId}"),
                Optional.of("http://localhost:8080/agents/{agentId}"));

        assertThat(links.about(Examples.hold().row(), "instance-1"))
                .isEqualTo(Map.of(
                        "contact", "https://instance-1.example.com/c/contact-1?by=id-017",
                        "agent", "http://localhost:8080/agents/id-017"));
    }

    @Test
    void encodesWhatAnAddressCannotHold() {
        Links links = Links.of(Optional.of("https://example.com/{contactId}"), Optional.empty());

        assertThat(links.about(
                        Examples.hold()
                                .contact("a b/c&<|>", "queue-7", "Claims")
                                .row(),
                        "instance-1"))
                .isEqualTo(Map.of("contact", "https://example.com/a%20b%2Fc%26%3C%7C%3E"));
    }

    @Test
    void pointsToNoContactWhenThereIsNone() {
        Links links = Links.of(
                Optional.of("https://example.com/fixed"), Optional.of("https://example.com/{contactId}/{agentId}"));

        assertThat(links.about(
                        AlertExample.ofAgent("rule-1", Measure.LOGIN_SECONDS).row(), "instance-1"))
                .isEmpty();
    }

    @Test
    void pointsNowhereUnlessTold() {
        assertThat(Links.none().about(Examples.hold().row(), "instance-1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://example.com/{contactId}", "javascript:alert(1)", "/contacts", "https://", "https://a b"})
    void refusesWhatIsNoWebAddress(String address) {
        assertThatThrownBy(() -> Links.of(Optional.of(address), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("link " + address + ": must be a web address that begins with https:// or http://");
    }

    @Test
    void refusesAnUnknownPlaceholder() {
        assertThatThrownBy(() -> Links.of(Optional.empty(), Optional.of("https://example.com/{agent}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("link https://example.com/{agent}: {agent} is unknown; known are"
                        + " {agentId}, {contactId}, {instanceId}");
    }
}
