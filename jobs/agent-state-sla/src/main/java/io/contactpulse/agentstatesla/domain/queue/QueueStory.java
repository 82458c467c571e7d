package io.contactpulse.agentstatesla.domain.queue;

import io.contactpulse.agentstatesla.domain.rules.Rules;
import io.contactpulse.schema.DeskEntry;
import io.contactpulse.schema.QueueEnd;
import io.contactpulse.schema.QueueEntry;
import io.contactpulse.schema.QueueStatus;
import io.contactpulse.schema.TrackedQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One step in the life of one queue; used once. A queue's time never runs back: a late entry changes its present. */
final class QueueStory {
    private final TrackedQueue known;
    private final Rules rules;
    private final Duration target;
    private final Visits visits;
    private final Handlings handlings;
    private final Staffing staffing;
    private Optional<String> queueName;
    private Instant lastEntryAt;
    private Instant now;
    private boolean recordsSeen;

    QueueStory(TrackedQueue known, Rules rules, ServiceLevelTargets targets) {
        this.known = known;
        this.rules = rules;
        this.target = targets.of(known.getQueueId());
        this.visits = new Visits(known.getWaiting(), known.getLeft());
        this.handlings = new Handlings(known.getHandled());
        this.staffing = new Staffing(known.getStaff(), known.getHeadcounts(), known.getStaffSeen());
        this.queueName = known.getOptionalQueueName();
        this.lastEntryAt = known.getLastEntryAt();
        this.now = known.getSettledUntil();
        this.recordsSeen = known.getRecordsSeen();
    }

    QueueStep apply(QueueEntry entry) {
        now = Moments.later(now, entry.getAt());
        lastEntryAt = Moments.later(lastEntryAt, entry.getAt());
        queueName = entry.getOptionalQueueName().or(() -> queueName);
        entry.getOptionalStaff().ifPresent(agent -> staffing.apply(agent, now));
        entry.getOptionalContact().ifPresent(contact -> {
            handlings.apply(contact, entry.getAt());
            visits.apply(contact, entry.getAt());
        });
        entry.getOptionalEnd().ifPresent(this::apply);
        return step(entry.getAt());
    }

    private void apply(QueueEnd end) {
        recordsSeen = true;
        handlings.apply(end);
        visits.apply(end);
    }

    QueueStep settle(Instant until) {
        now = Moments.later(now, until);
        return step(until);
    }

    private QueueStep step(Instant toldAt) {
        Window window = Window.upTo(now);
        visits.forget(window);
        handlings.forget(window);
        staffing.forget(window);
        Figures figures = Figures.of(visits, handlings, target, window::contains);
        List<Reading> readings = readings(figures, window);
        Breaches breaches = new Breaches(
                known.getBreaches(), rules, new BreachSignals(known.getInstanceId(), now, () -> cause(window)), now);
        breaches.judge(readings, known.getInstanceId(), toldAt);
        QueueReport report =
                new QueueReport(known.getOptionalReported(), known.getOptionalReportedAt(), status(figures, window));
        Optional<Instant> dueAt = Moments.earlier(
                Moments.earlier(report.dueAt(), visits.nextForgotten()),
                Moments.earlier(breaches.nextDue(readings, known.getInstanceId()), nextSlice(window, breaches)));
        return new QueueStep(
                tracked(breaches, report.row(), dueAt), report.row().orElse(null), forDesk(report, breaches));
    }

    private List<Reading> readings(Figures figures, Window window) {
        return Readings.of(known.getQueueId(), queueName, now)
                .contacts(figures, recordsSeen)
                .waiting(visits.waiting().size(), visits.oldestReturnedSince())
                .staff(staffing, window)
                .idle(staffing, visits.returnedSince())
                .all();
    }

    private Cause cause(Window window) {
        return Cause.of(
                Figures.of(visits, handlings, target, window::firstHalfContains),
                Figures.of(visits, handlings, target, window::secondHalfContains),
                staffing.staffed(),
                staffing.most(window));
    }

    /** Whatever falls out of the window does so at the end of a slice; rules that changed are noticed then as well. */
    private Optional<Instant> nextSlice(Window window, Breaches breaches) {
        boolean asleep = visits.waiting().isEmpty()
                && visits.left().isEmpty()
                && handlings.all().isEmpty()
                && breaches.open().isEmpty();
        return asleep ? Optional.empty() : Optional.of(window.nextSlice());
    }

    private QueueStatus status(Figures figures, Window window) {
        QueueStatus.Builder row = QueueStatus.newBuilder()
                .setQueueId(known.getQueueId())
                .setQueueName(queueName.orElse(null))
                .setInstanceId(known.getInstanceId())
                .setVersion(0)
                .setAt(now)
                .setWindowStart(window.start())
                .setLastEntryAt(lastEntryAt)
                .setAbandoned(recordsSeen ? figures.abandoned() : null)
                .setCalledBack(recordsSeen ? figures.calledBack() : null)
                .setAbandonsKnown(recordsSeen)
                .setWaiting(visits.waiting().size())
                .setOldestWaitingSince(visits.oldestSince().orElse(null));
        figures.writeTo(row);
        staffing.writeTo(row);
        return row.build();
    }

    private TrackedQueue tracked(Breaches breaches, Optional<QueueStatus> row, Optional<Instant> dueAt) {
        return TrackedQueue.newBuilder()
                .setInstanceId(known.getInstanceId())
                .setQueueId(known.getQueueId())
                .setQueueName(queueName.orElse(null))
                .setLastEntryAt(lastEntryAt)
                .setSettledUntil(now)
                .setRecordsSeen(recordsSeen)
                .setStaffSeen(staffing.seen())
                .setStaff(staffing.agents())
                .setHeadcounts(staffing.headcounts())
                .setWaiting(List.copyOf(visits.waiting()))
                .setLeft(List.copyOf(visits.left()))
                .setHandled(List.copyOf(handlings.all()))
                .setBreaches(breaches.open())
                .setReported(row.or(known::getOptionalReported).orElse(null))
                .setReportedAt(row.map(QueueStatus::getAt)
                        .or(known::getOptionalReportedAt)
                        .orElse(null))
                .setDueAt(dueAt.orElse(null))
                .build();
    }

    private List<DeskEntry> forDesk(QueueReport report, Breaches breaches) {
        List<DeskEntry> entries = new ArrayList<>();
        report.row().flatMap(report::pressure).ifPresent(entries::add);
        entries.addAll(breaches.forDesk());
        return entries;
    }
}
