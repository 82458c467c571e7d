package io.contactpulse.agentstatesla.wire;

import io.contactpulse.jobruntime.decode.JsonFields;
import io.contactpulse.jobruntime.decode.Unreadable;
import io.contactpulse.schema.AgentContact;
import io.contactpulse.schema.AgentSnapshot;
import io.contactpulse.schema.AgentStatusType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads an agent snapshot: the status and the one chosen next, configuration and contacts. */
final class ConnectSnapshot {
    private final AgentSnapshot.Builder snapshot = AgentSnapshot.newBuilder().setStatusType(AgentStatusType.UNKNOWN);
    private final List<AgentContact> contacts = new ArrayList<>();

    private ConnectSnapshot() {}

    /** Absent when it is null, as it is for some logins. */
    static Optional<AgentSnapshot> read(JsonFields fields) throws Unreadable {
        if (!fields.enterObject()) {
            return Optional.empty();
        }
        ConnectSnapshot reader = new ConnectSnapshot();
        while (fields.next()) {
            reader.readField(fields);
        }
        return Optional.of(reader.snapshot.setContacts(reader.contacts).build());
    }

    private void readField(JsonFields fields) throws Unreadable {
        switch (fields.name()) {
            case "AgentStatus":
                readStatus(fields);
                break;
            case "NextAgentStatus":
                readNextStatus(fields);
                break;
            case "Configuration":
                ConnectConfiguration.read(fields, snapshot);
                break;
            case "Contacts":
                readContacts(fields);
                break;
            default:
        }
    }

    private void readStatus(JsonFields fields) throws Unreadable {
        if (!fields.enterObject()) {
            return;
        }
        while (fields.next()) {
            switch (fields.name()) {
                case "Name":
                    snapshot.setStatusName(fields.text().orElse(null));
                    break;
                case "Type":
                    snapshot.setStatusType(Names.constant(AgentStatusType.UNKNOWN, fields.text()));
                    break;
                case "StartTimestamp":
                    snapshot.setStatusStartedAt(fields.instant().orElse(null));
                    break;
                default:
            }
        }
    }

    private void readNextStatus(JsonFields fields) throws Unreadable {
        if (!fields.enterObject()) {
            return;
        }
        while (fields.next()) {
            switch (fields.name()) {
                case "Name":
                    snapshot.setNextStatusName(fields.text().orElse(null));
                    break;
                case "EnqueuedTimestamp":
                    snapshot.setNextStatusSince(fields.instant().orElse(null));
                    break;
                default:
            }
        }
    }

    private void readContacts(JsonFields fields) throws Unreadable {
        if (!fields.enterArray()) {
            return;
        }
        while (fields.nextElement()) {
            contacts.add(ConnectContact.read(fields));
        }
    }
}
