package io.contactpulse.simulator;

import io.contactpulse.schema.ContactState;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is true of one agent now: all that a snapshot says. Changed by steps only. */
final class Desk {
    private final Map<String, Contact> contacts = new LinkedHashMap<>();
    private RoutingProfile profile;
    private Status status = Status.OFFLINE;
    private long statusStart;
    private Optional<PendingStatus> pendingStatus = Optional.empty();

    /** The status an agent has chosen to take up once the contacts in hand are done. */
    record PendingStatus(Status status, long chosenAt) {}

    Desk(RoutingProfile profile) {
        this.profile = profile;
    }

    void take(Contact contact, long second) {
        contacts.put(contact.id(), contact.in(contact.state(), second));
    }

    void move(String contactId, ContactState state, long second) {
        contacts.computeIfPresent(contactId, (id, contact) -> contact.in(state, second));
    }

    void clear(String contactId) {
        contacts.remove(contactId);
    }

    void clearAll() {
        contacts.clear();
    }

    void enter(Status next, long second) {
        status = next;
        statusStart = second;
        pendingStatus = Optional.empty();
    }

    void announce(Status next, long second) {
        pendingStatus = Optional.of(new PendingStatus(next, second));
    }

    void serve(RoutingProfile next) {
        profile = next;
    }

    Collection<Contact> contacts() {
        return contacts.values();
    }

    RoutingProfile profile() {
        return profile;
    }

    Status status() {
        return status;
    }

    long statusStart() {
        return statusStart;
    }

    Optional<PendingStatus> pendingStatus() {
        return pendingStatus;
    }

    int slots(Channel channel) {
        return profile.slots().getOrDefault(channel, 0);
    }

    int freeSlots(Channel channel) {
        long taken = contacts.values().stream()
                .filter(contact -> contact.channel() == channel)
                .count();
        return (int) Math.max(0, slots(channel) - taken);
    }
}
