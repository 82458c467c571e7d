package io.contactpulse.agentstatesla.domain;

import io.contactpulse.schema.AgentContact;
import io.contactpulse.schema.AgentEvent;
import io.contactpulse.schema.AgentSnapshot;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.TrackedContact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The contacts in an agent's hands, each with a clock of its own. A contact's clock goes on while its state stays the
 * same, also when INCOMING becomes CONNECTING: both are RINGING.
 */
final class Hands {
    static final Hands EMPTY = new Hands(List.of());

    private final List<TrackedContact> contacts;

    private Hands(List<TrackedContact> contacts) {
        this.contacts = contacts;
    }

    static Hands of(List<TrackedContact> contacts) {
        return new Hands(contacts);
    }

    /** What the agent holds after this event. */
    Hands after(AgentEvent event, AgentSnapshot snapshot) {
        Map<String, TrackedContact> next = new LinkedHashMap<>();
        for (AgentContact contact : snapshot.getContacts()) {
            TrackedContact tracked = track(contact, event.getAt());
            next.merge(contact.getContactId(), tracked, Hands::higher);
        }
        return new Hands(new ArrayList<>(next.values()));
    }

    private TrackedContact track(AgentContact contact, Instant at) {
        AgentState state = EffectiveState.ofContact(contact.getState());
        Instant said = contact.getOptionalStateStartedAt()
                .filter(start -> !start.isAfter(at))
                .orElse(at);
        Instant start = contacts.stream()
                .filter(known -> known.getContactId().equals(contact.getContactId()) && known.getState() == state)
                .map(TrackedContact::getStateStart)
                .findFirst()
                .orElse(said);
        return TrackedContact.newBuilder()
                .setContactId(contact.getContactId())
                .setChannel(contact.getChannel())
                .setQueueId(contact.getQueueId())
                .setQueueName(contact.getQueueName())
                .setState(state)
                .setStateStart(start)
                .build();
    }

    private static TrackedContact higher(TrackedContact one, TrackedContact other) {
        return one.getState().ordinal() <= other.getState().ordinal() ? one : other;
    }

    /** The agent's state, given the one that the status alone would give. */
    EffectiveState effective(EffectiveState status) {
        EffectiveState effective = status;
        for (TrackedContact contact : contacts) {
            effective = effective.or(contact.getState());
        }
        return effective;
    }

    /** How many contacts talk to the agent or are on hold. */
    int connected() {
        return (int) contacts.stream()
                .filter(contact ->
                        contact.getState() == AgentState.ON_CONTACT || contact.getState() == AgentState.ON_HOLD)
                .count();
    }

    boolean isEmpty() {
        return contacts.isEmpty();
    }

    List<TrackedContact> contacts() {
        return contacts;
    }
}
