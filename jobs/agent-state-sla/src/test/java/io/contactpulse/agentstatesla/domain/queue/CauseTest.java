package io.contactpulse.agentstatesla.domain.queue;

import static io.contactpulse.agentstatesla.domain.queue.QueueLife.rule;
import static io.contactpulse.testkit.Moments.at;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.agentstatesla.domain.rules.Measure;
import io.contactpulse.schema.AgentAvailability;
import io.contactpulse.schema.AlertSignal;
import io.contactpulse.schema.QueueEntry;
import io.contactpulse.schema.QueueExit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Raised at 09:30:59: the window is 09:01 to 09:31, its halves meet at 09:16. */
class CauseTest {
    private static final Instant FIRST_HALF = at("09:05:00");
    private static final Instant SECOND_HALF = at("09:16:00");

    private final List<QueueEntry> day = new ArrayList<>();
    private int left;

    @Test
    void namesVolumeWhenContactsRoseByThirtyPercent() {
        returned(FIRST_HALF, 10);
        returned(SECOND_HALF, 13);

        assertCause("VOLUME", "offered 13, before 10");
    }

    @Test
    void namesNothingWhenContactsRoseByLess() {
        returned(FIRST_HALF, 10);
        returned(SECOND_HALF, 12);

        assertCause("UNCLEAR");
    }

    @Test
    void comparesNothingWithAnEmptyHalf() {
        returned(SECOND_HALF, 12);

        assertCause("UNCLEAR");
    }

    @Test
    void namesHandleTimeWhenWorkTookThirtyPercentLonger() {
        handled(FIRST_HALF, "h1", ofSeconds(180));
        handled(FIRST_HALF, "h2", ofSeconds(220));
        handled(SECOND_HALF, "h3", ofSeconds(260));

        assertCause("HANDLE_TIME", "average handle seconds 260, before 200");
    }

    @Test
    void namesStaffingWhenAFifthOfTheAgentsIsGone() {
        staffed(at("08:50:00"), 10);
        gone(at("09:10:00"), 2);

        assertCause("STAFFING", "staffed 8, at most 10");
    }

    @Test
    void countsTheAgentsWithWhomTheWindowsFirstMinuteBegan() {
        staffed(at("08:50:00"), 10);
        gone(at("09:01:30"), 2);

        assertCause("STAFFING", "staffed 8, at most 10");
    }

    @Test
    void namesNoStaffingWhenFewerAreGoneOrWereGoneBefore() {
        staffed(at("08:40:00"), 20);
        gone(at("09:00:59"), 10);
        gone(at("09:10:00"), 1);

        assertCause("UNCLEAR");
    }

    @Test
    void namesWhatExceedsItsMarkTheFurthestAndKeepsTheRestAsEvidence() {
        returned(FIRST_HALF, 10);
        returned(SECOND_HALF, 15);
        handled(FIRST_HALF, "h1", ofSeconds(100));
        handled(SECOND_HALF, "h2", ofSeconds(190));
        staffed(at("08:50:00"), 10);
        gone(at("09:10:00"), 5);

        assertCause(
                "HANDLE_TIME",
                "average handle seconds 190, before 100",
                "offered 15, before 10",
                "staffed 5, at most 10");
    }

    @Test
    void explainsALongWaitToo() {
        returned(FIRST_HALF, 1);
        returned(SECOND_HALF, 3);
        day.add(QueueEntries.returned("09:30:59", "w", "09:25:00"));

        assertThat(signal(Measure.OLDEST_WAITING_SECONDS, ofMinutes(5).toMillis())
                        .getOptionalReason())
                .contains("VOLUME");
    }

    private void assertCause(String cause, String... facts) {
        day.add(QueueEntries.record("late", at("09:30:00"), at("09:30:59"), QueueExit.UNKNOWN, null));
        AlertSignal signal = signal(Measure.SERVICE_LEVEL_REMOVED, 1001);
        assertThat(signal.getAt()).isEqualTo(at("09:30:59"));
        assertThat(signal.getOptionalReason()).contains(cause);
        assertThat(signal.getEvidence().subList(1, signal.getEvidence().size())).containsExactly(facts);
    }

    /** The rule is there from the last entry on. */
    private AlertSignal signal(Measure measure, long threshold) {
        day.sort((one, other) -> one.getAt().compareTo(other.getAt()));
        QueueLife life = new QueueLife();
        life.hears(day.subList(0, day.size() - 1).toArray(new QueueEntry[0]));
        life.timePassesUntil("09:30:58");
        life.rulesBecome(rule(measure, threshold, null).build());
        life.hears(day.get(day.size() - 1));
        return life.signal();
    }

    /** One contact short of that many after the second half began: the last one comes with the alert. */
    private void returned(Instant at, int contacts) {
        int before = at.equals(SECOND_HALF) ? contacts - 1 : contacts;
        for (int i = 0; i < before; i++) {
            day.add(QueueEntries.record("c" + at + i, at.minusSeconds(5), at, QueueExit.ANSWERED, null));
        }
    }

    private void handled(Instant end, String contact, Duration work) {
        day.add(QueueEntries.gone(end, contact, end.minus(work), work));
    }

    private void staffed(Instant at, int agents) {
        for (int i = 0; i < agents; i++) {
            day.add(QueueEntries.staff(at, "agent-" + i, AgentAvailability.BUSY, false));
        }
    }

    private void gone(Instant at, int agents) {
        for (int i = 0; i < agents; i++) {
            day.add(QueueEntries.staff(at, "agent-" + left++, AgentAvailability.OFF, false));
        }
    }
}
