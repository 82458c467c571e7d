package io.contactpulse.agentstatesla.domain.queue;

import io.contactpulse.schema.QueueContact;
import io.contactpulse.schema.QueueContactState;
import io.contactpulse.schema.QueueEnd;
import io.contactpulse.schema.QueueExit;
import io.contactpulse.schema.QueueLeave;
import io.contactpulse.schema.QueueWait;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who waits in one queue and who left it within the window, each contact once. What a contact record says stands above
 * what agent events show. A contact without a time of queueing, an outbound call, never waited and is not known here.
 */
final class Visits {
    /** A contact unheard of for this long is taken for gone, nobody knows how. */
    private static final Duration FORGET_AFTER = Duration.ofMinutes(15);

    private final Map<String, QueueWait> waiting = new LinkedHashMap<>();
    private final Map<String, QueueLeave> left = new LinkedHashMap<>();

    Visits(List<QueueWait> waiting, List<QueueLeave> left) {
        waiting.forEach(wait -> this.waiting.put(wait.getContactId(), wait));
        left.forEach(leave -> this.left.put(leave.getContactId(), leave));
    }

    void apply(QueueContact contact, Instant at) {
        Optional<Instant> queuedAt = queuedAt(contact);
        if (queuedAt.isEmpty() || left.containsKey(contact.getContactId())) {
            return;
        }
        switch (contact.getState()) {
            case OFFERED:
            case RETURNED:
                waits(contact, queuedAt.get(), at);
                return;
            case ANSWERED:
                answered(
                        contact,
                        queuedAt.get(),
                        contact.getOptionalConnectedAt().orElse(at));
                return;
            case GONE:
                // It may have been answered unseen; if it still waits, its next offer tells.
                waiting.remove(contact.getContactId());
                contact.getOptionalConnectedAt().ifPresent(connected -> answered(contact, queuedAt.get(), connected));
                return;
            case UNKNOWN:
        }
    }

    private Optional<Instant> queuedAt(QueueContact contact) {
        return contact.getOptionalQueuedAt()
                .or(() ->
                        Optional.ofNullable(waiting.get(contact.getContactId())).map(QueueWait::getQueuedAt));
    }

    private void waits(QueueContact contact, Instant queuedAt, Instant at) {
        Optional<QueueWait> known = Optional.ofNullable(waiting.get(contact.getContactId()));
        waiting.put(
                contact.getContactId(),
                QueueWait.newBuilder()
                        .setContactId(contact.getContactId())
                        .setQueuedAt(queuedAt)
                        .setHeardAt(known.map(QueueWait::getHeardAt)
                                .filter(heard -> !heard.isBefore(at))
                                .orElse(at))
                        .setReturnedAt(known.flatMap(QueueWait::getOptionalReturnedAt)
                                .or(() -> contact.getState() == QueueContactState.RETURNED
                                        ? Optional.of(at)
                                        : Optional.empty())
                                .orElse(null))
                        .build());
    }

    private void answered(QueueContact contact, Instant queuedAt, Instant at) {
        leaves(QueueLeave.newBuilder()
                .setContactId(contact.getContactId())
                .setQueuedAt(queuedAt)
                .setLeftAt(at)
                .setExit(QueueExit.ANSWERED)
                .setByRecord(false)
                .build());
    }

    void apply(QueueEnd end) {
        leaves(QueueLeave.newBuilder()
                .setContactId(end.getContactId())
                .setQueuedAt(end.getEnqueuedAt())
                .setLeftAt(end.getDequeuedAt())
                .setExit(end.getExit())
                .setByRecord(true)
                .build());
    }

    private void leaves(QueueLeave leave) {
        waiting.remove(leave.getContactId());
        left.put(leave.getContactId(), leave);
    }

    void forget(Window window) {
        waiting.values().removeIf(wait -> !forgottenAt(wait).isAfter(window.now()));
        left.values().removeIf(leave -> window.isPast(leave.getLeftAt()));
    }

    private static Instant forgottenAt(QueueWait wait) {
        return wait.getHeardAt().plus(FORGET_AFTER);
    }

    Optional<Instant> nextForgotten() {
        return waiting.values().stream().map(Visits::forgottenAt).min(Instant::compareTo);
    }

    Optional<Instant> oldestSince() {
        return waiting.values().stream().map(QueueWait::getQueuedAt).min(Instant::compareTo);
    }

    /** Of those that were sent back: a contact that is offered for the first time is about to be answered. */
    Optional<Instant> oldestReturnedSince() {
        return waiting.values().stream()
                .filter(wait -> wait.getOptionalReturnedAt().isPresent())
                .map(QueueWait::getQueuedAt)
                .min(Instant::compareTo);
    }

    /** Since when somebody else could have answered the first that was sent back. */
    Optional<Instant> returnedSince() {
        return waiting.values().stream()
                .map(QueueWait::getOptionalReturnedAt)
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    Collection<QueueWait> waiting() {
        return waiting.values();
    }

    Collection<QueueLeave> left() {
        return left.values();
    }
}
