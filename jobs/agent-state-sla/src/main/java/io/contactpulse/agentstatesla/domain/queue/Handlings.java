package io.contactpulse.agentstatesla.domain.queue;

import io.contactpulse.schema.QueueContact;
import io.contactpulse.schema.QueueContactState;
import io.contactpulse.schema.QueueEnd;
import io.contactpulse.schema.QueueHandling;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long agents worked on contacts of one queue, by when that work ended: counted by when a contact left the queue, the
 * newest would always look quick, because those that take long are not over yet. A contact record tells of the work before
 * it is over in a replay, where it stands at the time the contact left the queue; it counts from its end on all the same.
 */
final class Handlings {
    private final Map<String, QueueHandling> byContact = new LinkedHashMap<>();

    Handlings(List<QueueHandling> handled) {
        handled.forEach(each -> byContact.put(each.getContactId(), each));
    }

    void apply(QueueContact contact, Instant at) {
        boolean worked = contact.getState() == QueueContactState.GONE
                && contact.getOptionalQueuedAt().isPresent();
        QueueHandling known = byContact.get(contact.getContactId());
        if (worked && (known == null || !known.getByRecord())) {
            contact.getOptionalHandledMillis()
                    .ifPresent(millis -> byContact.put(
                            contact.getContactId(),
                            QueueHandling.newBuilder()
                                    .setContactId(contact.getContactId())
                                    .setEndedAt(at)
                                    .setMillis(millis)
                                    .setByRecord(false)
                                    .build()));
        }
    }

    void apply(QueueEnd end) {
        end.getOptionalHandledMillis()
                .ifPresent(millis -> byContact.put(
                        end.getContactId(),
                        QueueHandling.newBuilder()
                                .setContactId(end.getContactId())
                                .setEndedAt(end.getDequeuedAt().plusMillis(millis))
                                .setMillis(millis)
                                .setByRecord(true)
                                .build()));
    }

    void forget(Window window) {
        byContact.values().removeIf(handling -> window.isPast(handling.getEndedAt()));
    }

    Collection<QueueHandling> all() {
        return byContact.values();
    }
}
