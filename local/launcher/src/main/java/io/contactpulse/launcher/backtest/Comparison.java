package io.contactpulse.launcher.backtest;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How one set of rules differs from another in what it fires, rule by rule and in all. */
record Comparison(List<RuleChange> perRule, RuleChange total) {
    static Comparison of(RuleSetReport now, RuleSetReport before) {
        Set<String> ruleIds = new LinkedHashSet<>(now.ruleIds());
        ruleIds.addAll(before.ruleIds());
        return new Comparison(
                ruleIds.stream()
                        .map(ruleId -> RuleChange.of(
                                ruleId,
                                now.firings().of(ruleId),
                                before.firings().of(ruleId)))
                        .toList(),
                RuleChange.of(RuleSetReport.TOTAL, now.firings(), before.firings()));
    }
}
