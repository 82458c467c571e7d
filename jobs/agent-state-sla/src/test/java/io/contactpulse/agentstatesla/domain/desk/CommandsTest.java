package io.contactpulse.agentstatesla.domain.desk;

import static io.contactpulse.agentstatesla.domain.desk.Entries.breach;
import static io.contactpulse.agentstatesla.domain.desk.Entries.command;
import static io.contactpulse.testkit.Moments.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.schema.AlertCommandType;
import io.contactpulse.schema.AlertEvent;
import io.contactpulse.schema.DeskEntry;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CommandsTest {
    private final Entries.BreachOf breach = breach("a", "error");
    private final DeskLife life = new DeskLife(DeskLife.rule("error").build()).happens(breach.warns(at("09:00:00")));

    @Test
    void acknowledges() {
        life.happens(ack("k1", at("09:00:10")), breach.clears(at("09:01:00")));

        assertThat(life.story())
                .containsExactly(
                        "1 FIRING WARN 09:00:00 !", "2 ACKNOWLEDGED WARN 09:00:10 !", "3 RESOLVED WARN 09:01:00 !");
        AlertEvent event = life.events.get(1);
        assertThat(event.getOptionalBy()).contains("supervisor-001");
        assertThat(event.getOptionalReason()).contains("looking into it");
        assertThat(life.alerts.get(1).getOptionalResolvedAt()).isEmpty();
    }

    @Test
    void doesTheSameOnce() {
        life.happens(ack("k1", at("09:00:10")), ack("k1", at("09:00:10")), ack("k2", at("09:00:20")));

        assertThat(life.story()).containsExactly("1 FIRING WARN 09:00:00 !", "2 ACKNOWLEDGED WARN 09:00:10 !");
        assertThat(life.refusals).isEmpty();
    }

    @Test
    void takesAnOldCommandForDoneAlsoWhenTheAlertHasChangedSince() {
        life.happens(ack("k1", at("09:00:10")), unack("k2", at("09:00:20")), ack("k1", at("09:00:10")));

        assertThat(life.story())
                .containsExactly(
                        "1 FIRING WARN 09:00:00 !", "2 ACKNOWLEDGED WARN 09:00:10 !", "3 FIRING WARN 09:00:20 !");
    }

    @Test
    void takesAnAcknowledgementOfTheWarningForNoMore() {
        life.happens(ack("k1", at("09:00:10")), breach.getsCritical(at("09:01:00")));

        assertThat(life.story())
                .containsExactly(
                        "1 FIRING WARN 09:00:00 !", "2 ACKNOWLEDGED WARN 09:00:10 !", "3 FIRING CRITICAL 09:01:00 !");
    }

    @Test
    void mutesUntilThen() {
        life.happens(mute("k1", at("09:00:10"), at("09:30:00")))
                .timePassesUntil(at("09:29:59.999"))
                .timePassesUntil(at("09:30:00"));

        assertThat(life.story())
                .containsExactly(
                        "1 FIRING WARN 09:00:00 !", "2 SUPPRESSED WARN 09:00:10 !", "3 FIRING WARN 09:30:00 !");
        assertThat(life.alerts.get(1).getOptionalReason()).contains("MUTED");
    }

    @Test
    void keepsAMutedAlertMutedWhateverItsLevel() {
        life.happens(mute("k1", at("09:00:10"), at("09:30:00")), breach.getsCritical(at("09:01:00")));

        assertThat(life.story())
                .containsExactly(
                        "1 FIRING WARN 09:00:00 !",
                        "2 SUPPRESSED WARN 09:00:10 !",
                        "3 SUPPRESSED CRITICAL 09:01:00 suppressed: MUTED");
    }

    @Test
    void wakesNoAlertThatIsOver() {
        life.happens(mute("k1", at("09:00:10"), at("09:30:00")), breach.clears(at("09:01:00")))
                .timePassesUntil(at("09:31:00"));

        assertThat(life.story())
                .containsExactly(
                        "1 FIRING WARN 09:00:00 !", "2 SUPPRESSED WARN 09:00:10 !", "3 RESOLVED WARN 09:01:00 !");
    }

    @Test
    void acknowledgesAMutedAlertForGood() {
        life.happens(mute("k1", at("09:00:10"), at("09:30:00")), ack("k2", at("09:01:00")))
                .timePassesUntil(at("09:31:00"));

        assertThat(life.story())
                .containsExactly(
                        "1 FIRING WARN 09:00:00 !", "2 SUPPRESSED WARN 09:00:10 !", "3 ACKNOWLEDGED WARN 09:01:00 !");
    }

    @Test
    void refusesWhatIsNoAlert() {
        life.happens(command("k1", "b", AlertCommandType.ACK, at("09:00:10"), null));

        assertThat(life.refusals)
                .containsExactly(
                        "k1: no such alert is open; take alertId and instanceId from the alert's message or row");
    }

    @Test
    void refusesWhatComesTooLateButNotItsRepetition() {
        life.happens(
                ack("k1", at("09:00:10")),
                breach.clears(at("09:01:00")),
                ack("k1", at("09:00:10")),
                ack("k2", at("09:01:10")));

        assertThat(life.refusals)
                .containsExactly("k2: the alert is over since 2026-03-02T09:01:00Z; nothing is left to do");
        assertThat(life.events).hasSize(3);
    }

    @Test
    void remembersForAnHourWhatIsOver() {
        life.happens(breach.clears(at("09:01:00")), ack("k1", at("10:00:59")), ack("k2", at("10:20:00")));

        assertThat(life.refusals)
                .containsExactly(
                        "k1: the alert is over since 2026-03-02T09:01:00Z; nothing is left to do",
                        "k2: no such alert is open; take alertId and instanceId from the alert's message or row");
    }

    @Test
    void refusesWhatIsOlderThanTheAlert() {
        life.happens(ack("k1", at("08:59:59.999")));

        assertThat(life.refusals)
                .containsExactly("k1: the command is from 2026-03-02T08:59:59.999Z, but the alert began at "
                        + "2026-03-02T09:00:00Z; check the sender's clock");
        assertThat(life.events).hasSize(1);
    }

    private static DeskEntry ack(String commandId, Instant at) {
        return command(commandId, "a", AlertCommandType.ACK, at, null);
    }

    private static DeskEntry unack(String commandId, Instant at) {
        return command(commandId, "a", AlertCommandType.UNACK, at, null);
    }

    private static DeskEntry mute(String commandId, Instant at, Instant until) {
        return command(commandId, "a", AlertCommandType.MUTE, at, until);
    }
}
