package io.contactpulse.launcher.backtest;

import io.contactpulse.schema.AlertLevel;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What one rule, or all of them together, would have done to people. */
record RuleReport(
        String ruleId,
        Alerts alerts,
        Durations durations,
        SortedMap<String, Long> pagesByTeam,
        Optional<Supervisor> busiest,
        long flaps) {

    /** How many, by the highest level they reached; some of both are still open. */
    record Alerts(long warn, long critical, long open) {
        long all() {
            return warn + critical;
        }
    }

    /** The median of no alerts is unknown. */
    record Durations(Duration total, Optional<Duration> median) {}

    /** Who gets the most pages, the first by name if several do. */
    record Supervisor(String team, long pages, Optional<Double> pagesPerHour) {}

    static RuleReport of(String ruleId, Firings firings, Period period) {
        List<FiredAlert> alerts = firings.alerts();
        SortedMap<String, Long> pagesByTeam = firings.pages().stream()
                .collect(Collectors.groupingBy(Page::team, TreeMap::new, Collectors.counting()));
        return new RuleReport(
                ruleId,
                counted(alerts),
                measured(alerts, period),
                pagesByTeam,
                busiest(pagesByTeam, period),
                Flaps.count(alerts));
    }

    long pages() {
        return pagesByTeam.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Alerts counted(List<FiredAlert> alerts) {
        long critical = alerts.stream()
                .filter(alert -> alert.level() == AlertLevel.CRITICAL)
                .count();
        long open = alerts.stream().filter(FiredAlert::isOpen).count();
        return new Alerts(alerts.size() - critical, critical, open);
    }

    private static Durations measured(List<FiredAlert> alerts, Period period) {
        List<Duration> sorted = alerts.stream()
                .map(alert -> alert.duration(period.end()))
                .sorted()
                .toList();
        return new Durations(sorted.stream().reduce(Duration.ZERO, Duration::plus), median(sorted));
    }

    /** Of an even number it is half way between the two in the middle. */
    private static Optional<Duration> median(List<Duration> sorted) {
        if (sorted.isEmpty()) {
            return Optional.empty();
        }
        Duration lower = sorted.get((sorted.size() - 1) / 2);
        Duration upper = sorted.get(sorted.size() / 2);
        return Optional.of(lower.plus(upper).dividedBy(2));
    }

    private static Optional<Supervisor> busiest(SortedMap<String, Long> pagesByTeam, Period period) {
        return pagesByTeam.entrySet().stream()
                .min(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(most -> new Supervisor(most.getKey(), most.getValue(), period.perHour(most.getValue())));
    }
}
