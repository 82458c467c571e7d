package io.contactpulse.agentstatesla.domain;

import io.contactpulse.agentstatesla.domain.rules.Measure;
import io.contactpulse.agentstatesla.domain.rules.Rule;
import io.contactpulse.agentstatesla.domain.rules.Rules;
import io.contactpulse.schema.AlertLevel;
import io.contactpulse.schema.AlertStatus;
import io.contactpulse.schema.TrackedAlert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The alerts of one agent. A threshold is crossed by the passing of time, not by an event: {@link #settle} raises
 * whatever is due by an instant, every step of it, whether a timer or an event asks. So the same breach has the same
 * steps live and in a replay.
 */
final class AlertBook {
    private final Rules rules;
    private final AlertWriter writer;
    private final Map<String, TrackedAlert> open = new LinkedHashMap<>();
    private final List<Transition> transitions = new ArrayList<>();

    AlertBook(Rules rules, AlertWriter writer, List<TrackedAlert> open) {
        this.rules = rules;
        this.writer = writer;
        open.forEach(alert -> this.open.put(alert.getAlertId(), alert));
    }

    /** Raises what is due by then on running clocks, and ends the alerts of rules that are gone. */
    void settle(List<Clock> running, AgentProfile agent, Instant until, Instant now) {
        for (TrackedAlert alert : List.copyOf(open.values())) {
            if (rules.find(alert.getRuleId()).isEmpty()) {
                close(alert, AlertStatus.RESOLVED, "RULE_REMOVED", agent, until, now);
            }
        }
        for (Clock clock : running) {
            for (Rule rule : rules.watching(Measure.STATE_SECONDS, clock.facts(agent))) {
                raiseDue(rule, clock, agent, until, now);
            }
        }
    }

    /** The state behind these alerts ended. Settle until then first: what was due meanwhile is part of the story. */
    void end(Clock clock, AgentProfile agent, Instant at, Instant now) {
        for (TrackedAlert alert : List.copyOf(open.values())) {
            if (clock.raised(alert)) {
                end(alert, agent, at, now);
            }
        }
    }

    /** A timer may have raised what the late news of the state's end shows not to have been. */
    private void end(TrackedAlert alert, AgentProfile agent, Instant at, Instant now) {
        Optional<Instant> warnAt = alert.getOptionalWarnAt().filter(warn -> !warn.isAfter(at));
        Optional<Instant> criticalAt = alert.getOptionalCriticalAt().filter(critical -> !critical.isAfter(at));
        boolean none = warnAt.isEmpty() && criticalAt.isEmpty();
        TrackedAlert corrected = TrackedAlert.newBuilder(alert)
                .setWarnAt(warnAt.orElse(null))
                .setCriticalAt(criticalAt.orElse(null))
                .setLevel(none || criticalAt.isPresent() ? alert.getLevel() : AlertLevel.WARN)
                .build();
        if (none) {
            close(corrected, AlertStatus.RETRACTED, "ENDED_BEFORE_THRESHOLD", agent, at, now);
        } else {
            close(corrected, AlertStatus.RESOLVED, "STATE_ENDED", agent, at, now);
        }
    }

    private void raiseDue(Rule rule, Clock clock, AgentProfile agent, Instant until, Instant now) {
        for (Map.Entry<AlertLevel, Instant> due : rule.due(clock.start()).entrySet()) {
            if (due.getValue().isAfter(until)) {
                return;
            }
            String alertId = alertId(rule, clock, agent);
            TrackedAlert alert = Optional.ofNullable(open.get(alertId)).orElseGet(() -> begin(alertId, rule, clock));
            if (!reached(alert, due.getKey())) {
                TrackedAlert raised = raise(alert, due.getKey(), due.getValue());
                Transition transition =
                        writer.write(raised, AlertStatus.FIRING, Optional.empty(), agent, due.getValue(), now);
                transitions.add(transition);
                open.put(alertId, announcedBy(transition, raised));
            }
        }
    }

    private void close(
            TrackedAlert alert, AlertStatus status, String reason, AgentProfile agent, Instant at, Instant now) {
        TrackedAlert closed =
                TrackedAlert.newBuilder(alert).setSeq(alert.getSeq() + 1).build();
        transitions.add(writer.write(closed, status, Optional.of(reason), agent, at, now));
        open.remove(alert.getAlertId());
    }

    /** When the next threshold of a running clock is due. */
    Optional<Instant> nextDue(List<Clock> running, AgentProfile agent) {
        Optional<Instant> next = Optional.empty();
        for (Clock clock : running) {
            for (Rule rule : rules.watching(Measure.STATE_SECONDS, clock.facts(agent))) {
                next = earlier(next, nextDue(rule, clock, agent));
            }
        }
        return next;
    }

    private Optional<Instant> nextDue(Rule rule, Clock clock, AgentProfile agent) {
        Optional<TrackedAlert> alert = Optional.ofNullable(open.get(alertId(rule, clock, agent)));
        return rule.due(clock.start()).entrySet().stream()
                .filter(due -> alert.filter(open -> reached(open, due.getKey())).isEmpty())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().isBefore(other.get()) ? one : other;
    }

    private static TrackedAlert begin(String alertId, Rule rule, Clock clock) {
        return TrackedAlert.newBuilder()
                .setAlertId(alertId)
                .setRuleId(rule.id())
                .setRuleVersion(rule.version())
                .setSuggestedAction(rule.suggestedAction().orElse(null))
                .setEntityType(clock.entityType())
                .setContactId(clock.contactId().orElse(null))
                .setQueueId(clock.queueId().orElse(null))
                .setState(clock.state())
                .setCustomStatus(clock.customStatus().orElse(null))
                .setStateStart(clock.start())
                .setSeq(0)
                .setLevel(AlertLevel.UNKNOWN)
                .setAnnounced(false)
                .build();
    }

    private static TrackedAlert raise(TrackedAlert alert, AlertLevel level, Instant at) {
        TrackedAlert.Builder raised = TrackedAlert.newBuilder(alert).setSeq(alert.getSeq() + 1);
        if (level == AlertLevel.CRITICAL) {
            return raised.setCriticalAt(at).setLevel(level).build();
        }
        // A changed rule may add a warning below a critical threshold that was reached before.
        return raised.setWarnAt(at)
                .setLevel(alert.getOptionalCriticalAt().isPresent() ? AlertLevel.CRITICAL : level)
                .build();
    }

    private static boolean reached(TrackedAlert alert, AlertLevel level) {
        return (level == AlertLevel.WARN ? alert.getOptionalWarnAt() : alert.getOptionalCriticalAt()).isPresent();
    }

    private static TrackedAlert announcedBy(Transition transition, TrackedAlert alert) {
        return transition.message().isEmpty()
                ? alert
                : TrackedAlert.newBuilder(alert).setAnnounced(true).build();
    }

    private static String alertId(Rule rule, Clock clock, AgentProfile agent) {
        String start = Long.toString(clock.start().toEpochMilli());
        return Hashes.sha256(agent.instanceId(), rule.id(), clock.entity(), start)
                .substring(0, 32);
    }

    List<Transition> transitions() {
        return transitions;
    }

    List<TrackedAlert> open() {
        return List.copyOf(open.values());
    }
}
