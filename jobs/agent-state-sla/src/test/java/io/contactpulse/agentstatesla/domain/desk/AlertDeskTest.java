package io.contactpulse.agentstatesla.domain.desk;

import static io.contactpulse.agentstatesla.domain.desk.Entries.breach;
import static io.contactpulse.testkit.Moments.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.agentstatesla.domain.rules.Rule;
import io.contactpulse.schema.Alert;
import io.contactpulse.schema.AlertEntityType;
import io.contactpulse.schema.AlertStatus;
import io.contactpulse.schema.DeskEntry;
import io.contactpulse.schema.QueuePressure;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AlertDeskTest {
    private static final Rule PLAIN = DeskLife.rule("error").build();

    private final Entries.BreachOf breach = breach("a", "error");

    @Test
    void tellsEachStepOfABreach() {
        DeskLife life = new DeskLife(PLAIN)
                .happens(
                        breach.warns(at("09:00:00")),
                        breach.getsCritical(at("09:01:00")),
                        breach.clears(at("09:02:00")));

        assertThat(life.story())
                .containsExactly(
                        "1 FIRING WARN 09:00:00 !", "2 FIRING CRITICAL 09:01:00 !", "3 RESOLVED CRITICAL 09:02:00 !");
        assertThat(life.told()).containsExactly("a#1", "a#2", "a#3");
        assertThat(life.alerts).extracting(Alert::getVersion).containsExactly(1L, 2L, 3L);
    }

    @Test
    void writesTheRowAsTheSignalTells() {
        DeskLife life = new DeskLife(PLAIN)
                .happens(
                        breach.warns(at("09:00:00")),
                        breach.getsCritical(at("09:01:00")),
                        breach.clears(at("09:02:00")));

        Alert row = life.row("a");
        assertThat(row.getSource()).isEqualTo("agent-state-sla");
        assertThat(row.getOptionalInstanceId()).contains(Entries.INSTANCE);
        assertThat(row.getEntityType()).isEqualTo(AlertEntityType.AGENT);
        assertThat(row.getOptionalAgentId()).contains("agent-001");
        assertThat(row.getOptionalTeam()).contains("North");
        assertThat(row.getStateStart()).isEqualTo(at("08:58:00"));
        assertThat(row.getOptionalWarnAt()).contains(at("09:00:00"));
        assertThat(row.getOptionalCriticalAt()).contains(at("09:01:00"));
        assertThat(row.getOptionalResolvedAt()).contains(at("09:02:00"));
        assertThat(row.getOptionalReason()).contains("STATE_ENDED");
        assertThat(row.getOptionalIncidentId()).isEmpty();
        assertThat(life.alerts.get(0).getOptionalResolvedAt()).isEmpty();
        assertThat(life.alerts.get(0).getOptionalReason()).isEmpty();
    }

    @Test
    void retractsWhatWasNot() {
        DeskLife life = new DeskLife(PLAIN).happens(breach.warns(at("09:00:00")), breach.retracts(at("08:59:59")));

        assertThat(life.story()).containsExactly("1 FIRING WARN 09:00:00 !", "2 RETRACTED WARN 08:59:59 !");
        assertThat(life.row("a").getOptionalWarnAt()).isEmpty();
        assertThat(life.row("a").getOptionalResolvedAt()).contains(at("08:59:59"));
    }

    @Test
    void pagesNobodyForABreachOfLongAgo() {
        DeskLife life = new DeskLife(PLAIN)
                .happens(breach.warns(at("09:00:00")), at("09:10:00.001"))
                .happens(breach.clears(at("09:01:00")), at("09:10:00.002"));

        assertThat(life.story())
                .containsExactly(
                        "1 FIRING WARN 09:00:00 older than 10 minutes",
                        "2 RESOLVED WARN 09:01:00 its beginning was not announced either");
        assertThat(life.messages).isEmpty();
    }

    @Test
    void pagesForABreachAsOldAsTheFence() {
        DeskLife life = new DeskLife(PLAIN).happens(breach.warns(at("09:00:00")), at("09:10:00"));

        assertThat(life.story()).containsExactly("1 FIRING WARN 09:00:00 !");
    }

    @Test
    void announcesTheEndIfALaterStepWasAnnounced() {
        DeskLife life = new DeskLife(PLAIN)
                .happens(breach.warns(at("09:00:00")), at("09:11:00"))
                .happens(breach.getsCritical(at("09:01:30")), at("09:11:00"))
                .happens(breach.clears(at("09:11:00")), at("09:11:00"));

        assertThat(life.story())
                .containsExactly(
                        "1 FIRING WARN 09:00:00 older than 10 minutes",
                        "2 FIRING CRITICAL 09:01:30 !",
                        "3 RESOLVED CRITICAL 09:11:00 !");
    }

    @Test
    void takesOverWhatTheFirstReleaseAnnounced() {
        breach.adopted(1, true);
        breach.warns(at("09:00:00"));
        breach.adopted(1, true);
        DeskLife life = new DeskLife(PLAIN).happens(breach.getsCritical(at("09:01:00")), breach.clears(at("09:02:00")));

        assertThat(life.story()).containsExactly("2 FIRING CRITICAL 09:01:00 !", "3 RESOLVED CRITICAL 09:02:00 !");
    }

    @Test
    void endsWhatTheFirstReleaseBegan() {
        DeskLife announced = new DeskLife(PLAIN)
                .happens(breach("a", "error").adopted(2, true).clears(at("09:02:00")));
        DeskLife heldBack = new DeskLife(PLAIN)
                .happens(breach("a", "error").adopted(2, false).clears(at("09:02:00")));

        assertThat(announced.story()).containsExactly("3 RESOLVED WARN 09:02:00 !");
        assertThat(heldBack.story()).containsExactly("3 RESOLVED WARN 09:02:00 its beginning was not announced either");
    }

    @Test
    void ignoresTheEndOfWhatNeverBegan() {
        DeskLife life = new DeskLife(PLAIN).happens(breach.clears(at("09:02:00")));

        assertThat(life.events).isEmpty();
    }

    @Test
    void endsTheAlertsOfARuleThatIsGoneAtOnceAndOnce() {
        DeskLife life = new DeskLife(PLAIN)
                .happens(breach.warns(at("09:00:00")))
                .rulesBecome(at("09:00:10"))
                .happens(breach.clears(at("09:05:00")));

        assertThat(life.story()).containsExactly("1 FIRING WARN 09:00:00 !", "2 RESOLVED WARN 09:00:10 !");
        assertThat(life.row("a").getOptionalReason()).contains("RULE_REMOVED");
    }

    @Test
    void remembersForDaysThatARuleWasRemoved() {
        DeskLife life = new DeskLife(PLAIN)
                .happens(breach.warns(at("09:00:00")))
                .rulesBecome(at("09:00:10"))
                .happens(breach.clears(at("09:00:00").plus(Duration.ofDays(2))));

        assertThat(life.events).hasSize(2);
    }

    @Test
    void countsOnWhenTheRuleIsBack() {
        DeskLife life = new DeskLife(PLAIN)
                .happens(breach.warns(at("09:00:00")))
                .rulesBecome(at("09:00:10"))
                .rulesBecome(at("09:00:20"), PLAIN)
                .happens(breach("a", "error").warns(at("09:00:30")));

        assertThat(life.story())
                .containsExactly("1 FIRING WARN 09:00:00 !", "2 RESOLVED WARN 09:00:10 !", "3 FIRING WARN 09:00:30 !");
        assertThat(life.row("a").getStatus()).isEqualTo(AlertStatus.FIRING);
    }

    @Test
    void keepsNothingOfAnAlertThatHasLongBeenOver() {
        DeskLife life = new DeskLife(PLAIN)
                .happens(breach.warns(at("09:00:00")), breach.clears(at("09:02:00")))
                .timePassesUntil(at("10:10:00"));

        assertThat(life.memory.isTidy()).isTrue();
        assertThat(life.nextDue()).isNull();
    }

    @Test
    void forgetsAnAlertNobodySpeaksOf() {
        DeskLife life = new DeskLife(PLAIN)
                .happens(breach.warns(at("09:00:00")))
                .timePassesUntil(at("09:00:00").plus(Duration.ofDays(8)));

        assertThat(life.memory.isTidy()).isTrue();
        assertThat(life.nextDue()).isNull();
    }

    @Test
    void remembersHowTheQueueDoes() {
        QueuePressure pressure = QueuePressure.newBuilder()
                .setQueueId("q-1")
                .setWaiting(3)
                .setStaffed(2)
                .setAvailable(0)
                .build();
        DeskLife life = new DeskLife(PLAIN)
                .happens(DeskEntry.newBuilder()
                        .setInstanceId(Entries.INSTANCE)
                        .setAt(at("09:00:00"))
                        .setOrder("2q-1")
                        .setPressure(pressure)
                        .build());

        assertThat(life.memory.pressures().find("q-1")).contains(pressure);
    }
}
