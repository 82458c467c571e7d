package io.contactpulse.agentstatesla.domain.queue;

import io.contactpulse.agentstatesla.domain.rules.Measure;
import io.contactpulse.agentstatesla.domain.rules.Rule;
import io.contactpulse.agentstatesla.domain.rules.Rules;
import io.contactpulse.schema.AlertLevel;
import io.contactpulse.schema.AlertSignal;
import io.contactpulse.schema.DeskEntry;
import io.contactpulse.schema.QueueBreach;
import io.contactpulse.schema.SignalType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The breaches of one queue at one instant: which begin, get worse or are over. A clock that, as a late entry shows, had
 * stopped before it reached its threshold is taken back.
 */
final class Breaches {
    private static final List<AlertLevel> LEVELS = List.of(AlertLevel.WARN, AlertLevel.CRITICAL);

    private final Rules rules;
    private final BreachSignals writer;
    private final Instant now;
    private final Map<String, QueueBreach> open = new LinkedHashMap<>();
    private final List<AlertSignal> signals = new ArrayList<>();

    Breaches(List<QueueBreach> open, Rules rules, BreachSignals writer, Instant now) {
        this.rules = rules;
        this.writer = writer;
        this.now = now;
        open.forEach(breach -> this.open.put(key(breach), breach));
    }

    private static String key(QueueBreach breach) {
        return key(breach.getSignal().getRuleId(), breach.getSignal().getEntity());
    }

    private static String key(String ruleId, String entity) {
        return ruleId + "\n" + entity;
    }

    /** {@code toldAt} is when that happened which these readings show first: earlier than now if it was told late. */
    void judge(List<Reading> readings, String instanceId, Instant toldAt) {
        Set<String> watched = new HashSet<>();
        for (Reading reading : readings) {
            for (Rule rule : rules.watching(reading.measure(), reading.facts(instanceId))) {
                watched.add(key(rule.id(), reading.entity()));
                judge(rule, reading, toldAt);
            }
        }
        for (QueueBreach breach : List.copyOf(open.values())) {
            if (!watched.contains(key(breach))) {
                end(breach, toldAt);
            }
        }
    }

    private void judge(Rule rule, Reading reading, Instant toldAt) {
        Optional<QueueBreach> breach = breach(rule, reading).map(known -> thinned(known, !reading.isEnoughFor(rule)));
        if (breach.isPresent()) {
            open.put(key(breach.get()), breach.get());
            if (isOver(rule, reading, breach.get())) {
                end(breach.get(), toldAt);
                return;
            }
        }
        if (reading.isEnoughFor(rule)) {
            raise(rule, reading);
        }
    }

    private QueueBreach thinned(QueueBreach breach, boolean isThin) {
        return QueueBreach.newBuilder(breach)
                .setThinSince(isThin ? breach.getOptionalThinSince().orElse(now) : null)
                .build();
    }

    /** Nobody is alarmed because contacts became too few to judge; but when they stay few, the alarm is old news. */
    private boolean isOver(Rule rule, Reading reading, QueueBreach breach) {
        long first = firstThreshold(rule);
        boolean recovered = !reading.hasReached(first)
                && !reading.hasReached(rule.recoverLimit().orElse(first));
        return recovered
                || breach.getOptionalThinSince()
                        .filter(since -> !since.plus(Window.LENGTH).isAfter(now))
                        .isPresent();
    }

    private static long firstThreshold(Rule rule) {
        return rule.threshold(AlertLevel.WARN)
                .or(() -> rule.threshold(AlertLevel.CRITICAL))
                .orElseThrow();
    }

    private Optional<QueueBreach> breach(Rule rule, Reading reading) {
        return Optional.ofNullable(open.get(key(rule.id(), reading.entity())));
    }

    private void raise(Rule rule, Reading reading) {
        for (AlertLevel level : LEVELS) {
            Optional<AlertSignal> known = breach(rule, reading).map(QueueBreach::getSignal);
            boolean reached = rule.threshold(level).filter(reading::hasReached).isPresent();
            if (reached && known.filter(signal -> hasReached(signal, level)).isEmpty()) {
                AlertSignal signal = writer.raised(known, rule, reading, level);
                open.put(
                        key(rule.id(), reading.entity()),
                        QueueBreach.newBuilder().setSignal(signal).build());
                signals.add(signal);
            }
        }
    }

    private static boolean hasReached(AlertSignal signal, AlertLevel level) {
        return (level == AlertLevel.WARN ? signal.getOptionalWarnAt() : signal.getOptionalCriticalAt()).isPresent();
    }

    private void end(QueueBreach breach, Instant toldAt) {
        AlertSignal known = breach.getSignal();
        open.remove(key(breach));
        Optional<Rule> rule = rules.find(known.getRuleId());
        if (rule.isEmpty()) {
            signals.add(writer.ended(known, SignalType.CLEARED, now, "RULE_REMOVED"));
            return;
        }
        boolean isClock = rule.get().measure().unit() == Measure.Unit.DURATION;
        if (isClock && toldAt.isBefore(known.getStateStart())) {
            signals.add(writer.ended(known, SignalType.RETRACTED, toldAt, "ENDED_BEFORE_THRESHOLD"));
            return;
        }
        signals.add(writer.ended(known, SignalType.CLEARED, isClock ? toldAt : now, "RECOVERED"));
    }

    /** When the next threshold of a running clock is due. */
    Optional<Instant> nextDue(List<Reading> readings, String instanceId) {
        Optional<Instant> next = Optional.empty();
        for (Reading reading : readings) {
            if (reading.since().isPresent()) {
                for (Rule rule : rules.watching(reading.measure(), reading.facts(instanceId))) {
                    next = Moments.earlier(next, nextDue(rule, reading.since().get()));
                }
            }
        }
        return next;
    }

    private Optional<Instant> nextDue(Rule rule, Instant since) {
        return rule.due(since).values().stream().filter(due -> due.isAfter(now)).findFirst();
    }

    /** As the desk takes them in. */
    List<DeskEntry> forDesk() {
        return signals.stream().map(BreachSignals::forDesk).collect(Collectors.toList());
    }

    List<QueueBreach> open() {
        return List.copyOf(open.values());
    }
}
