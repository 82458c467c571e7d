package io.contactpulse.agentstatesla.operator;

import static io.contactpulse.testkit.AgentEvents.anAgentEvent;
import static io.contactpulse.testkit.Moments.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.contactpulse.schema.AgentEvent;
import io.contactpulse.schema.AgentSnapshot;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.ContactState;
import io.contactpulse.testkit.AgentEvents;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Goes on from the state of every release that knows measures. Each file was written at 09:05:00 by a release, when an agent
 * who had logged in at 09:00 and rejected two contacts had c3 on hold for the second time, now since 09:04 and before for a
 * minute, and had chosen Lunch for afterwards at 09:04:30.
 */
class ReleasedAgentStateTest {
    private static final String UID = "track-agent-state";

    static List<Path> releases() throws IOException {
        return ReleasedStates.of(UID);
    }

    @ParameterizedTest
    @MethodSource("releases")
    void goesOnWhereTheReleaseStopped(Path release) throws Exception {
        try (TrackingHarness harness = TrackingHarness.restored(ReleasedStates.read(release), at("09:05:02"))) {
            harness.secondsPassUntil(at("09:10:00"));
            harness.arrives(choosingLunch(anAgentEvent().at(at("09:10:00")).holding("c3", ContactState.CONNECTED)));
            harness.secondsPassUntil(at("09:14:40"));
            harness.arrives(anAgentEvent().at(at("09:14:40")));
            harness.arrives(anAgentEvent().at(at("09:14:50")).holding("c4", ContactState.REJECTED));
            harness.secondsPassUntil(at("09:15:15"));

            assertThat(harness.measured())
                    .containsExactly(
                            "hold-too-long 1 RAISED WARN 09:06:00",
                            "hold-too-long 2 RAISED CRITICAL 09:07:00",
                            "total-hold-too-long 1 RAISED WARN 09:07:00",
                            "total-hold-too-long 2 RAISED CRITICAL 09:09:00",
                            "hold-too-long 3 CLEARED CRITICAL 09:10:00",
                            "next-status-pending 1 RAISED WARN 09:14:30",
                            "total-hold-too-long 3 CLEARED CRITICAL 09:14:40",
                            "next-status-pending 2 CLEARED WARN 09:14:40",
                            "rejected-often 1 RAISED WARN 09:14:50");
            assertThat(harness.sideOutput(TrackAgentState.OCCUPANCY))
                    .extracting("start", "staffedMillis", "onContactMillis", "idleMillis", "occupancy")
                    .containsExactly(tuple(at("09:00:00"), 900_000L, 760_000L, 140_000L, 844));
            assertThat(harness.sideOutput(TrackAgentState.INTERVALS))
                    .extracting("start", "state")
                    .containsExactly(
                            tuple(at("09:04:00"), AgentState.ON_HOLD),
                            tuple(at("09:10:00"), AgentState.ON_CONTACT),
                            tuple(at("09:14:40"), AgentState.AVAILABLE),
                            tuple(at("09:14:50"), AgentState.REJECTED));
        }
    }

    private static AgentEvent choosingLunch(AgentEvents event) {
        AgentEvent plain = event.build();
        return AgentEvent.newBuilder(plain)
                .setSnapshot(AgentSnapshot.newBuilder(plain.getSnapshot())
                        .setNextStatusName("Lunch")
                        .setNextStatusSince(at("09:04:30"))
                        .build())
                .build();
    }

    /** Writes the file of a release: {@code ReleasedAgentStateTest$Freeze 2026-11b}. Refuses to touch an existing one. */
    public static final class Freeze {
        private Freeze() {}

        public static void main(String[] args) throws Exception {
            try (TrackingHarness harness = TrackingHarness.started(at("09:00:00"))) {
                harness.arrives(anAgentEvent().at(at("09:00:00")));
                harness.arrives(anAgentEvent().at(at("09:00:30")).holding("c1", ContactState.REJECTED));
                harness.arrives(anAgentEvent().at(at("09:00:40")));
                harness.arrives(anAgentEvent().at(at("09:01:00")).holding("c2", ContactState.REJECTED));
                harness.arrives(anAgentEvent().at(at("09:01:10")));
                harness.arrives(anAgentEvent().at(at("09:02:00")).holding("c3", ContactState.CONNECTED_ONHOLD));
                harness.arrives(anAgentEvent().at(at("09:03:00")).holding("c3", ContactState.CONNECTED));
                harness.arrives(anAgentEvent().at(at("09:04:00")).holding("c3", ContactState.CONNECTED_ONHOLD));
                harness.arrives(choosingLunch(anAgentEvent()
                        .at(at("09:04:30"))
                        .holding("c3", ContactState.CONNECTED_ONHOLD, at("09:04:00"))));
                harness.clockReaches(at("09:05:00"));
                ReleasedStates.write(UID, args[0], harness.snapshot());
            }
        }
    }
}
