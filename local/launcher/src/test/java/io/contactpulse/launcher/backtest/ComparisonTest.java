package io.contactpulse.launcher.backtest;

import static io.contactpulse.launcher.backtest.HandMade.TWO_HOURS;
import static io.contactpulse.launcher.backtest.HandMade.alert;
import static io.contactpulse.launcher.backtest.HandMade.firedAfter;
import static io.contactpulse.schema.AlertLevel.CRITICAL;
import static io.contactpulse.schema.AlertLevel.WARN;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.launcher.backtest.RuleChange.Pages;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final FiredAlert SAME = alert("hold", "same", WARN, 0, 5);
    private static final FiredAlert MOVED = alert("hold", "moved", WARN, 10, 15);
    private static final FiredAlert TALK = alert("talk", "talker", CRITICAL, 20, 40);

    @Test
    void tellsNewGoneEarlierAndLaterAlertsOfEveryRule() {
        // given
        FiredAlert added = alert("hold", "same", WARN, 30, 35);
        RuleSetReport now = rules(
                List.of("hold", "ringing"),
                new Firings(
                        List.of(SAME, firedAfter(ofSeconds(30), MOVED), added),
                        List.of(new Page("hold", "north"), new Page("hold", "south"))));
        RuleSetReport before = rules(
                List.of("talk", "hold"), new Firings(List.of(MOVED, TALK, SAME), List.of(new Page("talk", "north"))));

        // when
        Comparison comparison = Comparison.of(now, before);

        // then
        assertThat(comparison.perRule())
                .containsExactly(
                        new RuleChange("hold", 1, 0, 1, 0, new Pages(2, 0)),
                        new RuleChange("ringing", 0, 0, 0, 0, new Pages(0, 0)),
                        new RuleChange("talk", 0, 1, 0, 0, new Pages(0, 1)));
        assertThat(comparison.total()).isEqualTo(new RuleChange("total", 1, 1, 1, 0, new Pages(2, 1)));
    }

    @Test
    void callsAnAlertLaterThatFiresFirstAtALaterTime() {
        RuleSetReport now = rules(List.of(), new Firings(List.of(firedAfter(ofSeconds(61), MOVED)), List.of()));
        RuleSetReport before = rules(List.of(), new Firings(List.of(MOVED), List.of()));

        assertThat(Comparison.of(now, before).perRule())
                .containsExactly(new RuleChange("hold", 0, 0, 0, 1, new Pages(0, 0)));
    }

    @Test
    void takesAnotherLevelOrEndForTheSameAlert() {
        RuleSetReport now = rules(List.of(), new Firings(List.of(alert("hold", "same", CRITICAL, 0, 90)), List.of()));
        RuleSetReport before = rules(List.of(), new Firings(List.of(SAME), List.of()));

        assertThat(Comparison.of(now, before).total()).isEqualTo(new RuleChange("total", 0, 0, 0, 0, new Pages(0, 0)));
    }

    private static RuleSetReport rules(List<String> ruleIds, Firings firings) {
        return RuleSetReport.of("rules.yaml", ruleIds, firings, TWO_HOURS);
    }
}
