package io.contactpulse.launcher.backtest;

import io.contactpulse.agentstatesla.domain.rules.RuleFiles;
import io.contactpulse.launcher.replay.Rehearsal.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The whole result.
 *
 * @param took for reading the recording and for running every set of rules over it
 * @param remarks about the recording, for people
 */
record Backtest(
        Period period,
        Recorded recorded,
        Duration took,
        RuleSetReport tried,
        Optional<RuleSetReport> against,
        List<String> remarks) {

    /** Records that are events, and those that cannot be read. */
    record Recorded(long events, long unreadable) {}

    /** {@code outcome} has the firings of every set of rules, in the same order. */
    static Backtest of(Outcome<Firings> outcome, List<RuleSet> ruleSets) throws IOException {
        Period period = new Period(outcome.first(), outcome.newest(), outcome.end());
        List<RuleSetReport> reports = new ArrayList<>();
        for (RuleSet rules : ruleSets) {
            Firings firings = outcome.outputs().get(reports.size());
            reports.add(RuleSetReport.of(
                    rules.typed(), RuleFiles.load(rules.location()).ids(), firings, period));
        }
        return new Backtest(
                period,
                new Recorded(outcome.events(), outcome.unreadable()),
                outcome.took(),
                reports.get(0),
                reports.stream().skip(1).findFirst(),
                outcome.remarks());
    }

    Optional<Comparison> comparison() {
        return against.map(before -> Comparison.of(tried, before));
    }

    double timesRealTime() {
        return (double) period.span().toNanos() / Math.max(1, took.toNanos());
    }
}
