package io.contactpulse.agentstatesla.domain;

import io.contactpulse.agentstatesla.domain.rules.Measure;
import io.contactpulse.agentstatesla.domain.rules.Rule;
import io.contactpulse.agentstatesla.domain.rules.Rules;
import io.contactpulse.schema.AlertLevel;
import io.contactpulse.schema.AlertSignal;
import io.contactpulse.schema.SignalType;
import io.contactpulse.schema.TrackedAlert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The alerts of one agent. A threshold is crossed by the passing of time, not by an event: {@link #settle} raises
 * whatever is due by an instant, every step of it, whether a timer or an event asks. So the same breach has the same
 * steps live and in a replay.
 */
final class AlertBook {
    private static final List<AlertLevel> LEVELS = List.of(AlertLevel.WARN, AlertLevel.CRITICAL);

    private static final Set<String> GHOSTLY =
            Set.of(Measure.MISSED_IN_A_ROW.key(), Measure.SILENT_SECONDS.key(), Measure.CYCLES_WITHOUT_RESPONSE.key());

    private final Rules rules;
    private final Map<String, TrackedAlert> open = new LinkedHashMap<>();
    private final List<AlertSignal> signals = new ArrayList<>();

    AlertBook(Rules rules, List<TrackedAlert> open) {
        this.rules = rules;
        open.forEach(alert -> this.open.put(alert.getAlertId(), alert));
    }

    /** Raises what is due by then on running clocks, and ends the alerts of rules that are gone. */
    void settle(List<Clock> running, AgentProfile agent, Instant until) {
        for (Clock clock : running) {
            raisedBy(clock).stream().filter(this::isOrphaned).forEach(alert -> remove(alert, clock, agent, until));
            for (Rule rule : rules.watching(clock.measure(), clock.facts(agent))) {
                LEVELS.forEach(level -> raiseIfDue(rule, level, clock, agent, until));
            }
        }
    }

    private void remove(OpenAlert alert, Clock clock, AgentProfile agent, Instant at) {
        open.remove(alert.tracked().getAlertId());
        if (alert.isRaised()) {
            tell(SignalType.CLEARED, "RULE_REMOVED", alert, clock, agent, at);
        }
    }

    private boolean isOrphaned(OpenAlert alert) {
        return rules.find(alert.tracked().getRuleId())
                .filter(rule -> rule.measure().key().equals(alert.tracked().getMeasure()))
                .isEmpty();
    }

    private void raiseIfDue(Rule rule, AlertLevel level, Clock clock, AgentProfile agent, Instant until) {
        Optional<Instant> due = due(rule, level, clock).filter(at -> !at.isAfter(until));
        if (due.isEmpty()) {
            return;
        }
        OpenAlert raised = find(rule, clock)
                .orElseGet(() -> OpenAlert.begin(rule, clock, agent))
                .raised(level, rule.threshold(level).orElseThrow(), due.get());
        open.put(raised.tracked().getAlertId(), raised.tracked());
        signals.add(raised.signal(SignalType.RAISED, Optional.empty(), clock, agent, due.get()));
    }

    /** What these clocks measured is over. Settle until then first: what was due meanwhile is part of the story. */
    void end(List<Clock> ended, AgentProfile agent, Instant at) {
        for (Clock clock : ended) {
            for (OpenAlert alert : raisedBy(clock)) {
                OpenAlert corrected = alert.without(level -> isLater(alert.reachedAt(level), at));
                open.remove(corrected.tracked().getAlertId());
                if (corrected.isRaised()) {
                    tell(SignalType.CLEARED, "STATE_ENDED", corrected, clock, agent, at);
                } else if (alert.isRaised()) {
                    tell(SignalType.RETRACTED, "ENDED_BEFORE_THRESHOLD", corrected, clock, agent, at);
                }
            }
        }
    }

    /**
     * These clocks go on. A timer may have raised what is not so: late news can show that a clock had come to a halt before
     * it was due.
     */
    void correct(List<Clock> goingOn, AgentProfile agent, Instant at) {
        for (Clock clock : goingOn) {
            for (OpenAlert alert : raisedBy(clock)) {
                OpenAlert corrected =
                        alert.without(level -> isLater(alert.reachedAt(level), at) && hasHalted(clock, alert, level));
                open.put(corrected.tracked().getAlertId(), corrected.tracked());
                if (alert.isRaised() && !corrected.isRaised()) {
                    OpenAlert told = tell(SignalType.RETRACTED, "ENDED_BEFORE_THRESHOLD", corrected, clock, agent, at);
                    open.put(told.tracked().getAlertId(), told.tracked());
                }
            }
        }
    }

    private static boolean isLater(Optional<Instant> reached, Instant at) {
        return reached.filter(instant -> instant.isAfter(at)).isPresent();
    }

    private static boolean hasHalted(Clock clock, OpenAlert alert, AlertLevel level) {
        return alert.threshold(level).flatMap(clock::reaches).isEmpty();
    }

    private OpenAlert tell(
            SignalType type, String reason, OpenAlert alert, Clock clock, AgentProfile agent, Instant at) {
        OpenAlert told = alert.told();
        signals.add(told.signal(type, Optional.of(reason), clock, agent, at));
        return told;
    }

    private List<OpenAlert> raisedBy(Clock clock) {
        return open.values().stream().filter(clock::raised).map(OpenAlert::of).collect(Collectors.toList());
    }

    private Optional<OpenAlert> find(Rule rule, Clock clock) {
        return raisedBy(clock).stream()
                .filter(alert -> alert.tracked().getRuleId().equals(rule.id()))
                .findFirst();
    }

    /** When the next threshold of a running clock is due. */
    Optional<Instant> nextDue(List<Clock> running, AgentProfile agent) {
        Optional<Instant> next = Optional.empty();
        for (Clock clock : running) {
            for (Rule rule : rules.watching(clock.measure(), clock.facts(agent))) {
                for (AlertLevel level : LEVELS) {
                    next = earlier(next, due(rule, level, clock));
                }
            }
        }
        return next;
    }

    /** When that level will be reached; empty if it has been, or if time alone does not get there. */
    private Optional<Instant> due(Rule rule, AlertLevel level, Clock clock) {
        return rule.threshold(level)
                .flatMap(clock::reaches)
                .filter(at -> find(rule, clock)
                        .flatMap(alert -> alert.reachedAt(level))
                        .isEmpty());
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().isBefore(other.get()) ? one : other;
    }

    /** Since when an alert says that nobody is there, whatever the status says; empty if none does. */
    Optional<Instant> ghostSince() {
        return open.values().stream()
                .filter(alert -> GHOSTLY.contains(alert.getMeasure()))
                .map(OpenAlert::of)
                .flatMap(alert -> LEVELS.stream().map(alert::reachedAt).flatMap(Optional::stream))
                .min(Comparator.naturalOrder());
    }

    List<AlertSignal> signals() {
        return signals;
    }

    List<TrackedAlert> open() {
        return List.copyOf(open.values());
    }
}
