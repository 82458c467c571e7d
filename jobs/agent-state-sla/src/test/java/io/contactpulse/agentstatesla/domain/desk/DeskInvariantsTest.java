package io.contactpulse.agentstatesla.domain.desk;

import static io.contactpulse.agentstatesla.domain.desk.Entries.agent;
import static io.contactpulse.agentstatesla.domain.desk.Entries.breach;
import static io.contactpulse.agentstatesla.domain.desk.Entries.command;
import static io.contactpulse.agentstatesla.domain.desk.Entries.heard;
import static io.contactpulse.agentstatesla.domain.desk.Entries.trouble;
import static io.contactpulse.testkit.Moments.NINE_OCLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.agentstatesla.domain.rules.EscalationStep;
import io.contactpulse.agentstatesla.domain.rules.FlapDamping;
import io.contactpulse.agentstatesla.domain.rules.Rule;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.Alert;
import io.contactpulse.schema.AlertCommandType;
import io.contactpulse.schema.AlertEvent;
import io.contactpulse.schema.AlertStatus;
import io.contactpulse.schema.AlertSubject;
import io.contactpulse.schema.DeskEntry;
import io.contactpulse.schema.Publication;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random days of a floor with storms, silences and commands: what must hold of everything that a desk ever tells. */
class DeskInvariantsTest {
    private static final Rule[] RULES = {
        DeskLife.rule("plain").build(),
        DeskLife.rule("insistent")
                .renotifyEvery(Duration.ofMinutes(3))
                .escalate(EscalationStep.of(Duration.ofMinutes(4), "team-lead"))
                .build(),
        DeskLife.rule("patient").keepFiring(Duration.ofMinutes(2)).build(),
        DeskLife.rule("damped")
                .flapDamping(FlapDamping.of(2, Duration.ofMinutes(5)))
                .build()
    };

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 150);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void holdsWhateverHappens(int seed) {
        List<DeskEntry> entries = randomDay(new Random(seed));

        DeskLife life = new DeskLife(RULES).happens(entries.toArray(DeskEntry[]::new));

        assertThat(life.alerts).hasSameSizeAs(life.events).isNotEmpty();
        countsEveryTransition(life);
        pagesOnceForEachLevel(life);
        pagesForNoPartOfAnIncident(life);
        assertThat(new HashSet<>(life.told())).hasSameSizeAs(life.told());
        life.timePassesUntil(NINE_OCLOCK.plus(Duration.ofDays(20)));
        assertThat(life.memory.isTidy()).isTrue();
        countsEveryTransition(life);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void tellsTheSameWhetherATimerOrTheNextEntryAsks(int seed) {
        List<DeskEntry> entries = randomDay(new Random(seed));
        Instant end = entries.get(entries.size() - 1).getAt();
        DeskLife asked = new DeskLife(RULES).happens(entries.toArray(DeskEntry[]::new));
        DeskLife timed = new DeskLife(RULES);
        for (DeskEntry entry : entries) {
            while (timed.nextDue() != null && timed.nextDue().isBefore(entry.getAt())) {
                timed.timePassesUntil(timed.nextDue());
            }
            timed.happens(entry);
        }

        assertThat(timed.timePassesUntil(end).alerts).isEqualTo(asked.timePassesUntil(end).alerts);
        assertThat(timed.events).isEqualTo(asked.events);
        assertThat(timed.messages).isEqualTo(asked.messages);
    }

    private static void countsEveryTransition(DeskLife life) {
        Map<String, Integer> last = new HashMap<>();
        for (int index = 0; index < life.alerts.size(); index++) {
            Alert row = life.alerts.get(index);
            AlertEvent event = life.events.get(index);
            assertThat(row.getSeq()).isEqualTo(last.getOrDefault(row.getAlertId(), 0) + 1);
            assertThat(row.getVersion()).isEqualTo(row.getSeq());
            assertThat(event.getAlertId()).isEqualTo(row.getAlertId());
            assertThat(event.getSeq()).isEqualTo(row.getSeq());
            assertThat(event.getStatus()).isEqualTo(row.getStatus());
            last.put(row.getAlertId(), row.getSeq());
        }
    }

    /** Unless a person's command, or the end of a suppression, made it fire again. */
    private static void pagesOnceForEachLevel(DeskLife life) {
        Map<String, AlertStatus> before = new HashMap<>();
        Set<String> paged = new HashSet<>();
        for (AlertEvent event : life.events) {
            AlertStatus previous = before.put(event.getAlertId(), event.getStatus());
            boolean again = previous == AlertStatus.ACKNOWLEDGED || previous == AlertStatus.SUPPRESSED;
            if (isPage(event) && !again) {
                assertThat(paged.add(event.getAlertId() + " " + event.getLevel()))
                        .as("first page for %s", event)
                        .isTrue();
            }
        }
    }

    /** But that something is over is told whoever was told that it began, before it was part of the incident. */
    private static void pagesForNoPartOfAnIncident(DeskLife life) {
        Set<String> announced = new HashSet<>();
        for (int index = 0; index < life.alerts.size(); index++) {
            AlertEvent event = life.events.get(index);
            boolean published = event.getPublication() == Publication.PUBLISHED;
            if (life.alerts.get(index).getOptionalIncidentId().isPresent() && published) {
                assertThat(event.getStatus()).isNotEqualTo(AlertStatus.FIRING);
                assertThat(announced).contains(event.getAlertId());
            }
            if (published) {
                announced.add(event.getAlertId());
            }
        }
    }

    private static boolean isPage(AlertEvent event) {
        return event.getStatus() == AlertStatus.FIRING && event.getPublication() == Publication.PUBLISHED;
    }

    private static List<DeskEntry> randomDay(Random random) {
        List<DeskEntry> entries = new ArrayList<>();
        for (int number = 0; number < 40; number++) {
            Instant start = NINE_OCLOCK.plusMillis(random.nextInt(3_600_000));
            AlertSubject agent = agent("agent-" + random.nextInt(12), random.nextBoolean() ? "Sales" : "Care");
            addBreach(entries, "alert-" + number, agent, start, random);
        }
        for (int number = 0; number < 30; number++) {
            Instant at = NINE_OCLOCK.plusMillis(random.nextInt(4_000_000));
            entries.add(heard("agent-" + random.nextInt(12), random.nextInt(4) > 0, at));
        }
        Instant storm = NINE_OCLOCK.plusMillis(random.nextInt(3_600_000));
        for (int number = 0; number < random.nextInt(12); number++) {
            entries.add(trouble(
                    agent("agent-" + number, "Sales"), AgentState.ERROR, storm.plusMillis(random.nextInt(90_000))));
        }
        entries.sort(Comparator.comparing(DeskEntry::getAt).thenComparing(DeskEntry::getOrder));
        return entries;
    }

    private static void addBreach(
            List<DeskEntry> entries, String alertId, AlertSubject agent, Instant start, Random random) {
        Entries.BreachOf breach = breach(alertId, RULES[random.nextInt(RULES.length)].id())
                .by(agent)
                .since(start);
        entries.add(breach.warns(start));
        Instant at = start;
        if (random.nextBoolean()) {
            at = at.plusMillis(1 + random.nextInt(120_000));
            entries.add(breach.getsCritical(at));
        }
        if (random.nextInt(3) == 0) {
            AlertCommandType type = AlertCommandType.values()[random.nextInt(3)];
            Instant asked = start.plusMillis(random.nextInt(300_000));
            Instant until = type == AlertCommandType.MUTE ? asked.plusMillis(1 + random.nextInt(600_000)) : null;
            entries.add(command("command-" + alertId, alertId, type, asked, until));
        }
        if (random.nextInt(5) > 0) {
            Instant end = at.plusMillis(1 + random.nextInt(600_000));
            entries.add(random.nextInt(6) == 0 ? breach.retracts(end) : breach.clears(end));
        }
    }
}
