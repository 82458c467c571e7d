package io.contactpulse.agentstatesla.wire;

import io.contactpulse.jobruntime.decode.JsonFields;
import io.contactpulse.jobruntime.decode.Unreadable;
import io.contactpulse.schema.QueueEnd;
import io.contactpulse.schema.QueueEntry;
import io.contactpulse.schema.QueueExit;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads Amazon Connect's contact record as far as its queue goes. A callback is told by what it looks like: the flow ended
 * the contact and another one follows; the record itself does not say so.
 */
final class ContactRecord {
    /** Contacts that an agent begins, or listens to: they stand in no queue, whatever queue they are booked on. */
    private static final Set<String> NEVER_WAIT = Set.of("OUTBOUND", "EXTERNAL_OUTBOUND", "MONITOR");

    private static final String ENDED_BY_FLOW = "CONTACT_FLOW_DISCONNECT";
    private static final long MILLIS = 1000;

    private @Nullable String contactId;
    private @Nullable String instanceArn;
    private @Nullable Instant updatedAt;
    private @Nullable Instant disconnectedAt;
    private Optional<String> channel = Optional.empty();
    private Optional<String> initiation = Optional.empty();
    private Optional<String> nextContactId = Optional.empty();
    private Optional<String> disconnectReason = Optional.empty();
    private Optional<String> queueId = Optional.empty();
    private Optional<String> queueName = Optional.empty();
    private Optional<Instant> enqueuedAt = Optional.empty();
    private Optional<Instant> dequeuedAt = Optional.empty();
    private boolean hasAgent;
    private @Nullable Long handledMillis;

    private ContactRecord() {}

    static ContactRecord read(JsonFields fields) throws Unreadable {
        ContactRecord record = new ContactRecord();
        while (fields.next()) {
            record.readField(fields);
        }
        return record;
    }

    private void readField(JsonFields fields) throws Unreadable {
        switch (fields.name()) {
            case "ContactId":
                contactId = fields.keyText();
                break;
            case "InstanceARN":
                instanceArn = fields.keyText();
                break;
            case "LastUpdateTimestamp":
                updatedAt = fields.keyInstant();
                break;
            case "Channel":
                channel = fields.text();
                break;
            case "InitiationMethod":
                initiation = fields.text();
                break;
            case "NextContactId":
                nextContactId = fields.text();
                break;
            case "DisconnectReason":
                disconnectReason = fields.text();
                break;
            case "DisconnectTimestamp":
                disconnectedAt = fields.instant().orElse(null);
                break;
            case "Queue":
                readQueue(fields);
                break;
            case "Agent":
                readAgent(fields);
                break;
            default:
        }
    }

    private void readQueue(JsonFields fields) throws Unreadable {
        if (!fields.enterObject()) {
            return;
        }
        while (fields.next()) {
            switch (fields.name()) {
                case "ARN":
                    queueId = fields.text().map(Arn::lastSegment);
                    break;
                case "Name":
                    queueName = fields.text();
                    break;
                case "EnqueueTimestamp":
                    enqueuedAt = fields.instant();
                    break;
                case "DequeueTimestamp":
                    dequeuedAt = fields.instant();
                    break;
                default:
            }
        }
    }

    /** An agent who never got the contact is not written into its record. */
    private void readAgent(JsonFields fields) throws Unreadable {
        if (!fields.enterObject()) {
            return;
        }
        hasAgent = true;
        while (fields.next()) {
            switch (fields.name()) {
                case "AgentInteractionDuration":
                case "CustomerHoldDuration":
                case "AfterContactWorkDuration":
                    addHandled(fields.wholeNumber());
                    break;
                default:
            }
        }
    }

    private void addHandled(OptionalLong seconds) {
        if (seconds.isPresent()) {
            handledMillis = (handledMillis == null ? 0 : handledMillis) + seconds.getAsLong() * MILLIS;
        }
    }

    QueueEntry toEntry() throws Unreadable {
        String contact = required("ContactId", contactId);
        Instant updated = required("LastUpdateTimestamp", updatedAt);
        Optional<QueueEnd> end = end(contact);
        return QueueEntry.newBuilder()
                .setInstanceId(Arn.lastSegment(required("InstanceARN", instanceArn)))
                .setQueueId(queueId.orElse(""))
                .setQueueName(queueName.orElse(null))
                .setAt(end.map(QueueEnd::getDequeuedAt).orElse(updated))
                .setOrder(contact + " " + updated)
                .setEnd(end.orElse(null))
                .build();
    }

    private Optional<QueueEnd> end(String contact) {
        Optional<Instant> leftAt = dequeuedAt.or(() -> Optional.ofNullable(disconnectedAt));
        boolean waited =
                queueId.isPresent() && initiation.filter(NEVER_WAIT::contains).isEmpty();
        if (!waited || enqueuedAt.isEmpty() || leftAt.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(QueueEnd.newBuilder()
                .setContactId(contact)
                .setChannel(channel.orElse(null))
                .setEnqueuedAt(enqueuedAt.get())
                .setDequeuedAt(leftAt.get())
                .setExit(exit())
                .setHandledMillis(handledMillis)
                .build());
    }

    private QueueExit exit() {
        if (hasAgent) {
            return QueueExit.ANSWERED;
        }
        if (nextContactId.isEmpty()) {
            return QueueExit.ABANDONED;
        }
        return disconnectReason.filter(ENDED_BY_FLOW::equals).isPresent()
                ? QueueExit.CALLED_BACK
                : QueueExit.TRANSFERRED;
    }

    private static <T> T required(String field, @Nullable T value) throws Unreadable {
        if (value == null) {
            throw Unreadable.missing(field);
        }
        return value;
    }
}
