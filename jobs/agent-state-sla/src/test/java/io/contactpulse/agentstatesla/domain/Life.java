package io.contactpulse.agentstatesla.domain;

import io.contactpulse.agentstatesla.domain.rules.Condition;
import io.contactpulse.agentstatesla.domain.rules.Measure;
import io.contactpulse.agentstatesla.domain.rules.Rule;
import io.contactpulse.agentstatesla.domain.rules.Rules;
import io.contactpulse.schema.AgentEvent;
import io.contactpulse.schema.AgentInterval;
import io.contactpulse.schema.AgentOccupancy;
import io.contactpulse.schema.AgentRow;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.AlertLevel;
import io.contactpulse.schema.AlertSignal;
import io.contactpulse.schema.DeskEntry;
import io.contactpulse.schema.QueueEntry;
import io.contactpulse.schema.TrackedAgent;
import io.contactpulse.testkit.AgentEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lives one agent's life in a test: events happen, time passes, and everything told is kept in order. */
final class Life {
    final List<AgentRow> rows = new ArrayList<>();
    final List<AgentInterval> intervals = new ArrayList<>();
    final List<AgentOccupancy> occupancy = new ArrayList<>();
    final List<DeskEntry> desk = new ArrayList<>();
    final List<QueueEntry> queues = new ArrayList<>();

    private AgentTracker tracker = AgentTracker.of(Schedule.none());
    private Rules rules;
    private @Nullable TrackedAgent agent;

    Life(Rule... rules) {
        this.rules = Rules.of(Arrays.asList(rules));
    }

    static Rule rule(String id, AgentState state, @Nullable Duration warn, @Nullable Duration critical) {
        Map<AlertLevel, Duration> thresholds = new TreeMap<>();
        Optional.ofNullable(warn).ifPresent(threshold -> thresholds.put(AlertLevel.WARN, threshold));
        Optional.ofNullable(critical).ifPresent(threshold -> thresholds.put(AlertLevel.CRITICAL, threshold));
        Rule.Builder rule = Rule.newBuilder(id, Measure.STATE_SECONDS).when(Condition.STATE, Set.of(state.name()));
        thresholds.forEach(rule::threshold);
        return rule.build();
    }

    /** A rule on a measure in its own unit, whatever the agent's state. */
    static Rule rule(String id, Measure measure, long warn, long critical) {
        return Rule.newBuilder(id, measure)
                .threshold(AlertLevel.WARN, warn)
                .threshold(AlertLevel.CRITICAL, critical)
                .build();
    }

    Life happens(AgentEvents event) {
        return happens(event.build());
    }

    Life happens(AgentEvent event) {
        keep(tracker.apply(Optional.ofNullable(agent), event, rules));
        return this;
    }

    Life timePassesUntil(Instant until) {
        keep(tracker.settle(agent(), until, rules));
        return this;
    }

    Life by(Schedule schedule) {
        tracker = AgentTracker.of(schedule);
        return this;
    }

    Life rulesBecome(Rule... rules) {
        this.rules = Rules.of(Arrays.asList(rules));
        return this;
    }

    TrackedAgent agent() {
        if (agent == null) {
            throw new IllegalStateException("nothing has happened yet");
        }
        return agent;
    }

    AgentRow row() {
        return rows.get(rows.size() - 1);
    }

    /** Intervals as {@code start–end state contacts}, times of day only. */
    List<String> timeline() {
        List<String> lines = new ArrayList<>();
        for (AgentInterval interval : intervals) {
            lines.add(time(interval.getStart()) + "–" + time(interval.getEnd()) + " " + interval.getState()
                    + interval.getOptionalCustomStatus()
                            .map(status -> ":" + status)
                            .orElse("") + " "
                    + interval.getContacts() + (interval.getDeleted() ? " deleted" : ""));
        }
        return lines;
    }

    /** Signals as {@code seq type level at}. */
    List<String> story() {
        List<String> lines = new ArrayList<>();
        for (AlertSignal signal : signals()) {
            lines.add(signal.getSeq() + " " + signal.getType() + " " + signal.getLevel() + " " + time(signal.getAt()));
        }
        return lines;
    }

    List<AlertSignal> signals() {
        return desk.stream()
                .flatMap(entry -> entry.getOptionalSignal().stream())
                .toList();
    }

    AlertSignal signal() {
        return signals().get(signals().size() - 1);
    }

    private void keep(Step step) {
        agent = step.agent();
        step.row().ifPresent(rows::add);
        intervals.addAll(step.intervals());
        occupancy.addAll(step.occupancy());
        desk.addAll(step.desk());
        queues.addAll(step.queues());
    }

    static String time(Instant instant) {
        return instant.toString().substring(11).replace("Z", "");
    }
}
