package io.contactpulse.agentstatesla.operator;

import static io.contactpulse.agentstatesla.domain.queue.QueueEntries.answered;
import static io.contactpulse.agentstatesla.domain.queue.QueueEntries.gone;
import static io.contactpulse.agentstatesla.domain.queue.QueueEntries.record;
import static io.contactpulse.agentstatesla.domain.queue.QueueEntries.returned;
import static io.contactpulse.agentstatesla.domain.queue.QueueEntries.staff;
import static io.contactpulse.testkit.Moments.at;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.contactpulse.schema.AgentAvailability;
import io.contactpulse.schema.QueueExit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Goes on from the state of every release that knows queues. Each file was written at 09:02:10 by a release, when of a queue
 * of one busy and one available agent c1 had waited since 09:00 (a warning is out), c2 had been answered too late (the
 * service level is broken) and left its agent after 20 seconds, and c3 had given up.
 */
class ReleasedQueueStateTest {
    private static final String UID = "watch-queues";

    static List<Path> releases() throws IOException {
        return ReleasedStates.of(UID);
    }

    @ParameterizedTest
    @MethodSource("releases")
    void goesOnWhereTheReleaseStopped(Path release) throws Exception {
        try (WatchingHarness harness = WatchingHarness.restored(ReleasedStates.read(release), at("09:02:12"))) {
            harness.clockReaches(at("09:02:59"));
            assertThat(harness.signals()).isEmpty();
            harness.clockReaches(at("09:03:00"));
            harness.hears(answered("09:03:10", "c1", "09:00:00"));
            harness.hears(staff("09:03:20", "agent-002", AgentAvailability.OFF));
            harness.clockReaches(at("09:40:00"));

            assertThat(harness.signals())
                    .containsExactly(
                            "wait RAISED CRITICAL 09:03:00 2",
                            "wait CLEARED CRITICAL 09:03:10 3",
                            "level CLEARED WARN 09:33:00 2");
            assertThat(harness.rows())
                    .extracting("at", "offered", "answered", "abandoned", "averageSpeedOfAnswerMillis", "staffed")
                    .containsExactly(
                            tuple(at("09:03:10"), 3, 2, 1, 125_000L, 2),
                            tuple(at("09:03:20"), 3, 2, 1, 125_000L, 1),
                            tuple(at("09:31:00"), 1, 1, 0, 190_000L, 1),
                            tuple(at("09:33:00"), 0, 0, 0, null, 1));
            assertThat(harness.rows()).extracting("averageHandleMillis").containsExactly(20_000L, 20_000L, null, null);
        }
    }

    /** Writes the file of a release: {@code ReleasedQueueStateTest$Freeze 2026-11b}. Refuses to touch an existing one. */
    public static final class Freeze {
        private Freeze() {}

        public static void main(String[] args) throws Exception {
            try (WatchingHarness harness = WatchingHarness.started(at("08:59:00"))) {
                harness.hears(staff("09:00:00", "agent-001", AgentAvailability.BUSY));
                harness.hears(staff("09:00:00", "agent-002", AgentAvailability.AVAILABLE));
                harness.hears(returned("09:00:10", "c1", "09:00:00"));
                harness.hears(answered("09:01:30", "c2", "09:00:30"));
                harness.hears(gone("09:01:50", "c2", "09:00:30", ofSeconds(20)));
                harness.hears(record("c3", "09:01:00", "09:01:55", QueueExit.ABANDONED));
                harness.clockReaches(at("09:02:10"));
                ReleasedStates.write(UID, args[0], harness.snapshot());
            }
        }
    }
}
