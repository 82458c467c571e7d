package io.contactpulse.agentstatesla.operator;

import static io.contactpulse.agentstatesla.domain.desk.Entries.agent;
import static io.contactpulse.agentstatesla.domain.desk.Entries.breach;
import static io.contactpulse.agentstatesla.domain.desk.Entries.command;
import static io.contactpulse.agentstatesla.domain.desk.Entries.heard;
import static io.contactpulse.agentstatesla.domain.desk.Entries.trouble;
import static io.contactpulse.testkit.Moments.NINE_OCLOCK;
import static io.contactpulse.testkit.Moments.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.contactpulse.agentstatesla.domain.desk.Entries;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.Alert;
import io.contactpulse.schema.AlertCommandType;
import io.contactpulse.schema.DeadLetterReason;
import io.contactpulse.schema.DeskEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunAlertDeskTest {
    private static final String RULES = """
            rules:
              - id: error
                when: { state: ERROR }
                warn: 15s
                critical: 60s
            """;
    private static final String OTHER_RULES = RULES.replace("id: error", "id: other");

    private final Entries.BreachOf breach = breach("a", "error");
    private DeskHarness harness;

    @BeforeEach
    void open() throws Exception {
        harness = DeskHarness.live(RULES, NINE_OCLOCK);
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void tellsRowsEventsAndMessages() throws Exception {
        harness.arrives(breach.warns(at("09:00:10")));
        harness.arrives(breach.clears(at("09:00:20")));

        assertThat(harness.rows()).extracting(Alert::getSeq).containsExactly(1, 2);
        assertThat(harness.story()).containsExactly("a 1 FIRING WARN 09:00:10 !", "a 2 RESOLVED WARN 09:00:20 !");
        assertThat(harness.messages()).containsExactly("a#1", "a#2");
    }

    @Test
    void pagesOnceOverARestart() throws Exception {
        harness.arrives(breach.warns(at("09:00:10")));
        OperatorSubtaskState snapshot = harness.snapshot();
        harness.close();

        harness = DeskHarness.restored(RULES, snapshot, at("09:00:30"));
        harness.clockReaches(at("09:00:50"));
        assertThat(harness.story()).isEmpty();
        harness.arrives(breach.getsCritical(at("09:01:00")));
        harness.arrives(breach.clears(at("09:01:10")));

        assertThat(harness.story())
                .containsExactly("a 2 FIRING CRITICAL 09:01:00 !", "a 3 RESOLVED CRITICAL 09:01:10 !");
    }

    @Test
    void restoresEveryKindOfMemory() throws Exception {
        for (int agent = 0; agent < 5; agent++) {
            harness.arrives(trouble(agent("agent-" + agent, "Sales"), AgentState.ERROR, at("09:00:0" + agent)));
        }
        harness.arrives(heard("agent-0", true, at("09:00:05")));
        harness.arrives(breach("b", "error").by(agent("agent-9", "Sales")).warns(at("09:00:20")));
        OperatorSubtaskState snapshot = harness.snapshot();
        List<String> before = harness.story();
        harness.close();

        harness = DeskHarness.restored(RULES, snapshot, at("09:00:30"));
        harness.arrives(breach("c", "error").by(agent("agent-8", "Sales")).warns(at("09:00:40")));

        assertThat(before).hasSize(2);
        assertThat(harness.story()).containsExactly("c 1 FIRING WARN 09:00:40");
        assertThat(harness.rows().get(0).getOptionalIncidentId()).isPresent();
    }

    @Test
    void endsTheAlertsOfARuleThatIsGoneAtOnce() throws Exception {
        harness.arrives(breach.warns(at("09:00:10")));
        harness.clockReaches(at("09:00:19.999"));
        harness.rulesBecome("2", OTHER_RULES);

        assertThat(harness.story()).containsExactly("a 1 FIRING WARN 09:00:10 !", "a 2 RESOLVED WARN 09:00:20 !");
        assertThat(harness.rows().get(1).getOptionalReason()).contains("RULE_REMOVED");
    }

    @Test
    void keepsAlertsOfRulesThatStay() throws Exception {
        harness.arrives(breach.warns(at("09:00:10")));
        harness.rulesBecome("2", RULES);

        assertThat(harness.story()).containsExactly("a 1 FIRING WARN 09:00:10 !");
    }

    @Test
    void keepsACommandApartThatCannotBeCarriedOut() throws Exception {
        harness.arrives(command("k1", "unknown", AlertCommandType.ACK, at("09:00:10"), null));

        assertThat(harness.sideOutput(RunAlertDesk.REFUSED))
                .extracting(refused -> refused.getLetter().getReason())
                .containsExactly(DeadLetterReason.UNKNOWN_ALERT);
        assertThat(harness.story()).isEmpty();
    }

    @Test
    void leavesNoTimerBehind() throws Exception {
        harness.arrives(breach.warns(at("09:00:10")));
        assertThat(harness.timers()).isEqualTo(1);
        harness.arrives(breach.clears(at("09:00:20")));
        harness.clockReaches(at("10:10:30"));

        assertThat(harness.timers()).isZero();
        // The notes, of which there is one per instance.
        assertThat(harness.stateEntries()).isEqualTo(1);
    }

    @Test
    void losesTheFeedByTheWallClockOnly() throws Exception {
        harness.arrives(heard("agent-001", true, at("09:00:00")));
        harness.clockReaches(at("09:04:59.998"));
        assertThat(harness.story()).isEmpty();
        harness.clockReaches(at("09:05:00"));

        assertThat(harness.rows())
                .extracting(Alert::getAgentId, Alert::getRuleId, Alert::getStateStart)
                .containsExactly(tuple(null, "feed-lost", at("09:00:00")));
        assertThat(harness.messages()).hasSize(1);
    }

    @Test
    void givesTheFeedItsTimeAfterTheJobWasDown() throws Exception {
        harness.arrives(heard("agent-001", true, at("09:00:00")));
        OperatorSubtaskState snapshot = harness.snapshot();
        harness.close();

        harness = DeskHarness.restored(RULES, snapshot, at("10:00:00"));
        harness.clockReaches(at("10:04:59.998"));
        assertThat(harness.story()).isEmpty();
        harness.clockReaches(at("10:05:00"));

        assertThat(harness.messages()).hasSize(1);
        assertThat(harness.rows().get(0).getOptionalCriticalAt()).contains(at("09:05:00"));
    }

    @Test
    void letsNothingHappenAfterTheEndOfAReplay() throws Exception {
        harness.close();
        harness = DeskHarness.replaying(RULES, at("09:04:59"));
        harness.arrives(heard("agent-001", true, at("09:00:00")));
        harness.watermarkReaches(Long.MAX_VALUE);

        assertThat(harness.story()).isEmpty();
    }

    @Test
    void replaysWhatItDidLive() throws Exception {
        List<DeskEntry> entries = aStormAndASilence();
        for (DeskEntry entry : entries) {
            harness.clockReaches(entry.getAt().minusMillis(1));
            harness.arrives(entry);
        }
        harness.clockReaches(at("09:30:00"));
        List<Alert> live = harness.rows();
        List<String> liveStory = harness.story();
        List<String> liveMessages = harness.messages();
        harness.close();

        harness = DeskHarness.replaying(RULES, at("09:30:00"));
        for (DeskEntry entry : entries) {
            harness.arrives(entry);
        }
        harness.watermarkReaches(Long.MAX_VALUE);

        assertThat(harness.rows()).isEqualTo(live);
        assertThat(harness.story()).isEqualTo(liveStory).hasSizeGreaterThan(10);
        assertThat(harness.messages()).isEqualTo(liveMessages);
    }

    private static List<DeskEntry> aStormAndASilence() {
        List<DeskEntry> entries = new ArrayList<>();
        for (int number = 0; number < 8; number++) {
            String agent = "agent-00" + number;
            Instant start = at("09:01:00").plus(Duration.ofSeconds(2L * number));
            Entries.BreachOf error = breach("error-of-" + agent, "error").by(agent(agent, "Sales"));
            entries.add(heard(agent, true, start));
            entries.add(trouble(agent(agent, "Sales"), AgentState.ERROR, start));
            entries.add(error.warns(start.plusSeconds(15)));
            entries.add(error.getsCritical(start.plusSeconds(60)));
            if (number < 4) {
                entries.add(error.clears(start.plusSeconds(90)));
                entries.add(heard(agent, true, start.plusSeconds(90)));
            }
        }
        entries.add(breach("late", "error").by(agent("agent-100", "Care")).warns(at("09:03:00")));
        entries.add(heard("agent-100", true, at("09:20:00")));
        entries.sort(Comparator.comparing(DeskEntry::getAt).thenComparing(DeskEntry::getOrder));
        return entries;
    }
}
