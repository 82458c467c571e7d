package io.contactpulse.ctrenrichment.oracle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One contact record as the oracle reads it: the whole tree, asked when needed. */
record Seen(String text, JsonNode tree, Optional<String> customerKey) {
    private static final ObjectMapper JSON = new ObjectMapper();

    record Step(String code, Instant at, String outcome) {
        @Override
        public String toString() {
            return "(" + code + ", " + at + ", " + outcome + ")";
        }
    }

    static Seen of(String text) {
        try {
            JsonNode tree = JSON.readTree(text);
            return new Seen(text, tree, customerKey(tree));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    String id() {
        return tree.get("ContactId").asText();
    }

    Instant updated() {
        return Instant.parse(tree.get("LastUpdateTimestamp").asText());
    }

    Optional<String> text(String... path) {
        JsonNode node = tree;
        for (String name : path) {
            node = node.path(name);
        }
        return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
    }

    Optional<Instant> time(String... path) {
        return text(path).map(Instant::parse);
    }

    Optional<Long> number(String... path) {
        JsonNode node = tree;
        for (String name : path) {
            node = node.path(name);
        }
        return node.isNumber() ? Optional.of(node.asLong()) : Optional.empty();
    }

    Optional<String> idOf(String... path) {
        return text(path).map(arn -> arn.substring(arn.lastIndexOf('/') + 1));
    }

    String journeyId() {
        return text("InitialContactId").orElse(id());
    }

    String method() {
        return text("InitiationMethod").orElse("");
    }

    String reason() {
        return text("DisconnectReason").orElse("");
    }

    boolean agent() {
        return tree.path("Agent").isObject();
    }

    boolean queue() {
        return tree.path("Queue").isObject();
    }

    Instant begin() {
        return time("InitiationTimestamp").orElseThrow();
    }

    Instant end() {
        return time("DisconnectTimestamp").orElseThrow();
    }

    /** End of the contact or of the agent's work on it. */
    Instant done() {
        Instant acwEnd = time("Agent", "AfterContactWorkEndTimestamp").orElse(Instant.MIN);
        return acwEnd.isAfter(end()) ? acwEnd : end();
    }

    Optional<Long> queueSeconds() {
        return time("Queue", "EnqueueTimestamp")
                .map(from -> Duration.between(
                                from, time("Queue", "DequeueTimestamp").orElseThrow())
                        .toSeconds());
    }

    long handleSeconds() {
        return number("Agent", "AgentInteractionDuration").orElse(0L)
                + number("Agent", "CustomerHoldDuration").orElse(0L)
                + number("Agent", "AfterContactWorkDuration").orElse(0L);
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (String step : text("Attributes", "journey.steps").orElse("").split(";")) {
            if (!step.isEmpty()) {
                String[] parts = step.split("[@:]");
                steps.add(new Step(parts[0], Instant.ofEpochSecond(Long.parseLong(parts[1])), parts[2]));
            }
        }
        return steps;
    }

    boolean redacted() {
        return tree.path("SegmentAttributes").has("connect:RedactedFields");
    }

    private static Optional<String> customerKey(JsonNode tree) {
        if (tree.has("CustomerId")) {
            return Optional.of(hmac(tree.get("CustomerId").asText().trim()));
        }
        boolean redacted = tree.path("SegmentAttributes").has("connect:RedactedFields");
        String digits = tree.path("CustomerEndpoint").path("Address").asText("").replaceAll("[^0-9]", "");
        return redacted || digits.isEmpty() ? Optional.empty() : Optional.of(hmac("+" + digits));
    }

    private static String hmac(String identity) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("contact-pulse replay".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] hash = mac.doFinal(identity.getBytes(StandardCharsets.UTF_8));
            return "k1_" + HexFormat.of().formatHex(hash).toLowerCase(Locale.ROOT);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
