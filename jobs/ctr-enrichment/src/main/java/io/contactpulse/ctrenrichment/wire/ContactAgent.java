package io.contactpulse.ctrenrichment.wire;

import io.contactpulse.jobruntime.decode.JsonFields;
import io.contactpulse.jobruntime.decode.Unreadable;
import io.contactpulse.schema.ContactRecord;
import org.jspecify.annotations.Nullable;

/** Reads the agent, or the third party, who took the contact, and how long what took. */
final class ContactAgent {
    private ContactAgent() {}

    static void read(JsonFields fields, ContactRecord.Builder record) throws Unreadable {
        if (!fields.enterObject()) {
            return;
        }
        while (fields.next()) {
            readField(fields, record);
        }
    }

    static void readExternal(JsonFields fields, ContactRecord.Builder record) throws Unreadable {
        if (!fields.enterObject()) {
            return;
        }
        while (fields.next()) {
            if (fields.name().equals("ExternalThirdPartyInteractionDuration")) {
                record.setExternalSeconds(Values.count(fields));
            }
        }
    }

    private static void readField(JsonFields fields, ContactRecord.Builder record) throws Unreadable {
        switch (fields.name()) {
            case "ARN":
                record.setAgentId(Values.lastSegment(fields));
                break;
            case "Username":
                record.setAgentUsername(Values.text(fields));
                break;
            case "ConnectedToAgentTimestamp":
                record.setAnsweredAt(fields.instant().orElse(null));
                break;
            case "HierarchyGroups":
                record.setTeam(readDeepestGroup(fields));
                break;
            case "RoutingProfile":
                record.setRoutingProfile(readName(fields, "Name"));
                break;
            default:
                readDuration(fields, record);
        }
    }

    private static void readDuration(JsonFields fields, ContactRecord.Builder record) throws Unreadable {
        switch (fields.name()) {
            case "AgentInteractionDuration":
                record.setTalkSeconds(Values.count(fields));
                break;
            case "CustomerHoldDuration":
                record.setHoldSeconds(Values.count(fields));
                break;
            case "LongestHoldDuration":
                record.setLongestHoldSeconds(Values.count(fields));
                break;
            case "NumberOfHolds":
                record.setHolds(Values.count(fields));
                break;
            case "AfterContactWorkDuration":
                record.setAcwSeconds(Values.count(fields));
                break;
            case "AfterContactWorkStartTimestamp":
                record.setAcwStartedAt(fields.instant().orElse(null));
                break;
            case "AfterContactWorkEndTimestamp":
                record.setAcwEndedAt(fields.instant().orElse(null));
                break;
            default:
        }
    }

    /** Levels are named Level1 to Level5 and come in any order; the deepest that has a group is the team. */
    private static @Nullable String readDeepestGroup(JsonFields fields) throws Unreadable {
        String deepestLevel = "";
        String deepest = null;
        if (!fields.enterObject()) {
            return deepest;
        }
        while (fields.next()) {
            String level = fields.name();
            String name = readName(fields, "GroupName");
            if (name != null && level.compareTo(deepestLevel) > 0) {
                deepestLevel = level;
                deepest = name;
            }
        }
        return deepest;
    }

    private static @Nullable String readName(JsonFields fields, String field) throws Unreadable {
        String name = null;
        if (!fields.enterObject()) {
            return name;
        }
        while (fields.next()) {
            if (fields.name().equals(field)) {
                name = Values.text(fields);
            }
        }
        return name;
    }
}
