package io.contactpulse.launcher.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody at the page asks the job to do with an alert.
 *
 * @param instanceId the alert's own instance, which also decides the order of commands
 * @param until when a mute ends; empty for the others
 */
public record SupervisorCommand(
        String commandId,
        String instanceId,
        String alertId,
        Type type,
        String by,
        Optional<String> why,
        Instant at,
        Optional<Instant> until) {

    /** What can be asked for. */
    public enum Type {
        ACK,
        UNACK,
        MUTE;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The record as it is put on the stream. */
    public byte[] json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("commandId", commandId);
        json.put("instanceId", instanceId);
        json.put("alertId", alertId);
        json.put("type", type.wireName());
        json.put("by", by);
        json.put("why", why.orElse(null));
        json.put("at", at.toString());
        json.put("until", until.map(Instant::toString).orElse(null));
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
