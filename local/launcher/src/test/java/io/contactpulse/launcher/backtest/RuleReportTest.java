package io.contactpulse.launcher.backtest;

import static io.contactpulse.launcher.backtest.HandMade.TWO_HOURS;
import static io.contactpulse.launcher.backtest.HandMade.alert;
import static io.contactpulse.launcher.backtest.HandMade.minute;
import static io.contactpulse.launcher.backtest.HandMade.openAlert;
import static io.contactpulse.schema.AlertLevel.CRITICAL;
import static io.contactpulse.schema.AlertLevel.WARN;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.launcher.backtest.RuleReport.Alerts;
import io.contactpulse.launcher.backtest.RuleReport.Durations;
import io.contactpulse.launcher.backtest.RuleReport.Supervisor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleReportTest {
    private static final List<FiredAlert> ALERTS = List.of(
            alert("hold", "one", WARN, 0, 4),
            alert("hold", "two", CRITICAL, 10, 20),
            openAlert("hold", "three", CRITICAL, 100),
            alert("hold", "four", WARN, 30, 37));

    @Test
    void countsAlertsByTheirHighestLevel() {
        assertThat(report(ALERTS).alerts()).isEqualTo(new Alerts(2, 2, 1));
        assertThat(report(ALERTS).alerts().all()).isEqualTo(4);
    }

    @Test
    void countsOpenAlertsUpToTheEnd() {
        Period later = new Period(TWO_HOURS.first(), TWO_HOURS.newest(), minute(130));

        assertThat(report(ALERTS).durations()).isEqualTo(durations(4 + 10 + 20 + 7, Duration.ofSeconds(510)));
        assertThat(RuleReport.of("hold", new Firings(ALERTS, List.of()), later)
                        .durations()
                        .total())
                .isEqualTo(ofMinutes(4 + 10 + 30 + 7));
    }

    @Test
    void takesTheOneInTheMiddleAsMedianOfAnOddNumber() {
        assertThat(report(ALERTS.subList(0, 3)).durations()).isEqualTo(durations(34, ofMinutes(10)));
    }

    @Test
    void saysThatARuleNeverFired() {
        RuleReport report = report(List.of());

        assertThat(report)
                .isEqualTo(new RuleReport(
                        "hold",
                        new Alerts(0, 0, 0),
                        new Durations(Duration.ZERO, Optional.empty()),
                        report.pagesByTeam(),
                        Optional.empty(),
                        0));
        assertThat(report.pagesByTeam()).isEmpty();
        assertThat(report.pages()).isZero();
    }

    @Test
    void namesTheSupervisorWithTheMostPages() {
        RuleReport report = paged(TWO_HOURS, "south", "north", "-", "north", "north");

        assertThat(report.pages()).isEqualTo(5);
        assertThat(report.pagesByTeam()).isEqualTo(Map.of("-", 1L, "north", 3L, "south", 1L));
        assertThat(report.busiest()).contains(new Supervisor("north", 3, Optional.of(1.5)));
    }

    @Test
    void namesTheFirstOfSupervisorsWithEquallyManyPages() {
        assertThat(paged(TWO_HOURS, "south", "north").busiest()).contains(new Supervisor("north", 1, Optional.of(0.5)));
    }

    @Test
    void knowsNoPagesPerHourOfARecordingWithoutLength() {
        Period moment = new Period(minute(0), minute(0), minute(0));

        assertThat(paged(moment, "south").busiest()).contains(new Supervisor("south", 1, Optional.empty()));
    }

    /** The first alert ends in minute 10; an alert fires a minute after its state began. */
    @ParameterizedTest
    @CsvSource({"hold, one, 9, 1", "hold, one, 14, 1", "hold, one, 15, 0", "hold, two, 10, 0", "talk, one, 10, 0"})
    void countsAsFlapsWhatFiresAgainWithinFiveMinutes(String ruleId, String entity, int startMinute, long flaps) {
        List<FiredAlert> alerts =
                List.of(alert(ruleId, entity, WARN, startMinute, 60), alert("hold", "one", WARN, 0, 10));

        assertThat(report(alerts).flaps()).isEqualTo(flaps);
    }

    @Test
    void countsEveryReturnAsAFlap() {
        List<FiredAlert> alerts = List.of(
                alert("hold", "one", WARN, 0, 2), alert("hold", "one", WARN, 3, 5), openAlert("hold", "one", WARN, 6));

        assertThat(report(alerts).flaps()).isEqualTo(2);
    }

    private static RuleReport report(List<FiredAlert> alerts) {
        return RuleReport.of("hold", new Firings(alerts, List.of()), TWO_HOURS);
    }

    private static RuleReport paged(Period period, String... teams) {
        List<Page> pages =
                List.of(teams).stream().map(team -> new Page("hold", team)).toList();
        return RuleReport.of("hold", new Firings(List.of(), pages), period);
    }

    private static Durations durations(int totalMinutes, Duration median) {
        return new Durations(ofMinutes(totalMinutes), Optional.of(median));
    }
}
