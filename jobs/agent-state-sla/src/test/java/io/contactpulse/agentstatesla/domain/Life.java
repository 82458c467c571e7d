package io.contactpulse.agentstatesla.domain;

import io.contactpulse.agentstatesla.domain.rules.Condition;
import io.contactpulse.agentstatesla.domain.rules.Measure;
import io.contactpulse.agentstatesla.domain.rules.Rule;
import io.contactpulse.agentstatesla.domain.rules.Rules;
import io.contactpulse.schema.AgentEvent;
import io.contactpulse.schema.AgentInterval;
import io.contactpulse.schema.AgentRow;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.Alert;
import io.contactpulse.schema.AlertEvent;
import io.contactpulse.schema.AlertLevel;
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
    final List<Transition> transitions = new ArrayList<>();

    private AgentTracker tracker;
    private @Nullable TrackedAgent agent;

    Life(Rule... rules) {
        this.tracker = tracker(rules);
    }

    static Rule rule(String id, AgentState state, @Nullable Duration warn, @Nullable Duration critical) {
        Map<AlertLevel, Duration> thresholds = new TreeMap<>();
        Optional.ofNullable(warn).ifPresent(threshold -> thresholds.put(AlertLevel.WARN, threshold));
        Optional.ofNullable(critical).ifPresent(threshold -> thresholds.put(AlertLevel.CRITICAL, threshold));
        Rule.Builder rule = Rule.newBuilder(id, Measure.STATE_SECONDS).when(Condition.STATE, Set.of(state.name()));
        thresholds.forEach(rule::threshold);
        return rule.build();
    }

    Life happens(AgentEvents event) {
        return happens(event.build(), event.build().getAt());
    }

    /** An event that is worked in only at {@code now}. */
    Life happens(AgentEvent event, Instant now) {
        keep(tracker.apply(Optional.ofNullable(agent), event, now));
        return this;
    }

    Life timePassesUntil(Instant until) {
        keep(tracker.settle(agent(), until));
        return this;
    }

    Life rulesBecome(Rule... rules) {
        tracker = tracker(rules);
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

    /** Transitions as {@code seq status level at}, with a ! where a message went out. */
    List<String> story() {
        List<String> lines = new ArrayList<>();
        for (Transition transition : transitions) {
            AlertEvent event = transition.event();
            lines.add(event.getSeq() + " " + event.getStatus() + " " + event.getLevel() + " " + time(event.getAt())
                    + (transition.message().isPresent() ? " !" : ""));
        }
        return lines;
    }

    Alert alert() {
        return transitions.get(transitions.size() - 1).alert();
    }

    private void keep(Step step) {
        agent = step.agent();
        step.row().ifPresent(rows::add);
        intervals.addAll(step.intervals());
        transitions.addAll(step.transitions());
    }

    private static AgentTracker tracker(Rule... rules) {
        return AgentTracker.of(Rules.of(Arrays.asList(rules)), Fence.of(Duration.ofMinutes(10)));
    }

    private static String time(Instant instant) {
        return instant.toString().substring(11).replace("Z", "");
    }
}
