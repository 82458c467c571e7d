package io.contactpulse.agentstatesla.domain.desk;

import static io.contactpulse.agentstatesla.domain.desk.Entries.breach;
import static io.contactpulse.agentstatesla.domain.desk.Entries.command;
import static io.contactpulse.testkit.Moments.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.agentstatesla.domain.rules.EscalationStep;
import io.contactpulse.agentstatesla.domain.rules.Rule;
import io.contactpulse.schema.AlertCommandType;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RemindersTest {
    private static final Rule INSISTENT =
            DeskLife.rule("error").renotifyEvery(Duration.ofMinutes(5)).build();
    private static final Rule ESCALATED = DeskLife.rule("error")
            .escalate(EscalationStep.of(Duration.ofMinutes(5), "team-lead"))
            .escalate(EscalationStep.of(Duration.ofMinutes(10), "floor-manager"))
            .build();

    private final Entries.BreachOf breach = breach("a", "error");

    @Test
    void remindsEveryWhileSinceTheLastTransition() {
        DeskLife life = new DeskLife(INSISTENT)
                .happens(breach.warns(at("09:00:00")))
                .timePassesUntil(at("09:05:00"))
                .happens(breach.getsCritical(at("09:06:00")))
                .timePassesUntil(at("09:10:59"))
                .timePassesUntil(at("09:17:00"))
                .happens(breach.clears(at("09:20:00")))
                .timePassesUntil(at("09:40:00"));

        assertThat(life.told())
                .containsExactly("a#1", "a#1#reminder-1", "a#2", "a#2#reminder-1", "a#2#reminder-2", "a#3");
        assertThat(life.events).hasSize(3);
    }

    @Test
    void stopsToRemindWhenSomebodyHasAcknowledged() {
        DeskLife life = new DeskLife(INSISTENT)
                .happens(breach.warns(at("09:00:00")), command("k1", "a", AlertCommandType.ACK, at("09:01:00"), null))
                .timePassesUntil(at("09:30:00"));

        assertThat(life.told()).containsExactly("a#1", "a#2");
    }

    @Test
    void makesUpForNoReminderThatIsNoNewsAnyMore() {
        DeskLife life = new DeskLife(INSISTENT)
                .happens(breach.warns(at("09:00:00")), at("09:00:00"))
                .timePassesUntil(at("09:31:00"), at("09:00:00"));

        assertThat(life.told()).containsExactly("a#1", "a#1#reminder-5", "a#1#reminder-6");
    }

    @Test
    void escalatesStepByStep() {
        DeskLife life = new DeskLife(ESCALATED)
                .happens(breach.warns(at("09:00:00")), breach.getsCritical(at("09:01:00")))
                .timePassesUntil(at("09:04:59"))
                .timePassesUntil(at("09:10:00"))
                .timePassesUntil(at("09:30:00"));

        assertThat(life.told()).containsExactly("a#1", "a#2", "a#escalation-1", "a#escalation-2");
        assertThat(life.messages.get(2).getAt()).isEqualTo(at("09:05:00"));
    }

    @Test
    void resumesTheEscalationWhenAnAcknowledgementIsTakenBack() {
        DeskLife life = new DeskLife(ESCALATED)
                .happens(breach.warns(at("09:00:00")))
                .timePassesUntil(at("09:05:00"))
                .happens(command("k1", "a", AlertCommandType.ACK, at("09:06:00"), null))
                .timePassesUntil(at("09:19:59"))
                .happens(command("k2", "a", AlertCommandType.UNACK, at("09:20:00"), null))
                .timePassesUntil(at("09:30:00"));

        assertThat(life.told()).containsExactly("a#1", "a#escalation-1", "a#2", "a#3", "a#escalation-2");
        assertThat(life.messages.get(4).getAt()).isEqualTo(at("09:20:00"));
    }

    @Test
    void plansAnewWhenTheRuleChanges() {
        DeskLife life = new DeskLife(DeskLife.rule("error").build())
                .happens(breach.warns(at("09:00:00")))
                .rulesBecome(at("09:01:00"), INSISTENT)
                .timePassesUntil(at("09:05:00"));

        assertThat(life.told()).containsExactly("a#1", "a#1#reminder-1");
    }
}
