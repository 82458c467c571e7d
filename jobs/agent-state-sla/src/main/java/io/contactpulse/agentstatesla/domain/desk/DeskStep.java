package io.contactpulse.agentstatesla.domain.desk;

import io.contactpulse.schema.Alert;
import io.contactpulse.schema.AlertCommand;
import io.contactpulse.schema.AlertEvent;
import io.contactpulse.schema.Notification;
import java.util.ArrayList;
import java.util.List;

/** What the desk has to tell after some work, each kind in the order in which it came to be. */
public final class DeskStep {
    private final List<Alert> alerts = new ArrayList<>();
    private final List<AlertEvent> events = new ArrayList<>();
    private final List<Notification> messages = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();

    DeskStep() {}

    void tell(Alert alert, AlertEvent event) {
        alerts.add(alert);
        events.add(event);
    }

    void send(Notification message) {
        messages.add(message);
    }

    void refuse(AlertCommand command, String why) {
        refusals.add(new Refusal(command, why));
    }

    public List<Alert> alerts() {
        return List.copyOf(alerts);
    }

    public List<AlertEvent> events() {
        return List.copyOf(events);
    }

    public List<Notification> messages() {
        return List.copyOf(messages);
    }

    public List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    /** A command that could not be carried out. */
    public static final class Refusal {
        private final AlertCommand command;
        private final String why;

        private Refusal(AlertCommand command, String why) {
            this.command = command;
            this.why = why;
        }

        public AlertCommand command() {
            return command;
        }

        public String why() {
            return why;
        }
    }
}
