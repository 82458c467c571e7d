package io.contactpulse.agentstatesla.domain;

import io.contactpulse.schema.Alert;
import io.contactpulse.schema.AlertEvent;
import io.contactpulse.schema.Notification;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One step in an alert's life: the row as it now is, the step itself, and the message unless it is held back. */
public final class Transition {
    private final Alert alert;
    private final AlertEvent event;
    private final @Nullable Notification message;

    Transition(Alert alert, AlertEvent event, @Nullable Notification message) {
        this.alert = alert;
        this.event = event;
        this.message = message;
    }

    public Alert alert() {
        return alert;
    }

    public AlertEvent event() {
        return event;
    }

    public Optional<Notification> message() {
        return Optional.ofNullable(message);
    }
}
