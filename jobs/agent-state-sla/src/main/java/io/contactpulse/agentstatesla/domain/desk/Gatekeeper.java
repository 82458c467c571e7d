package io.contactpulse.agentstatesla.domain.desk;

import io.contactpulse.schema.AlertEntityType;
import io.contactpulse.schema.AlertStatus;
import io.contactpulse.schema.DeskAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides whether people are told. Nobody is paged for a breach of long ago (a backlog is being read), nobody is told that
 * something is over of which nobody was told that it began, and an incident speaks for its alerts.
 */
final class Gatekeeper {
    static final String IN_DIGEST = "told in the digest";

    private final Desk desk;
    private final PageHours hours;

    Gatekeeper(Desk desk) {
        this.desk = desk;
        this.hours = new PageHours(desk);
    }

    /** Why no message goes out; empty if one does. */
    Optional<String> holdsBack(DeskAlert alert, Occasion occasion, Moment moment) {
        if (occasion.heldBack().isPresent()) {
            return occasion.heldBack();
        }
        boolean fires = alert.getStatus() == AlertStatus.FIRING;
        if (!fires && alert.getAnnounced()) {
            return Optional.empty();
        }
        Optional<String> part = alert.getOptionalIncidentId().map(id -> "part of incident " + id);
        if (!fires || part.isPresent()) {
            return part.or(() -> Optional.of("its beginning was not announced either"));
        }
        return old(alert, occasion.at(), moment.now()).or(() -> tooMuch(alert, occasion.at()));
    }

    /** A lost feed is found by the clock alone: it is always news. */
    private Optional<String> old(DeskAlert alert, Instant at, Instant now) {
        Duration fence = desk.settings().fence();
        boolean old = Duration.between(at, now).compareTo(fence) > 0;
        return old && alert.getSignal().getEntityType() != AlertEntityType.INSTANCE
                ? Optional.of("older than " + fence.toMinutes() + " minutes")
                : Optional.empty();
    }

    private Optional<String> tooMuch(DeskAlert alert, Instant at) {
        return admitsPage(alert, at)
                ? Optional.empty()
                : Optional.of("more than " + desk.settings().pagesPerHour() + " pages an hour");
    }

    boolean admitsPage(DeskAlert alert, Instant at) {
        switch (alert.getSignal().getEntityType()) {
            case INCIDENT:
            case INSTANCE:
                return true;
            case AGENT:
            case CONTACT:
            case QUEUE:
            case UNKNOWN:
                return hours.admit(alert.getSignal().getSubject().getOptionalTeam(), at);
        }
        return true;
    }
}
