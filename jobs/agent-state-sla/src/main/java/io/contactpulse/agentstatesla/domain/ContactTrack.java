package io.contactpulse.agentstatesla.domain;

import io.contactpulse.schema.AgentContact;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.TrackedContact;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes in what an event says of one contact. Its clock goes on while its state stays the same, also when INCOMING becomes
 * CONNECTING: both are RINGING.
 */
final class ContactTrack {
    private final AgentContact contact;
    private final AgentState state;
    private final Instant at;

    private ContactTrack(AgentContact contact, Instant at) {
        this.contact = contact;
        this.state = EffectiveState.ofContact(contact.getState());
        this.at = at;
    }

    static TrackedContact of(AgentContact contact, Optional<TrackedContact> known, Instant at) {
        return new ContactTrack(contact, at).after(known);
    }

    private TrackedContact after(Optional<TrackedContact> known) {
        TrackedContact.Builder tracked = TrackedContact.newBuilder()
                .setContactId(contact.getContactId())
                .setChannel(contact.getChannel())
                .setQueueId(contact.getQueueId())
                .setQueueName(contact.getQueueName())
                .setState(state)
                .setStateStart(known.filter(before -> before.getState() == state)
                        .map(TrackedContact::getStateStart)
                        .orElseGet(() -> notLater(contact.getOptionalStateStartedAt())))
                .setQueuedAt(contact.getQueuedAt())
                .setInitiationMethod(contact.getInitiationMethod());
        known.flatMap(TrackedContact::getOptionalAnsweredAt)
                .or(this::answeredNow)
                .ifPresent(tracked::setAnsweredAt);
        if (state != AgentState.ACW) {
            countHolds(known, tracked);
        }
        return tracked.build();
    }

    private Optional<Instant> answeredNow() {
        return state == AgentState.ON_CONTACT || state == AgentState.ON_HOLD
                ? Optional.of(notLater(contact.getOptionalConnectedAt()))
                : Optional.empty();
    }

    private Instant notLater(Optional<Instant> said) {
        return said.filter(instant -> !instant.isAfter(at)).orElse(at);
    }

    /** Holds count until the contact has ended. */
    private void countHolds(Optional<TrackedContact> known, TrackedContact.Builder tracked) {
        known.ifPresent(before -> HoldTime.of(before).ifPresent(held -> carryHolds(before, held, tracked)));
        if (state != AgentState.ON_HOLD) {
            return;
        }
        if (tracked.getFirstHoldAt() == null) {
            tracked.setFirstHoldAt(tracked.getStateStart());
        }
        if (known.filter(HoldTime::isRunning).isEmpty()) {
            tracked.setHolds(tracked.getHolds() + 1);
        }
    }

    private void carryHolds(TrackedContact before, HoldTime held, TrackedContact.Builder tracked) {
        boolean ends = HoldTime.isRunning(before) && state != AgentState.ON_HOLD;
        tracked.setFirstHoldAt(held.start())
                .setHolds(held.holds())
                .setHeldMillis(ends ? held.valueAt(at) : before.getHeldMillis())
                .setHeldUntil(ends ? at : before.getHeldUntil());
    }
}
