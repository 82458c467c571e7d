package io.contactpulse.agentstatesla.domain.desk;

import io.contactpulse.agentstatesla.domain.rules.Condition;
import io.contactpulse.agentstatesla.domain.rules.Measure;
import io.contactpulse.agentstatesla.domain.rules.Rule;
import io.contactpulse.agentstatesla.domain.rules.Rules;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.Alert;
import io.contactpulse.schema.AlertEvent;
import io.contactpulse.schema.AlertLevel;
import io.contactpulse.schema.DeskEntry;
import io.contactpulse.schema.Notification;
import io.contactpulse.schema.Publication;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lives the life of one instance's desk in a test, in the time of what happens, and keeps all that it tells. */
final class DeskLife {
    final MapMemory memory = new MapMemory(Entries.INSTANCE);
    final List<Alert> alerts = new ArrayList<>();
    final List<AlertEvent> events = new ArrayList<>();
    final List<Notification> messages = new ArrayList<>();
    final List<String> refusals = new ArrayList<>();

    private final DeskSettings settings;
    private Rules rules;
    private @Nullable Instant nextDue;

    DeskLife(Rule... rules) {
        this(DeskSettings.newBuilder().build(), rules);
    }

    DeskLife(DeskSettings settings, Rule... rules) {
        this.settings = settings;
        this.rules = Rules.of(Arrays.asList(rules));
    }

    static Rule.Builder rule(String id) {
        return Rule.newBuilder(id, Measure.STATE_SECONDS)
                .when(Condition.STATE, Set.of(AgentState.ERROR.name()))
                .threshold(AlertLevel.WARN, Duration.ofSeconds(15))
                .threshold(AlertLevel.CRITICAL, Duration.ofSeconds(60));
    }

    DeskLife happens(DeskEntry... entries) {
        for (DeskEntry entry : entries) {
            keep(desk(DeskClock.replay()), desk -> desk.apply(entry));
        }
        return this;
    }

    /** An entry that is worked in only then. */
    DeskLife happens(DeskEntry entry, Instant now) {
        keep(desk(DeskClock.wall(now, Instant.EPOCH)), desk -> desk.apply(entry));
        return this;
    }

    DeskLife timePassesUntil(Instant until) {
        keep(desk(DeskClock.replay()), desk -> desk.settle(until));
        return this;
    }

    DeskLife timePassesUntil(Instant now, Instant openedAt) {
        keep(desk(DeskClock.wall(now, openedAt)), desk -> desk.settle(now));
        return this;
    }

    DeskLife rulesBecome(Instant at, Rule... changed) {
        rules = Rules.of(Arrays.asList(changed));
        keep(desk(DeskClock.replay()), desk -> desk.rulesChanged(at));
        return this;
    }

    /** Transitions as {@code seq status level at}, with a ! where a message went out, else why not. */
    List<String> story() {
        return events.stream().map(DeskLife::line).toList();
    }

    List<String> storyOf(String alertId) {
        return events.stream()
                .filter(event -> event.getAlertId().equals(alertId))
                .map(DeskLife::line)
                .toList();
    }

    /** Ids of messages, in the order in which they went out. */
    List<String> told() {
        return messages.stream().map(Notification::getMessageId).toList();
    }

    Alert row(String alertId) {
        return alerts.stream()
                .filter(alert -> alert.getAlertId().equals(alertId))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    @Nullable
    Instant nextDue() {
        return nextDue;
    }

    private AlertDesk desk(DeskClock clock) {
        return AlertDesk.open(memory, rules, settings, clock);
    }

    private void keep(AlertDesk desk, Function<AlertDesk, DeskStep> work) {
        DeskStep step = work.apply(desk);
        nextDue = desk.nextDue().orElse(null);
        alerts.addAll(step.alerts());
        events.addAll(step.events());
        messages.addAll(step.messages());
        step.refusals().forEach(refusal -> refusals.add(refusal.command().getCommandId() + ": " + refusal.why()));
    }

    private static String line(AlertEvent event) {
        String told = event.getPublication() == Publication.PUBLISHED ? "!" : event.getHeldBackBecause();
        return event.getSeq() + " " + event.getStatus() + " " + event.getLevel() + " "
                + event.getAt().toString().substring(11).replace("Z", "") + " " + told;
    }
}
