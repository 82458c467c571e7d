package io.contactpulse.agentstatesla.operator;

import static io.contactpulse.testkit.AgentEvents.anAgentEvent;
import static io.contactpulse.testkit.Moments.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Goes on from the state of the first release, which had no desk and knew of states only. It was written at 09:02:10, when one
 * agent had c1 on hold since 09:00 (a warning is out) and c2 ringing since 09:02; another agent had logged out.
 */
class ReleasedStateTest {
    static List<Path> releases() throws IOException {
        return ReleasedStates.files(ReleasedStates.ROOT);
    }

    @ParameterizedTest
    @MethodSource("releases")
    void goesOnWhereTheReleaseStopped(Path release) throws Exception {
        try (TrackingHarness harness = TrackingHarness.restored(ReleasedStates.read(release), at("09:02:12"))) {
            harness.clockReaches(at("09:02:30"));
            harness.clockReaches(at("09:02:45"));
            harness.clockReaches(at("09:03:00"));
            harness.arrives(anAgentEvent().at(at("09:03:10")));
            harness.arrives(anAgentEvent().of("agent-2").at(at("09:03:20")));

            assertThat(harness.signals())
                    .containsExactly(
                            "1 RAISED WARN 09:02:20",
                            "2 RAISED CRITICAL 09:02:45",
                            "2 RAISED CRITICAL 09:03:00",
                            "3 CLEARED CRITICAL 09:03:10",
                            "3 CLEARED CRITICAL 09:03:10");
            assertThat(harness.signalRecords())
                    .extracting(signal ->
                            signal.getSubject().getContactId() + " " + signal.getSeq() + " " + signal.getAnnounced())
                    .containsExactly("c2 1 false", "c2 2 false", "c1 2 true", "c2 3 false", "c1 3 true");
            assertThat(harness.sideOutput(TrackAgentState.INTERVALS))
                    .extracting("start")
                    .containsExactly(at("09:02:00"));
        }
    }
}
