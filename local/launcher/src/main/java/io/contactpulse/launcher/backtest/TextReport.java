package io.contactpulse.launcher.backtest;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** A backtest for the person at the terminal. */
final class TextReport {
    private static final String UNKNOWN = "-";

    private TextReport() {}

    static void print(Backtest backtest, PrintWriter terminal) {
        printRules("With " + backtest.tried().location(), backtest.tried(), terminal);
        backtest.against().ifPresent(old -> printRules("Against " + old.location(), old, terminal));
        backtest.comparison().ifPresent(comparison -> printChanges(comparison, terminal));
        terminal.println(summary(backtest));
        if (backtest.recorded().unreadable() > 0) {
            terminal.println("  records that cannot be read, and are left out: "
                    + count(backtest.recorded().unreadable()));
        }
        backtest.remarks().forEach(remark -> terminal.println("  " + remark));
    }

    private static void printRules(String heading, RuleSetReport rules, PrintWriter terminal) {
        TextTable table = new TextTable(
                "rule",
                "alerts",
                "warn",
                "critical",
                "open",
                "total",
                "median",
                "flaps",
                "pages",
                "busiest team/h",
                "team");
        rules.perRule().forEach(rule -> add(rule, table));
        add(rules.total(), table);
        terminal.println(heading + ":");
        table.print(terminal);
        terminal.println();
    }

    private static void add(RuleReport rule, TextTable table) {
        table.add(
                rule.ruleId(),
                count(rule.alerts().all()),
                count(rule.alerts().warn()),
                count(rule.alerts().critical()),
                count(rule.alerts().open()),
                duration(rule.durations().total()),
                rule.durations().median().map(TextReport::duration).orElse(UNKNOWN),
                count(rule.flaps()),
                count(rule.pages()),
                rule.busiest()
                        .flatMap(RuleReport.Supervisor::pagesPerHour)
                        .map(TextReport::decimal)
                        .orElse(UNKNOWN),
                rule.busiest().map(RuleReport.Supervisor::team).orElse(UNKNOWN));
    }

    private static void printChanges(Comparison comparison, PrintWriter terminal) {
        TextTable table = new TextTable("rule", "new", "gone", "earlier", "later", "pages before", "pages now", "");
        comparison.perRule().forEach(change -> add(change, table));
        add(comparison.total(), table);
        terminal.println("What changes:");
        table.print(terminal);
        terminal.println();
    }

    private static void add(RuleChange change, TextTable table) {
        table.add(
                change.ruleId(),
                count(change.added()),
                count(change.gone()),
                count(change.earlier()),
                count(change.later()),
                count(change.pages().before()),
                count(change.pages().now()),
                "");
    }

    private static String summary(Backtest backtest) {
        Period period = backtest.period();
        if (backtest.recorded().events() == 0) {
            return "The recording holds no events.";
        }
        return "Recorded from %s to %s (%s), %s events; took %s s, %s times faster than real time."
                .formatted(
                        period.first(),
                        period.newest(),
                        duration(period.span()),
                        count(backtest.recorded().events()),
                        decimal(backtest.took().toMillis() / 1000.0),
                        count(Math.round(backtest.timesRealTime())));
    }

    /** Hours, minutes and seconds; parts of a second are left out. */
    private static String duration(Duration duration) {
        return String.format(
                Locale.ROOT, "%d:%02d:%02d", duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%,.1f", number);
    }
}
