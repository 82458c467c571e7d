package io.contactpulse.agentstatesla.transform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactpulse.agentstatesla.domain.message.Examples;
import io.contactpulse.agentstatesla.domain.message.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"hold-firing", "service-level-firing", "digest"})
    void tellsWhatASupervisorNeeds(String name) {
        assertThat(Golden.indented(SlackText.of(Examples.body(name)))).isEqualTo(Golden.file(name + ".slack.json"));
    }

    @Test
    void escapesWhatSlackWouldTakeForItsOwn() {
        ObjectNode message = message("hold-firing");
        message.put("text", "WARN: <!channel> & co")
                .put("username", "<!channel>")
                .put("suggestedAction", "a > b");
        message.putObject("links").put("contact", "https://example.com/?a=1&b=<|>");

        JsonNode slack = slack(message);

        assertThat(slack.path("text").asText()).isEqualTo("WARN: &lt;!channel&gt; &amp; co");
        assertThat(slack.path("blocks")
                        .path(1)
                        .path("fields")
                        .path(0)
                        .path("text")
                        .asText())
                .isEqualTo("*Agent:* &lt;!channel&gt;");
        assertThat(slack.path("blocks").path(2).path("text").path("text").asText())
                .isEqualTo("*What to do:* a &gt; b");
        assertThat(slack.path("blocks")
                        .path(3)
                        .path("elements")
                        .path(0)
                        .path("text")
                        .asText())
                .isEqualTo("<https://example.com/?a=1&amp;b=&lt;%7C&gt;|Contact>");
        assertThat(slack.toString()).doesNotContain("<!channel>");
    }

    @Test
    void countsTheAlertsThatADigestLeftOut() {
        ObjectNode digest = message("digest");
        digest.put("more", 3);

        assertThat(slack(digest)
                        .path("blocks")
                        .path(1)
                        .path("text")
                        .path("text")
                        .asText())
                .endsWith("2026-03-02T09:00:00Z>\nand 3 more");
    }

    @Test
    void listsWholeLinesAsFarAsSlackTakesThem() {
        ObjectNode message = message("service-level-firing");
        ArrayNode evidence = message.putArray("evidence");
        for (int number = 0; number < 40; number++) {
            evidence.add("&".repeat(20));
        }

        String list =
                slack(message).path("blocks").path(2).path("text").path("text").asText();

        // "• ", twenty times "&amp;" and a line break are 103 characters; 28 of them leave room for the last line
        assertThat(list).isEqualTo(("• " + "&amp;".repeat(20) + "\n").repeat(28) + "and 12 more");
    }

    @Test
    void cutsATextThatSlackWouldRefuse() {
        ObjectNode message = message("hold-firing");
        message.put("suggestedAction", "&".repeat(700));

        String action =
                slack(message).path("blocks").path(2).path("text").path("text").asText();

        assertThat(action)
                .hasSizeLessThanOrEqualTo(3000)
                .startsWith("*What to do:* &amp;")
                .endsWith("&amp;...");
    }

    @Test
    void showsNoMoreFactsThanSlackTakes() {
        ObjectNode message = message("hold-firing");
        message.put("reason", "because");

        assertThat(slack(message).path("blocks").path(1).path("fields")).hasSize(9);
    }

    @Test
    void readsMessagesOfTheFirstRelease() {
        ObjectNode message = (ObjectNode) Golden.tree(Golden.file("first-release.message.json"));

        assertThat(slack(message).path("blocks")).hasSize(3);
    }

    private static ObjectNode message(String name) {
        return (ObjectNode) Golden.tree(Examples.body(name));
    }

    private static JsonNode slack(ObjectNode message) {
        return Golden.tree(SlackText.of(message.toString()));
    }
}
