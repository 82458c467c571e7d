package io.contactpulse.launcher.backtest;

import io.contactpulse.launcher.backtest.FiredAlert.Breach;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How what a rule fires differs from what it fired before.
 *
 * @param added alerts that there were not before
 * @param gone alerts that there are no longer
 * @param earlier alerts that fire first at an earlier time
 * @param later alerts that fire first at a later time
 */
record RuleChange(String ruleId, long added, long gone, long earlier, long later, Pages pages) {

    /** How many would have been published. */
    record Pages(long now, long before) {}

    static RuleChange of(String ruleId, Firings now, Firings before) {
        Map<Breach, Instant> nowFired = firstFirings(now.alerts());
        Map<Breach, Instant> beforeFired = firstFirings(before.alerts());
        List<Integer> moves = nowFired.entrySet().stream()
                .filter(alert -> beforeFired.containsKey(alert.getKey()))
                .map(alert -> alert.getValue().compareTo(beforeFired.getOrDefault(alert.getKey(), alert.getValue())))
                .toList();
        return new RuleChange(
                ruleId,
                nowFired.size() - moves.size(),
                beforeFired.size() - moves.size(),
                moves.stream().filter(move -> move < 0).count(),
                moves.stream().filter(move -> move > 0).count(),
                new Pages(now.pages().size(), before.pages().size()));
    }

    private static Map<Breach, Instant> firstFirings(List<FiredAlert> alerts) {
        return alerts.stream()
                .collect(Collectors.toMap(
                        FiredAlert::breach, FiredAlert::firedAt, (one, other) -> one.isBefore(other) ? one : other));
    }
}
