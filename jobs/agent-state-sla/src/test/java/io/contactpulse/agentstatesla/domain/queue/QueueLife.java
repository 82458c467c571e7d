package io.contactpulse.agentstatesla.domain.queue;

import static io.contactpulse.testkit.Moments.at;

import io.contactpulse.agentstatesla.domain.rules.Measure;
import io.contactpulse.agentstatesla.domain.rules.Rule;
import io.contactpulse.agentstatesla.domain.rules.Rules;
import io.contactpulse.schema.AlertLevel;
import io.contactpulse.schema.AlertSignal;
import io.contactpulse.schema.DeskEntry;
import io.contactpulse.schema.QueueEntry;
import io.contactpulse.schema.QueuePressure;
import io.contactpulse.schema.QueueStatus;
import io.contactpulse.schema.TrackedQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lives one queue's life in a test, as a replay would: what is due is settled before the next entry. */
final class QueueLife {
    final List<QueueStatus> rows = new ArrayList<>();
    final List<AlertSignal> signals = new ArrayList<>();
    final List<QueuePressure> pressures = new ArrayList<>();

    private final QueueWatcher watcher =
            QueueWatcher.of(ServiceLevelTargets.of(Duration.ofSeconds(20), Map.of("q-slow", Duration.ofSeconds(60))));
    private Rules rules;
    private Optional<TrackedQueue> queue = Optional.empty();

    QueueLife(Rule... rules) {
        this.rules = Rules.of(Arrays.asList(rules));
    }

    static Rule.Builder rule(Measure measure, @Nullable Long warn, @Nullable Long critical) {
        Rule.Builder rule = Rule.newBuilder("rule", measure);
        Optional.ofNullable(warn).ifPresent(value -> rule.threshold(AlertLevel.WARN, value));
        Optional.ofNullable(critical).ifPresent(value -> rule.threshold(AlertLevel.CRITICAL, value));
        return rule;
    }

    QueueLife hears(QueueEntry... entries) {
        for (QueueEntry entry : entries) {
            settle(entry.getAt());
            keep(watcher.apply(queue, entry, rules));
        }
        return this;
    }

    QueueLife timePassesUntil(String time) {
        settle(at(time));
        return this;
    }

    QueueLife rulesBecome(Rule... newRules) {
        rules = Rules.of(Arrays.asList(newRules));
        return this;
    }

    private void settle(Instant until) {
        while (due().filter(due -> !due.isAfter(until)).isPresent()) {
            keep(watcher.settle(queue.orElseThrow(), due().orElseThrow(), rules));
        }
    }

    Optional<Instant> due() {
        return queue.flatMap(TrackedQueue::getOptionalDueAt);
    }

    TrackedQueue queue() {
        return queue.orElseThrow();
    }

    QueueStatus row() {
        return rows.get(rows.size() - 1);
    }

    AlertSignal signal() {
        return signals.get(signals.size() - 1);
    }

    /** Signals as {@code type level time observed}, the value in the unit of the measure. */
    List<String> story() {
        return signals.stream()
                .map(signal -> signal.getType() + " " + signal.getLevel() + " " + time(signal.getAt()) + " "
                        + signal.getOptionalObserved().map(String::valueOf).orElse("-"))
                .toList();
    }

    static String time(Instant instant) {
        return instant.toString().substring(11).replace("Z", "");
    }

    private void keep(QueueStep step) {
        queue = Optional.of(step.queue());
        step.row().ifPresent(rows::add);
        for (DeskEntry entry : step.forDesk()) {
            entry.getOptionalSignal().ifPresent(signals::add);
            entry.getOptionalPressure().ifPresent(pressures::add);
        }
    }
}
