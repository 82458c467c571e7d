package io.contactpulse.agentstatesla.operator;

import static io.contactpulse.agentstatesla.domain.desk.Entries.agent;
import static io.contactpulse.agentstatesla.domain.desk.Entries.breach;
import static io.contactpulse.agentstatesla.domain.desk.Entries.command;
import static io.contactpulse.agentstatesla.domain.desk.Entries.heard;
import static io.contactpulse.agentstatesla.domain.desk.Entries.trouble;
import static io.contactpulse.testkit.Moments.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.agentstatesla.domain.desk.DeskSettings;
import io.contactpulse.agentstatesla.domain.desk.Entries;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.AlertCommandType;
import io.contactpulse.schema.AlertSignal;
import io.contactpulse.schema.AlertSubject;
import io.contactpulse.schema.DeskEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Goes on from the state of every release that has a desk. Each file was written at 09:07:00 by a release. Of one instance
 * some alert was acknowledged, one muted until 09:20, one in quiet hours until 09:30, one held since it was gone, one over,
 * and one part of an incident of 09:06:44; the team had been told four times of six. The feed of another instance had been lost at
 * 09:05, and a breach of 09:06 was not believed yet.
 */
class ReleasedDeskStateTest {
    private static final String UID = "run-alert-desk";
    private static final String RULES = """
            rules:
              - id: error
                when: { state: ERROR }
                warn: 15s
                critical: 60s
              - id: quiet
                when: { state: ERROR }
                warn: 15s
                quietHours: { zone: UTC, periods: ["22:00-09:30"] }
              - id: held
                when: { state: ERROR }
                warn: 15s
                keepFiring: 10m
                flapDamping: { alerts: 3, within: 1h }
            """;
    private static final DeskSettings SETTINGS =
            DeskSettings.newBuilder().pagesPerHour(6).build();

    private static final String INCIDENT = "d2a83647ac63027068c8b4c08ad5bba1";
    private static final String FEED = "f0e8509e7aa2bec5065c6b302e1f0a05";
    private static final DeskEntry MUTE = command("k2", "muted", AlertCommandType.MUTE, at("09:00:40"), at("09:20:00"));
    private static final AlertSubject SALES = agent("agent-010", "Sales");

    static List<Path> releases() throws IOException {
        return ReleasedStates.of(UID);
    }

    @ParameterizedTest
    @MethodSource("releases")
    void goesOnWhereTheReleaseStopped(Path release) throws Exception {
        try (DeskHarness harness =
                DeskHarness.restored(RULES, SETTINGS, ReleasedStates.read(release), at("09:07:02"))) {
            Entries.BreachOf again = of("again", "held", "agent-004").since(at("09:07:10"));
            harness.arrives(of("over", "error", "agent-005").warns(at("09:07:10")));
            harness.arrives(
                    breach("joins", "error").by(agent("agent-020", "Sales")).warns(at("09:07:20")));
            harness.arrives(again.warns(at("09:07:25")));
            harness.arrives(again.clears(at("09:07:30")));
            harness.arrives(MUTE);
            harness.arrives(elsewhere(heard("agent-901", true, at("09:07:40"))));
            harness.arrives(elsewhere(heard("agent-901", false, at("09:07:50"))));
            harness.arrives(of("acknowledged", "error", "agent-001").clears(at("09:08:00")));
            harness.arrives(breach("child", "error").by(SALES).clears(at("09:08:10")));
            harness.arrives(
                    breach("joins", "error").by(agent("agent-020", "Sales")).clears(at("09:08:20")));
            for (String time : List.of("09:11:00", "09:17:30", "09:20:00")) {
                harness.clockReaches(at(time));
            }
            harness.arrives(of("capped", "error", "agent-006").warns(at("09:21:00")));
            harness.clockReaches(at("09:30:00"));
            harness.clockReaches(at("10:00:10"));

            assertThat(harness.story())
                    .containsExactly(
                            "over 3 FIRING WARN 09:07:10 !",
                            "joins 1 FIRING WARN 09:07:20",
                            FEED + " 2 RESOLVED CRITICAL 09:07:40 !",
                            "pending 1 FIRING WARN 09:06:00",
                            "acknowledged 3 RESOLVED WARN 09:08:00 !",
                            "child 2 RESOLVED WARN 09:08:10",
                            "joins 2 RESOLVED WARN 09:08:20",
                            INCIDENT + " 2 RESOLVED CRITICAL 09:08:20 !",
                            "held 2 RESOLVED WARN 09:07:30 !",
                            "muted 3 FIRING WARN 09:20:00 !",
                            "capped 1 FIRING WARN 09:21:00",
                            "quiet 2 FIRING WARN 09:30:00");
            assertThat(harness.messages())
                    .containsExactly(
                            "over#3",
                            FEED + "#2",
                            "acknowledged#3",
                            INCIDENT + "#2",
                            "held#2",
                            "muted#3",
                            "digest#instance-1#quiet#" + at("09:30:00").toEpochMilli(),
                            "muted#instance-1#North#" + at("10:00:10").toEpochMilli());
        }
    }

    private static Entries.BreachOf of(String alertId, String ruleId, String agent) {
        return breach(alertId, ruleId).by(agent(agent, null));
    }

    private static DeskEntry elsewhere(DeskEntry entry) {
        DeskEntry.Builder moved = DeskEntry.newBuilder(entry).setInstanceId("instance-2");
        entry.getOptionalSignal()
                .ifPresent(signal -> moved.setSignal(AlertSignal.newBuilder(signal)
                        .setInstanceId("instance-2")
                        .build()));
        return moved.build();
    }

    /** Writes the file of a release: {@code ReleasedDeskStateTest$Freeze 2026-11b}. Refuses to touch an existing one. */
    public static final class Freeze {
        private Freeze() {}

        public static void main(String[] args) throws Exception {
            try (DeskHarness harness = DeskHarness.live(RULES, SETTINGS, at("09:00:00"))) {
                harness.arrives(elsewhere(heard("agent-901", true, at("09:00:00"))));
                harness.arrives(of("acknowledged", "error", "agent-001").warns(at("09:00:10")));
                harness.arrives(command("k1", "acknowledged", AlertCommandType.ACK, at("09:00:20"), null));
                harness.arrives(of("muted", "error", "agent-002").warns(at("09:00:30")));
                harness.arrives(MUTE);
                harness.arrives(of("quiet", "quiet", "agent-003").warns(at("09:00:50")));
                Entries.BreachOf held = of("held", "held", "agent-004");
                harness.arrives(held.warns(at("09:03:00")));
                harness.arrives(held.clears(at("09:03:30")));
                Entries.BreachOf over = of("over", "error", "agent-005");
                harness.arrives(over.warns(at("09:04:00")));
                harness.arrives(over.clears(at("09:04:30")));
                harness.clockReaches(at("09:05:30"));
                harness.arrives(elsewhere(of("pending", "error", "agent-901").warns(at("09:06:00"))));
                for (int second = 0; second < 5; second++) {
                    harness.arrives(trouble(
                            agent("agent-01" + second, "Sales"),
                            AgentState.ERROR,
                            at("09:06:40").plusSeconds(second)));
                }
                harness.arrives(breach("child", "error").by(SALES).warns(at("09:06:55")));
                harness.clockReaches(at("09:07:00"));
                ReleasedStates.write(UID, args[0], harness.snapshot());
            }
        }
    }
}
