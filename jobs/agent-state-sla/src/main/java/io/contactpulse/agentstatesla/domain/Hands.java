package io.contactpulse.agentstatesla.domain;

import io.contactpulse.agentstatesla.domain.rules.Measure;
import io.contactpulse.schema.AgentContact;
import io.contactpulse.schema.AgentEvent;
import io.contactpulse.schema.AgentRowContact;
import io.contactpulse.schema.AgentSnapshot;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.AlertSubject;
import io.contactpulse.schema.TrackedContact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The contacts in an agent's hands, each with clocks of its own. */
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
            TrackedContact tracked = ContactTrack.of(contact, find(contact.getContactId()), event.getAt());
            next.merge(contact.getContactId(), tracked, Hands::higher);
        }
        return new Hands(new ArrayList<>(next.values()));
    }

    private static TrackedContact higher(TrackedContact one, TrackedContact other) {
        return one.getState().ordinal() <= other.getState().ordinal() ? one : other;
    }

    Optional<TrackedContact> find(String contactId) {
        return contacts.stream()
                .filter(contact -> contact.getContactId().equals(contactId))
                .findFirst();
    }

    /** The contacts that are in one of these states, but were not in the same state before. */
    List<TrackedContact> entering(Hands before, List<AgentState> states) {
        return contacts.stream()
                .filter(contact -> states.contains(contact.getState()))
                .filter(contact -> before.find(contact.getContactId())
                        .filter(known -> known.getState() == contact.getState())
                        .isEmpty())
                .collect(Collectors.toList());
    }

    /** How long every contact has been in its state, and on hold in all. */
    List<Clock> clocks() {
        List<Clock> clocks = new ArrayList<>();
        for (TrackedContact contact : contacts) {
            Gauge elapsed = ElapsedTime.since(contact.getStateStart());
            clocks.add(Clock.ofContact(Measure.STATE_SECONDS, contact, contact.getState(), elapsed));
            HoldTime.of(contact)
                    .map(held -> Clock.ofContact(Measure.TOTAL_HOLD_SECONDS, contact, AgentState.ON_HOLD, held))
                    .ifPresent(clocks::add);
        }
        return clocks;
    }

    static AlertSubject subject(TrackedContact contact, AgentProfile agent) {
        return agent.subject()
                .setContactId(contact.getContactId())
                .setChannel(contact.getChannel())
                .setQueueId(contact.getQueueId())
                .setQueueName(contact.getQueueName())
                .build();
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
        return (int) contacts.stream().filter(Hands::isConnected).count();
    }

    static boolean isConnected(TrackedContact contact) {
        return contact.getState() == AgentState.ON_CONTACT || contact.getState() == AgentState.ON_HOLD;
    }

    List<AgentRowContact> rows() {
        return contacts.stream()
                .map(contact -> AgentRowContact.newBuilder()
                        .setContactId(contact.getContactId())
                        .setChannel(contact.getChannel())
                        .setState(contact.getState())
                        .setStateStart(contact.getStateStart())
                        .build())
                .collect(Collectors.toList());
    }

    boolean isEmpty() {
        return contacts.isEmpty();
    }

    List<TrackedContact> contacts() {
        return contacts;
    }
}
