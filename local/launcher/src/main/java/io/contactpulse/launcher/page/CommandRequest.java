package io.contactpulse.launcher.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.contactpulse.launcher.page.SupervisorCommand.Type;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;

/**
 * What a browser sends, checked.
 *
 * @param length how long to mute; empty for the others
 */
record CommandRequest(String alertId, Type type, String by, Optional<String> why, Optional<Duration> length) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Set<String> KEYS = Set.of("alertId", "type", "by", "why", "minutes");
    private static final String NOBODY_IN_PARTICULAR = "floor-supervisor";
    private static final int LONGEST_TEXT = 200;
    private static final int MOST_MINUTES = 24 * 60;
    private static final int INVALID = 400;

    static CommandRequest of(byte[] body) throws RefusedCommand {
        JsonNode json = object(body);
        for (Iterator<String> keys = json.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            require(KEYS.contains(key), "there is no key '" + key + "'; keys: alertId, type, by, why, minutes");
        }
        Optional<String> alertId = text(json, "alertId");
        require(alertId.isPresent(), "alertId is missing: name the alert");
        Type type = type(text(json, "type"));
        return new CommandRequest(
                alertId.orElseThrow(),
                type,
                text(json, "by").orElse(NOBODY_IN_PARTICULAR),
                text(json, "why"),
                length(type, json.path("minutes")));
    }

    private static JsonNode object(byte[] body) throws RefusedCommand {
        try {
            JsonNode json = JSON.readTree(body);
            require(json.isObject(), "send one JSON object");
            return json;
        } catch (JsonProcessingException unreadable) {
            throw new RefusedCommand(INVALID, "send one JSON object; this cannot be read as JSON");
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory failed", impossible);
        }
    }

    private static Optional<String> text(JsonNode json, String key) throws RefusedCommand {
        JsonNode value = json.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        require(value.isTextual(), key + " must be a text");
        String text = value.textValue().strip();
        require(text.length() <= LONGEST_TEXT, key + " must have at most " + LONGEST_TEXT + " characters");
        require(text.chars().noneMatch(Character::isISOControl), key + " must be one line");
        return Optional.of(text).filter(given -> !given.isEmpty());
    }

    private static Type type(Optional<String> text) throws RefusedCommand {
        String given = text.orElse("");
        Optional<Type> known = Arrays.stream(Type.values())
                .filter(type -> type.wireName().equals(given))
                .findFirst();
        require(known.isPresent(), "type must be ack, unack or mute, not '" + given + "'");
        return known.orElseThrow();
    }

    private static Optional<Duration> length(Type type, JsonNode minutes) throws RefusedCommand {
        boolean given = !minutes.isMissingNode() && !minutes.isNull();
        if (type != Type.MUTE) {
            require(!given, "minutes go with mute only");
            return Optional.empty();
        }
        boolean fits = minutes.isInt() && minutes.intValue() >= 1 && minutes.intValue() <= MOST_MINUTES;
        require(fits, "mute needs minutes, a whole number from 1 to " + MOST_MINUTES);
        return Optional.of(Duration.ofMinutes(minutes.intValue()));
    }

    private static void require(boolean holds, String message) throws RefusedCommand {
        if (!holds) {
            throw new RefusedCommand(INVALID, message);
        }
    }
}
