package io.contactpulse.agentstatesla.wire;

import io.contactpulse.jobruntime.decode.JsonFields;
import io.contactpulse.jobruntime.decode.Unreadable;
import io.contactpulse.schema.AgentContact;
import io.contactpulse.schema.ContactState;
import org.jspecify.annotations.Nullable;

/** Reads one contact of an agent snapshot. Without its id it cannot be told from others, so the id is required. */
final class ConnectContact {
    private static final String WHERE = "CurrentAgentSnapshot.Contacts[]";

    private final AgentContact.Builder contact = AgentContact.newBuilder().setState(ContactState.UNKNOWN);
    private @Nullable String contactId;

    private ConnectContact() {}

    static AgentContact read(JsonFields fields) throws Unreadable {
        if (!fields.enterObject()) {
            throw Unreadable.invalid(WHERE, "an object");
        }
        ConnectContact reader = new ConnectContact();
        while (fields.next()) {
            reader.readField(fields);
        }
        if (reader.contactId == null) {
            throw Unreadable.missing(WHERE + ".ContactId");
        }
        return reader.contact.setContactId(reader.contactId).build();
    }

    private void readField(JsonFields fields) throws Unreadable {
        switch (fields.name()) {
            case "ContactId":
                contactId = fields.keyText();
                break;
            case "Channel":
                contact.setChannel(fields.text().orElse(null));
                break;
            case "State":
                contact.setState(Names.constant(ContactState.UNKNOWN, fields.text()));
                break;
            case "StateStartTimestamp":
                contact.setStateStartedAt(fields.instant().orElse(null));
                break;
            case "QueueTimestamp":
                contact.setQueuedAt(fields.instant().orElse(null));
                break;
            case "ConnectedToAgentTimestamp":
                contact.setConnectedAt(fields.instant().orElse(null));
                break;
            case "InitiationMethod":
                contact.setInitiationMethod(fields.text().orElse(null));
                break;
            case "Queue":
                readQueue(fields);
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
                    contact.setQueueId(fields.text().map(Arn::lastSegment).orElse(null));
                    break;
                case "Name":
                    contact.setQueueName(fields.text().orElse(null));
                    break;
                default:
            }
        }
    }
}
