package io.contactpulse.agentstatesla.domain.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.agentstatesla.domain.rules.Measure;
import io.contactpulse.schema.AgentAvailability;
import io.contactpulse.schema.AlertSignal;
import io.contactpulse.schema.QueueContactState;
import io.contactpulse.schema.QueueEntry;
import io.contactpulse.schema.QueueExit;
import io.contactpulse.schema.QueueStatus;
import io.contactpulse.schema.SignalType;
import io.contactpulse.testkit.Moments;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random days: every row, and when which alert stood, against {@link NaiveQueue}, which looks at all entries each time. */
class QueueAgainstNaiveTest {
    private static final int CONTACTS = 60;
    private static final int DAY_SECONDS = 2 * 3600;
    private static final int SECOND = 1000;
    private static final QueueExit[] EXITS = QueueExit.values();
    private static final AgentAvailability[] AVAILABILITIES = AgentAvailability.values();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void agreesWithALookAtAllEntries(long seed) {
        List<QueueEntry> day = new Day(seed, 1).entries();
        // A row of the slice's end does not know yet what was heard in the same millisecond.
        day.removeIf(entry -> entry.getAt().toEpochMilli() % SECOND == 0);
        QueueLife life = new QueueLife(QueueLife.rule(Measure.SERVICE_LEVEL_ANSWERED, 400L, null)
                .minVolume(5)
                .recoverLimit(600)
                .build());

        life.hears(day.toArray(new QueueEntry[0]));
        assertThat(life.rows).as("rows of seed %d", seed).hasSizeGreaterThan(100);
        for (QueueStatus row : life.rows) {
            NaiveQueue naive = new NaiveQueue(until(day, row.getAt()), row.getAt());
            assertThat(NaiveQueue.Row.of(row))
                    .as("seed %d at %s", seed, row.getAt())
                    .isEqualTo(naive.row());
        }
        assertThat(raised(life)).as("seed %d", seed).isNotEmpty().allSatisfy(signal -> {
            NaiveQueue naive = new NaiveQueue(until(day, signal.getAt()), signal.getAt());
            assertThat(naive.row().offered()).isGreaterThanOrEqualTo(5);
            assertThat(signal.getObserved())
                    .isEqualTo(naive.row().serviceLevelAnswered())
                    .isLessThan(400);
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12})
    void raisesEveryWaitThatIsTooLongAndNoOther(long seed) {
        List<QueueEntry> day = new Day(seed, SECOND).entries();
        QueueLife life = new QueueLife(
                QueueLife.rule(Measure.OLDEST_WAITING_SECONDS, 90_000L, null).build());
        life.hears(day.toArray(new QueueEntry[0]));

        boolean standing = false;
        List<String> expected = new ArrayList<>();
        Instant end = day.get(day.size() - 1).getAt();
        for (Instant second = day.get(0).getAt(); !second.isAfter(end); second = second.plusSeconds(1)) {
            boolean breached = new NaiveQueue(until(day, second), second).oldestWaits(Duration.ofSeconds(90));
            if (breached != standing) {
                expected.add((breached ? "RAISED " : "CLEARED ") + second);
                standing = breached;
            }
        }

        assertThat(withoutMoments(life.signals)).as("seed %d", seed).isEqualTo(expected);
        assertThat(expected).as("seed %d", seed).hasSizeGreaterThan(4);
    }

    /** What began and ended within one second cannot be seen by a look at each second's end. */
    private static List<String> withoutMoments(List<AlertSignal> signals) {
        List<String> lines = new ArrayList<>();
        for (AlertSignal signal : signals) {
            boolean sameSecond = !lines.isEmpty() && lines.get(lines.size() - 1).endsWith(" " + signal.getAt());
            if (sameSecond) {
                lines.remove(lines.size() - 1);
            } else {
                lines.add(signal.getType() + " " + signal.getAt());
            }
        }
        return lines;
    }

    private static List<AlertSignal> raised(QueueLife life) {
        return life.signals.stream()
                .filter(signal -> signal.getType() == SignalType.RAISED)
                .toList();
    }

    private static List<QueueEntry> until(List<QueueEntry> day, Instant at) {
        return day.stream().filter(entry -> !entry.getAt().isAfter(at)).toList();
    }

    /** Entries no two of which have the same time; times are multiples of the grain, in milliseconds. */
    private static final class Day {
        private final Random random;
        private final int grain;
        private final List<QueueEntry> all = new ArrayList<>();

        Day(long seed, int grain) {
            this.random = new Random(seed);
            this.grain = grain;
        }

        List<QueueEntry> entries() {
            for (int i = 0; i < CONTACTS; i++) {
                live("c" + i, Moments.NINE_OCLOCK.plus(upTo(DAY_SECONDS)));
                AgentAvailability availability = AVAILABILITIES[random.nextInt(AVAILABILITIES.length)];
                Instant at = Moments.NINE_OCLOCK.plus(upTo(DAY_SECONDS));
                all.add(QueueEntries.staff(at, "agent-" + random.nextInt(8), availability, random.nextInt(6) == 0));
            }
            all.sort(Comparator.comparing(QueueEntry::getAt));
            List<QueueEntry> distinct = new ArrayList<>();
            for (QueueEntry entry : all) {
                if (distinct.isEmpty()
                        || distinct.get(distinct.size() - 1).getAt().isBefore(entry.getAt())) {
                    distinct.add(entry);
                }
            }
            return distinct;
        }

        private void live(String contact, Instant queuedAt) {
            Instant at = queuedAt;
            for (int offers = random.nextInt(3); offers > 0; offers--) {
                at = at.plus(upTo(15));
                all.add(QueueEntries.contact(at, contact, QueueContactState.OFFERED, queuedAt));
                at = at.plus(upTo(20));
                all.add(QueueEntries.contact(at, contact, QueueContactState.RETURNED, queuedAt));
            }
            Instant left = at.plus(upTo(random.nextBoolean() ? 20 : 200));
            Duration work = upTo(900);
            boolean isAnswered = random.nextInt(3) > 0;
            if (isAnswered && random.nextInt(4) > 0) {
                all.add(QueueEntries.answered(left, contact, queuedAt));
                all.add(QueueEntries.gone(left.plus(work), contact, queuedAt, work));
            }
            if (random.nextInt(3) > 0) {
                QueueExit exit = isAnswered ? QueueExit.ANSWERED : EXITS[random.nextInt(EXITS.length)];
                @Nullable Duration worked = isAnswered ? work.plusSeconds(5) : null;
                all.add(QueueEntries.record(contact, queuedAt, left.plus(upTo(3)), exit, worked));
            }
        }

        private Duration upTo(int seconds) {
            return Duration.ofMillis((1L + random.nextInt(seconds * SECOND / grain)) * grain);
        }
    }
}
