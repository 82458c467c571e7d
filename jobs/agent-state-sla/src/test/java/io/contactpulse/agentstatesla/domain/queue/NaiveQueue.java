package io.contactpulse.agentstatesla.domain.queue;

import io.contactpulse.schema.QueueContact;
import io.contactpulse.schema.QueueEntry;
import io.contactpulse.schema.QueueStaff;
import io.contactpulse.schema.QueueStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A queue's figures at one instant, computed from all entries up to then; shares no code with what it checks. */
final class NaiveQueue {
    private static final long NEVER = -1;

    private final List<QueueEntry> entries;
    private final long now;
    private final long windowStart;
    private final Map<String, Contact> contacts = new HashMap<>();

    private static final class Contact {
        long queued;
        long heard = NEVER;
        String exitSeen = "";
        long leftSeen;
        String exitRecorded = "";
        long leftRecorded;
        long queuedRecorded;
        long workedSeen = NEVER;
        long workedSeenUntil;
        long workedRecorded = NEVER;

        boolean left() {
            return !exit().isEmpty();
        }

        String exit() {
            return !exitRecorded.isEmpty() ? exitRecorded : exitSeen;
        }

        long leftAt() {
            return !exitRecorded.isEmpty() ? leftRecorded : leftSeen;
        }

        long waited() {
            return !exitRecorded.isEmpty() ? leftRecorded - queuedRecorded : leftSeen - queued;
        }

        long worked() {
            return workedRecorded != NEVER ? workedRecorded : workedSeen;
        }

        long workedUntil() {
            return workedRecorded != NEVER ? leftRecorded + workedRecorded : workedSeenUntil;
        }
    }

    record Row(
            int offered,
            int answered,
            @Nullable Integer abandoned,
            @Nullable Integer calledBack,
            int answeredWithin,
            int removedWithin,
            @Nullable Long serviceLevelAnswered,
            @Nullable Long serviceLevelRemoved,
            @Nullable Long speed,
            @Nullable Long handle,
            int waiting,
            @Nullable Instant oldest,
            int staffed,
            int available,
            int ghosts) {
        static Row of(QueueStatus row) {
            return new Row(
                    row.getOffered(),
                    row.getAnswered(),
                    row.getAbandoned(),
                    row.getCalledBack(),
                    row.getAnsweredWithinTarget(),
                    row.getRemovedWithinTarget(),
                    row.getServiceLevelAnswered(),
                    row.getServiceLevelRemoved(),
                    row.getAverageSpeedOfAnswerMillis(),
                    row.getAverageHandleMillis(),
                    row.getWaiting(),
                    row.getOldestWaitingSince(),
                    row.getStaffed(),
                    row.getAvailable(),
                    row.getGhosts());
        }
    }

    NaiveQueue(List<QueueEntry> entries, Instant at) {
        this.entries = entries;
        this.now = at.toEpochMilli();
        this.windowStart = now / 60_000 * 60_000 - 29 * 60_000;
        entries.forEach(this::read);
    }

    private void read(QueueEntry entry) {
        long at = entry.getAt().toEpochMilli();
        if (entry.getContact() != null) {
            QueueContact seen = entry.getContact();
            Contact contact = contacts.computeIfAbsent(seen.getContactId(), id -> new Contact());
            contact.queued = seen.getQueuedAt().toEpochMilli();
            switch (seen.getState().name()) {
                case "ANSWERED" -> {
                    if (!contact.left()) {
                        contact.exitSeen = "ANSWERED";
                        contact.leftSeen = at;
                    }
                }
                case "GONE" -> {
                    contact.heard = NEVER;
                    contact.workedSeen = seen.getOptionalHandledMillis().orElse(NEVER);
                    contact.workedSeenUntil = at;
                }
                default -> contact.heard = at;
            }
        }
        if (entry.getEnd() != null) {
            Contact contact = contacts.computeIfAbsent(entry.getEnd().getContactId(), id -> new Contact());
            contact.exitRecorded = entry.getEnd().getExit().name();
            contact.leftRecorded = at;
            contact.queuedRecorded = entry.getEnd().getEnqueuedAt().toEpochMilli();
            contact.workedRecorded = entry.getEnd().getOptionalHandledMillis().orElse(NEVER);
        }
    }

    Row row() {
        boolean records = entries.stream().anyMatch(entry -> entry.getEnd() != null);
        long offered = left().count();
        long answered = left("ANSWERED").count();
        long inTime = inTime(left("ANSWERED"));
        long removed = inTime + inTime(left("ABANDONED")) + inTime(left("CALLED_BACK"));
        return new Row(
                (int) offered,
                (int) answered,
                records ? (int) left("ABANDONED").count() : null,
                records ? (int) left("CALLED_BACK").count() : null,
                (int) inTime,
                (int) removed,
                offered == 0 ? null : inTime * 1000 / offered,
                offered == 0 ? null : removed * 1000 / offered,
                average(left("ANSWERED").mapToLong(Contact::waited)),
                average(contacts.values().stream()
                        .filter(contact -> contact.worked() != NEVER && inWindow(contact.workedUntil()))
                        .mapToLong(Contact::worked)),
                (int) waiting().count(),
                waiting()
                        .map(contact -> contact.queued)
                        .min(Long::compare)
                        .map(Instant::ofEpochMilli)
                        .orElse(null),
                (int) staff().filter(agent -> !agent.getGhost()).count(),
                (int) staff().filter(agent -> !agent.getGhost()
                                && agent.getAvailability().name().equals("AVAILABLE"))
                        .count(),
                (int) staff().filter(QueueStaff::getGhost).count());
    }

    boolean oldestWaits(Duration atLeast) {
        return waiting().anyMatch(contact -> now - contact.queued >= atLeast.toMillis());
    }

    private Stream<Contact> waiting() {
        return contacts.values().stream()
                .filter(contact -> !contact.left() && contact.heard != NEVER && now - contact.heard < 900_000);
    }

    private Stream<Contact> left() {
        return contacts.values().stream().filter(contact -> contact.left() && inWindow(contact.leftAt()));
    }

    private Stream<Contact> left(String exit) {
        return left().filter(contact -> contact.exit().equals(exit));
    }

    private static long inTime(Stream<Contact> left) {
        return left.filter(contact -> contact.waited() <= 20_000).count();
    }

    private boolean inWindow(long at) {
        return at >= windowStart && at <= now;
    }

    private static @Nullable Long average(LongStream values) {
        var statistics = values.summaryStatistics();
        return statistics.getCount() == 0 ? null : statistics.getSum() / statistics.getCount();
    }

    private Stream<QueueStaff> staff() {
        Map<String, QueueStaff> newest = new HashMap<>();
        entries.stream()
                .map(QueueEntry::getStaff)
                .filter(Objects::nonNull)
                .forEach(agent -> newest.put(agent.getAgentId(), agent));
        return newest.values().stream()
                .filter(agent -> !agent.getAvailability().name().equals("OFF"));
    }
}
