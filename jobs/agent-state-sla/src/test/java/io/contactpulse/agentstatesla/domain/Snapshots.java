package io.contactpulse.agentstatesla.domain;

import io.contactpulse.schema.AgentEvent;
import io.contactpulse.schema.AgentSnapshot;
import io.contactpulse.testkit.AgentEvents;
import java.util.function.Consumer;

/** Events that say more of the agent than most tests need. */
final class Snapshots {
    private Snapshots() {}

    static AgentEvent with(AgentEvents event, Consumer<AgentSnapshot.Builder> change) {
        AgentEvent built = event.build();
        AgentSnapshot.Builder snapshot = AgentSnapshot.newBuilder(built.getSnapshot());
        change.accept(snapshot);
        return AgentEvent.newBuilder(built).setSnapshot(snapshot.build()).build();
    }
}
