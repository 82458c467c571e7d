package io.contactpulse.agentstatesla.transform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A published message as one for Slack's incoming webhooks: the headline as text, for notifications, and blocks with
 * the facts. What comes from the message is escaped, so nobody's user name can mention a channel.
 */
public final class SlackText {
    private SlackText() {}

    public static String of(String message) {
        PublishedMessage published = PublishedMessage.read(message);
        String headline = Mrkdwn.escaped(published.text("text").orElse("alert"));
        SlackBlocks blocks = new SlackBlocks();
        blocks.section(headline);
        blocks.fields(facts(published));
        published
                .text("suggestedAction")
                .ifPresent(action -> blocks.section("*What to do:* " + Mrkdwn.escaped(action)));
        blocks.list(evidence(published), 0);
        blocks.list(digest(published.node("alerts")), published.node("more").asInt());
        blocks.context(links(published.node("links")));
        ObjectNode slack = PublishedMessage.object();
        slack.put("text", headline);
        slack.set("blocks", blocks.json());
        return slack.toString();
    }

    /** A section takes ten fields at most. */
    private static List<String> facts(PublishedMessage message) {
        List<String> facts = new ArrayList<>();
        fact(facts, "Agent", message.text("username").or(() -> message.text("agentId")));
        fact(facts, "Team", message.text("team"));
        fact(facts, "Queue", message.text("queueName").or(() -> message.text("queueId")));
        message.text("stateStart").map(SlackText::time).ifPresent(since -> facts.add("*Since:* " + since));
        fact(facts, "Observed", withUnit(message, "observed"));
        fact(facts, "Threshold", withUnit(message, "threshold"));
        fact(facts, "Waiting", PublishedMessage.textOf(message.node("queue"), "waiting"));
        fact(facts, "Available", available(message.node("queue")));
        fact(facts, "Reason", message.text("reason"));
        return facts;
    }

    private static void fact(List<String> facts, String name, Optional<String> value) {
        value.ifPresent(present -> facts.add("*" + name + ":* " + Mrkdwn.escaped(present)));
    }

    private static Optional<String> withUnit(PublishedMessage message, String field) {
        switch (message.text("unit").orElse("")) {
            case "SECONDS":
                return message.text(field).map(value -> value + " s");
            case "PERCENT":
                return message.text(field).map(value -> value + " %");
            default:
                return message.text(field);
        }
    }

    private static Optional<String> available(JsonNode queue) {
        return PublishedMessage.textOf(queue, "available")
                .map(available -> available + " of " + queue.path("staffed").asText());
    }

    private static List<String> evidence(PublishedMessage message) {
        List<String> lines = new ArrayList<>();
        message.node("evidence").forEach(fact -> lines.add(Mrkdwn.escaped(fact.asText())));
        return lines;
    }

    private static List<String> digest(JsonNode alerts) {
        List<String> lines = new ArrayList<>();
        for (JsonNode alert : alerts) {
            String who = PublishedMessage.textOf(alert, "agentId")
                    .or(() -> PublishedMessage.textOf(alert, "queueId"))
                    .orElse("");
            String state = PublishedMessage.textOf(alert, "customStatus")
                    .orElse(alert.path("state").asText());
            lines.add(Mrkdwn.escaped(alert.path("level").asText() + " "
                            + alert.path("status").asText() + ": " + who + " " + state)
                    + " since " + time(alert.path("stateStart").asText()));
        }
        return lines;
    }

    private static List<String> links(JsonNode links) {
        List<String> texts = new ArrayList<>();
        links.fields()
                .forEachRemaining(
                        link -> texts.add(Mrkdwn.link(link.getValue().asText(), PagerDutyEvent.label(link.getKey()))));
        return texts;
    }

    private static String time(String instant) {
        return Mrkdwn.time(Instant.parse(instant));
    }
}
