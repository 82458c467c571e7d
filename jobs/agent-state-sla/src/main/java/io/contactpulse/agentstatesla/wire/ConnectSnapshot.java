package io.contactpulse.agentstatesla.wire;

import io.contactpulse.jobruntime.decode.JsonFields;
import io.contactpulse.jobruntime.decode.Unreadable;
import io.contactpulse.schema.AgentContact;
import io.contactpulse.schema.AgentSnapshot;
import io.contactpulse.schema.AgentStatusType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads an agent snapshot: status, the parts of the configuration that rules ask for, and contacts. */
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
            case "Configuration":
                readConfiguration(fields);
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

    private void readConfiguration(JsonFields fields) throws Unreadable {
        if (!fields.enterObject()) {
            return;
        }
        while (fields.next()) {
            switch (fields.name()) {
                case "Username":
                    snapshot.setUsername(fields.text().orElse(null));
                    break;
                case "RoutingProfile":
                    snapshot.setRoutingProfile(readName(fields).orElse(null));
                    break;
                case "AgentHierarchyGroups":
                    snapshot.setTeam(readDeepestGroup(fields).orElse(null));
                    break;
                default:
            }
        }
    }

    /** Levels are named Level1 to Level5 and come in any order; the deepest that has a group is the team. */
    private static Optional<String> readDeepestGroup(JsonFields fields) throws Unreadable {
        String deepestLevel = "";
        Optional<String> deepest = Optional.empty();
        if (!fields.enterObject()) {
            return deepest;
        }
        while (fields.next()) {
            String level = fields.name();
            Optional<String> name = readName(fields);
            if (name.isPresent() && level.compareTo(deepestLevel) > 0) {
                deepestLevel = level;
                deepest = name;
            }
        }
        return deepest;
    }

    private static Optional<String> readName(JsonFields fields) throws Unreadable {
        Optional<String> name = Optional.empty();
        if (!fields.enterObject()) {
            return name;
        }
        while (fields.next()) {
            if (fields.name().equals("Name")) {
                name = fields.text();
            }
        }
        return name;
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
