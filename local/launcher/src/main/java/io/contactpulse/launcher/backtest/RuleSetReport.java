package io.contactpulse.launcher.backtest;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What one set of rules would have done, rule by rule and in all.
 *
 * @param location where the rules are, as it was typed
 */
record RuleSetReport(String location, Firings firings, List<RuleReport> perRule, RuleReport total) {
    static final String TOTAL = "total";

    /** Of every given rule, also of one that never fired, and of those that fired without being given. */
    static RuleSetReport of(String location, List<String> ruleIds, Firings firings, Period period) {
        Set<String> all = new LinkedHashSet<>(ruleIds);
        all.addAll(new TreeSet<>(Stream.concat(
                        firings.alerts().stream().map(FiredAlert::ruleId),
                        firings.pages().stream().map(Page::ruleId))
                .toList()));
        List<RuleReport> perRule = all.stream()
                .map(ruleId -> RuleReport.of(ruleId, firings.of(ruleId), period))
                .toList();
        return new RuleSetReport(location, firings, perRule, RuleReport.of(TOTAL, firings, period));
    }

    List<String> ruleIds() {
        return perRule.stream().map(RuleReport::ruleId).toList();
    }
}
