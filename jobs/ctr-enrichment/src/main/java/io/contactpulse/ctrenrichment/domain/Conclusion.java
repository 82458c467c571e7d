package io.contactpulse.ctrenrichment.domain;

import io.contactpulse.schema.ConcludedJourney;
import io.contactpulse.schema.Escalation;
import io.contactpulse.schema.EscalationEvent;
import io.contactpulse.schema.Journey;
import io.contactpulse.schema.Notification;
import java.util.Optional;

/** What new facts of a journey lead to: rows if they changed, an event and a message if the escalation's status did. */
public final class Conclusion {
    private final ConcludedJourney state;
    private final Optional<Journey> journey;
    private final Optional<Escalation> escalation;
    private final Optional<EscalationEvent> event;
    private final Optional<Notification> message;

    Conclusion(
            ConcludedJourney state,
            Optional<Journey> journey,
            Optional<Escalation> escalation,
            Optional<EscalationEvent> event,
            Optional<Notification> message) {
        this.state = state;
        this.journey = journey;
        this.escalation = escalation;
        this.event = event;
        this.message = message;
    }

    public ConcludedJourney state() {
        return state;
    }

    public Optional<Journey> journey() {
        return journey;
    }

    public Optional<Escalation> escalation() {
        return escalation;
    }

    public Optional<EscalationEvent> event() {
        return event;
    }

    public Optional<Notification> message() {
        return message;
    }
}
