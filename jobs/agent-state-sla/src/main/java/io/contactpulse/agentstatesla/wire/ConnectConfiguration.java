package io.contactpulse.agentstatesla.wire;

import io.contactpulse.jobruntime.decode.JsonFields;
import io.contactpulse.jobruntime.decode.Unreadable;
import io.contactpulse.schema.AgentQueue;
import io.contactpulse.schema.AgentSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the parts of an agent's configuration that rules and queues ask for. */
final class ConnectConfiguration {
    private final AgentSnapshot.Builder snapshot;
    private final List<AgentQueue> queues = new ArrayList<>();
    private long slots;

    private ConnectConfiguration(AgentSnapshot.Builder snapshot) {
        this.snapshot = snapshot;
    }

    static void read(JsonFields fields, AgentSnapshot.Builder snapshot) throws Unreadable {
        if (fields.enterObject()) {
            new ConnectConfiguration(snapshot).readInto(fields);
        }
    }

    private void readInto(JsonFields fields) throws Unreadable {
        while (fields.next()) {
            switch (fields.name()) {
                case "Username":
                    snapshot.setUsername(fields.text().orElse(null));
                    break;
                case "RoutingProfile":
                    readRoutingProfile(fields);
                    break;
                case "AgentHierarchyGroups":
                    readGroups(fields);
                    break;
                default:
            }
        }
        snapshot.setQueues(queues);
        snapshot.setSlots(slots > 0 && slots <= Integer.MAX_VALUE ? (int) slots : null);
    }

    private void readRoutingProfile(JsonFields fields) throws Unreadable {
        if (!fields.enterObject()) {
            return;
        }
        while (fields.next()) {
            switch (fields.name()) {
                case "Name":
                    snapshot.setRoutingProfile(fields.text().orElse(null));
                    break;
                case "InboundQueues":
                    readQueues(fields);
                    break;
                case "Concurrency":
                    readConcurrency(fields);
                    break;
                default:
            }
        }
    }

    private void readQueues(JsonFields fields) throws Unreadable {
        if (!fields.enterArray()) {
            return;
        }
        while (fields.nextElement()) {
            readQueue(fields).ifPresent(queues::add);
        }
    }

    private static Optional<AgentQueue> readQueue(JsonFields fields) throws Unreadable {
        if (!fields.enterObject()) {
            return Optional.empty();
        }
        @Nullable String arn = null;
        @Nullable String name = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "ARN":
                    arn = fields.text().orElse(null);
                    break;
                case "Name":
                    name = fields.text().orElse(null);
                    break;
                default:
            }
        }
        return arn == null
                ? Optional.empty()
                : Optional.of(AgentQueue.newBuilder()
                        .setQueueId(Arn.lastSegment(arn))
                        .setQueueName(name)
                        .build());
    }

    private void readConcurrency(JsonFields fields) throws Unreadable {
        if (!fields.enterArray()) {
            return;
        }
        while (fields.nextElement()) {
            if (fields.enterObject()) {
                readChannel(fields);
            }
        }
    }

    private void readChannel(JsonFields fields) throws Unreadable {
        while (fields.next()) {
            if (fields.name().equals("MaximumSlots")) {
                OptionalLong most = fields.wholeNumber();
                slots = Math.max(slots, most.orElse(0));
            }
        }
    }

    /** Levels are named Level1 to Level5 and come in any order; the lowest number is the site, the highest the team. */
    private void readGroups(JsonFields fields) throws Unreadable {
        if (!fields.enterObject()) {
            return;
        }
        TreeMap<String, String> byLevel = new TreeMap<>();
        while (fields.next()) {
            String level = fields.name();
            readName(fields).ifPresent(name -> byLevel.put(level, name));
        }
        if (!byLevel.isEmpty()) {
            snapshot.setSite(byLevel.firstEntry().getValue());
            snapshot.setTeam(byLevel.lastEntry().getValue());
            snapshot.setGroups(new ArrayList<>(byLevel.values()));
        }
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
}
