package io.contactpulse.agentstatesla.domain.desk;

import static io.contactpulse.agentstatesla.domain.desk.Entries.breach;
import static io.contactpulse.testkit.Moments.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.agentstatesla.domain.rules.Rule;
import io.contactpulse.schema.Alert;
import io.contactpulse.schema.AlertCommandType;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class KeepFiringTest {
    private static final Rule PATIENT =
            DeskLife.rule("error").keepFiring(Duration.ofMinutes(2)).build();

    private final Entries.BreachOf first = breach("a", "error");
    private final Entries.BreachOf second = breach("b", "error").since(at("09:01:30"));

    @Test
    void endsAnAlertWhenTheBreachHasBeenGoneForLongEnough() {
        DeskLife life = new DeskLife(PATIENT)
                .happens(first.warns(at("09:00:00")), first.clears(at("09:01:00")))
                .timePassesUntil(at("09:02:59.999"));
        assertThat(life.events).hasSize(1);

        life.timePassesUntil(at("09:03:00"));

        assertThat(life.story()).containsExactly("1 FIRING WARN 09:00:00 !", "2 RESOLVED WARN 09:01:00 !");
        assertThat(life.row("a").getOptionalResolvedAt()).contains(at("09:01:00"));
    }

    @Test
    void goesOnWithABreachThatIsBackSoon() {
        DeskLife life = new DeskLife(PATIENT)
                .happens(
                        first.warns(at("09:00:00")),
                        first.clears(at("09:01:00")),
                        second.warns(at("09:02:00")),
                        second.getsCritical(at("09:02:30")),
                        second.clears(at("09:04:00")))
                .timePassesUntil(at("09:06:00"));

        assertThat(life.story())
                .containsExactly(
                        "1 FIRING WARN 09:00:00 !", "2 FIRING CRITICAL 09:02:30 !", "3 RESOLVED CRITICAL 09:04:00 !");
        assertThat(life.alerts).extracting(Alert::getAlertId).containsOnly("a");
        Alert row = life.row("a");
        assertThat(row.getOptionalWarnAt()).contains(at("09:00:00"));
        assertThat(row.getOptionalCriticalAt()).contains(at("09:02:30"));
        assertThat(row.getStateStart()).isEqualTo(at("08:58:00"));
        life.timePassesUntil(at("11:00:00"));
        assertThat(life.memory.isTidy()).isTrue();
    }

    @Test
    void beginsAnewWhenTheBreachIsBackLater() {
        DeskLife life = new DeskLife(PATIENT)
                .happens(first.warns(at("09:00:00")), first.clears(at("09:01:00")), second.warns(at("09:03:00")));

        assertThat(life.story())
                .containsExactly("1 FIRING WARN 09:00:00 !", "2 RESOLVED WARN 09:01:00 !", "1 FIRING WARN 09:03:00 !");
    }

    @Test
    void endsWhereItWasGoneWhenTheNextBreachNeverWas() {
        DeskLife life = new DeskLife(PATIENT)
                .happens(
                        first.warns(at("09:00:00")),
                        first.clears(at("09:01:00")),
                        second.warns(at("09:02:00")),
                        second.retracts(at("09:01:59")))
                .timePassesUntil(at("09:03:00"));

        assertThat(life.story()).containsExactly("1 FIRING WARN 09:00:00 !", "2 RESOLVED WARN 09:01:00 !");
    }

    @Test
    void goesOnOnlyWithWhatFollowsABreachThatIsGone() {
        DeskLife life = new DeskLife(PATIENT)
                .happens(
                        first.warns(at("09:00:00")),
                        first.clears(at("09:01:00")),
                        second.warns(at("09:02:00")),
                        breach("c", "error").warns(at("09:02:10")));

        assertThat(life.storyOf("c")).containsExactly("1 FIRING WARN 09:02:10 !");
    }

    @Test
    void retractsAtOnce() {
        DeskLife life = new DeskLife(PATIENT).happens(first.warns(at("09:00:00")), first.retracts(at("08:59:59")));

        assertThat(life.story()).containsExactly("1 FIRING WARN 09:00:00 !", "2 RETRACTED WARN 08:59:59 !");
    }

    @Test
    void acceptsCommandsByEveryIdOfTheAlert() {
        DeskLife life = new DeskLife(PATIENT)
                .happens(
                        first.warns(at("09:00:00")),
                        first.clears(at("09:01:00")),
                        second.warns(at("09:02:00")),
                        Entries.command("k1", "b", AlertCommandType.ACK, at("09:02:10"), null));

        assertThat(life.story()).containsExactly("1 FIRING WARN 09:00:00 !", "2 ACKNOWLEDGED WARN 09:02:10 !");
    }
}
