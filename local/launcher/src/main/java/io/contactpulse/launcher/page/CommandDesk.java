package io.contactpulse.launcher.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what browsers ask for into commands about alerts that are shown, and passes them on. */
final class CommandDesk {
    private static final Logger LOGGER = LoggerFactory.getLogger(CommandDesk.class);
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int UNAVAILABLE = 503;

    private final Supplier<Map<String, ObjectNode>> alerts;
    private final Clock clock;
    private volatile @Nullable CommandOutlet outlet;

    /** The alerts are those shown now, by id. */
    CommandDesk(Supplier<Map<String, ObjectNode>> alerts, Clock clock) {
        this.alerts = alerts;
        this.clock = clock;
    }

    void open(CommandOutlet opened) {
        outlet = opened;
    }

    /** Returns the id of the command that was sent. */
    String accept(CommandRequest request) throws RefusedCommand {
        CommandOutlet opened = outlet;
        if (opened == null) {
            throw new RefusedCommand(UNAVAILABLE, "the demo is still starting; try again in a moment");
        }
        SupervisorCommand command = command(request, alert(request.alertId()));
        try {
            opened.send(command);
        } catch (IOException failure) {
            LOGGER.warn("a command could not be sent: {}", failure.toString());
            throw new RefusedCommand(UNAVAILABLE, "the command could not be sent; try again");
        }
        return command.commandId();
    }

    private ObjectNode alert(String alertId) throws RefusedCommand {
        ObjectNode alert = alerts.get().get(alertId);
        if (alert == null) {
            throw new RefusedCommand(NOT_FOUND, "there is no alert '" + alertId + "'");
        }
        if (alert.has("resolvedAt")) {
            throw new RefusedCommand(CONFLICT, "this alert is over");
        }
        if (!alert.has("instanceId")) {
            throw new RefusedCommand(CONFLICT, "this alert does not tell its instance, so no command can reach it");
        }
        return alert;
    }

    private SupervisorCommand command(CommandRequest request, ObjectNode alert) {
        Instant now = clock.instant();
        return new SupervisorCommand(
                UUID.randomUUID().toString(),
                alert.get("instanceId").asText(),
                request.alertId(),
                request.type(),
                request.by(),
                request.why(),
                now,
                request.length().map(now::plus));
    }
}
