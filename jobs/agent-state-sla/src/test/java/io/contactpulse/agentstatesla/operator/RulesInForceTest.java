package io.contactpulse.agentstatesla.operator;

import static io.contactpulse.testkit.AgentEvents.anAgentEvent;
import static io.contactpulse.testkit.Moments.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.schema.ContactState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

/** A release that took these rules has put them into state; the one that runs now refuses them. */
class RulesInForceTest {
    private static final String REFUSED = "rules: [{id: a, when: {state: ON_HOLD}, warn: soon}]";
    private static final String TAKEN = "rules: [{id: a, when: {state: ON_HOLD}, warn: 130s}]";
    private static final String SAID =
            "stored rules refused, the rules of the start are in force; correct the rule files "
                    + "problems=rules.yaml:1: 'warn' must be a duration such as 90s, 5m or 2h, not 'soon'";

    @Test
    void goesByTheRulesOfTheStartWhenAStoredSetIsRefusedAndSaysSoOnce() throws Exception {
        OperatorSubtaskState stored = stateWithRefusedRules();

        try (ErrorLog log = new ErrorLog(RulesInForce.class);
                TrackingHarness harness = TrackingHarness.restored(stored, at("09:00:20"))) {
            harness.arrives(anAgentEvent().of("agent-2").at(at("09:00:30")));
            harness.secondsPassUntil(at("09:02:00"));

            assertThat(harness.signals()).containsExactly("1 RAISED WARN 09:02:00");
            assertThat(log.lines()).containsExactly(SAID);
        }
    }

    @Test
    void goesByTheNextSetThatIsTaken() throws Exception {
        try (TrackingHarness harness = TrackingHarness.restored(stateWithRefusedRules(), at("09:00:20"))) {
            harness.secondsPassUntil(at("09:01:30"));
            harness.rulesBecome(TAKEN);
            harness.secondsPassUntil(at("09:03:00"));

            assertThat(harness.signals()).containsExactly("1 RAISED WARN 09:02:10");
        }
    }

    private static OperatorSubtaskState stateWithRefusedRules() throws Exception {
        try (TrackingHarness harness = TrackingHarness.started(at("08:59:00"))) {
            harness.arrives(anAgentEvent().of("agent-2").at(at("08:59:00")));
            harness.arrives(anAgentEvent().at(at("09:00:00")).holding("c1", ContactState.CONNECTED_ONHOLD));
            harness.rulesBecome(REFUSED);
            return harness.snapshot();
        }
    }
}
