package io.contactpulse.agentstatesla.domain;

import static io.contactpulse.testkit.AgentEvents.anAgentEvent;
import static io.contactpulse.testkit.Moments.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.agentstatesla.domain.rules.Rules;
import io.contactpulse.schema.AgentEvent;
import io.contactpulse.schema.AgentEventType;
import io.contactpulse.schema.AgentOccupancy;
import io.contactpulse.schema.AgentStatusType;
import io.contactpulse.schema.ContactState;
import io.contactpulse.schema.TrackedAgent;
import io.contactpulse.testkit.AgentEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines are: begin, then minutes staffed, on contact, idle, of contacts and of slots, then both occupancies. */
class OccupancyTimeTest {

    @ParameterizedTest
    @CsvSource({
        "CONNECTED,10,0",
        "CONNECTED_ONHOLD,10,0",
        "ENDED,10,0",
        "INCOMING,0,0",
        "CONNECTING,0,0",
        "MISSED,0,10",
        "REJECTED,0,10",
        "ERROR,0,10",
        "PAUSED,0,10"
    })
    void countsAContactAsWorkOnceItIsAnsweredAndRingingAsNeither(ContactState state, int onContact, int idle) {
        Life life = new Life()
                .happens(anAgentEvent().at(at("09:00:00")).holding("c1", state))
                .happens(anAgentEvent().at(at("09:10:00")).offline());

        AgentOccupancy quarter = life.occupancy.get(0);
        assertThat(quarter.getStaffedMillis()).isEqualTo(600_000);
        assertThat(quarter.getOnContactMillis()).isEqualTo(onContact * 60_000L);
        assertThat(quarter.getIdleMillis()).isEqualTo(idle * 60_000L);
    }

    @Test
    void dividesByContactAndIdleTimeAndByTheSlots() {
        Life life = new Life()
                .happens(slots(anAgentEvent().at(at("09:00:00")), 2))
                .happens(slots(anAgentEvent().at(at("09:05:00")).holding("c1", ContactState.CONNECTED), 2))
                .happens(slots(
                        anAgentEvent()
                                .at(at("09:07:00"))
                                .holding("c1", ContactState.CONNECTED_ONHOLD)
                                .holding("c2", ContactState.CONNECTED),
                        2))
                .happens(slots(anAgentEvent().at(at("09:10:00")).holding("c2", ContactState.ENDED), 2))
                .happens(slots(anAgentEvent().at(at("09:12:00")), 2))
                .timePassesUntil(at("09:15:00"));

        assertThat(lines(life)).containsExactly("09:00:00 15 7 8 8 30 467 267");
    }

    @Test
    void countsNoContactInACustomStatusAndHasNothingToDivide() {
        Life life = new Life()
                .happens(slots(
                        anAgentEvent()
                                .at(at("09:00:00"))
                                .inStatus("Lunch", AgentStatusType.CUSTOM)
                                .holding("c1", ContactState.CONNECTED),
                        1))
                .happens(anAgentEvent().at(at("09:15:00")).offline());

        assertThat(lines(life)).containsExactly("09:00:00 15 0 0 0 0 null null");
    }

    @Test
    void writesQuarterHoursThatAreOverAndTheLastOneWithTheShift() {
        Life life = new Life()
                .happens(anAgentEvent().at(at("09:10:00")))
                .happens(anAgentEvent().at(at("09:20:00")).holding("c1", ContactState.CONNECTED))
                .timePassesUntil(at("09:30:00"))
                .happens(anAgentEvent().at(at("09:50:00")).offline())
                .timePassesUntil(at("10:30:00"));

        assertThat(lines(life))
                .containsExactly(
                        "09:00:00 5 0 5 0 0 0 null",
                        "09:15:00 15 10 5 10 0 667 null",
                        "09:30:00 15 15 0 15 0 1000 null",
                        "09:45:00 5 5 0 5 0 1000 null");
    }

    @Test
    void addsUpTwoShiftsInOneQuarterHour() {
        Life life = new Life()
                .happens(anAgentEvent().at(at("09:00:00")))
                .happens(anAgentEvent().at(at("09:02:00")).offline())
                .happens(anAgentEvent().at(at("09:10:00")).holding("c1", ContactState.CONNECTED))
                .timePassesUntil(at("09:15:00"));

        assertThat(lines(life)).containsExactly("09:00:00 2 0 2 0 0 0 null", "09:00:00 7 5 2 5 0 714 null");
        assertThat(life.occupancy)
                .extracting(AgentOccupancy::getVersion)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void writesAgainWhatLateNewsShowsToHaveBeenOtherwise() {
        Life life = new Life()
                .happens(anAgentEvent().at(at("09:00:00")))
                .timePassesUntil(at("09:45:00"))
                .happens(anAgentEvent().at(at("09:06:00")).holding("c1", ContactState.CONNECTED))
                .happens(anAgentEvent().at(at("09:21:00")).ofType(AgentEventType.LOGOUT));

        assertThat(lines(life))
                .containsExactly(
                        "09:00:00 15 0 15 0 0 0 null",
                        "09:15:00 15 0 15 0 0 0 null",
                        "09:30:00 15 0 15 0 0 0 null",
                        "09:00:00 15 9 6 9 0 600 null",
                        "09:15:00 6 6 0 6 0 1000 null",
                        "09:30:00 0 0 0 0 0 null null");
        assertThat(life.occupancy)
                .extracting(AgentOccupancy::getVersion)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void countsAnAgentOfTheFirstReleaseFromTheNewestEventOn() {
        TrackedAgent known =
                new Life().happens(anAgentEvent().at(at("09:05:00"))).agent();
        TrackedAgent byFirstRelease = TrackedAgent.newBuilder(known)
                .setOccupancy(null)
                .setShift(null)
                .setStatus(null)
                .setAvailability(null)
                .build();

        Step step = AgentTracker.of(Schedule.none()).settle(byFirstRelease, at("09:15:00"), Rules.none());

        assertThat(step.occupancy()).extracting(OccupancyTimeTest::line).containsExactly("09:00:00 10 0 10 0 0 0 null");
    }

    @Test
    void comparesTheStatusWithTheSchedule() {
        Schedule schedule = Schedule.none();
        schedule.add("user-of-agent-1", at("09:05:00"), at("09:20:00"), true);
        schedule.add("user-of-agent-1", at("09:20:00"), at("09:25:00"), false);
        Life life = new Life()
                .by(schedule)
                .happens(anAgentEvent().at(at("09:02:00")))
                .happens(anAgentEvent().at(at("09:10:00")).holding("c1", ContactState.CONNECTED))
                .happens(anAgentEvent().at(at("09:18:00")).inStatus("Lunch", AgentStatusType.CUSTOM))
                .happens(anAgentEvent().at(at("09:23:00")))
                .timePassesUntil(at("09:45:00"));

        assertThat(life.occupancy)
                .extracting(quarter -> quarter.getScheduledMillis() / 60_000 + " "
                        + quarter.getAdherentMillis() / 60_000 + " " + quarter.getAdherence())
                .containsExactly("10 10 1000", "10 6 600", "0 0 null");
    }

    @Test
    void tellsNoAdherenceOfWhoIsNotOnTheSchedule() {
        Schedule schedule = Schedule.none();
        schedule.add("somebody else", at("09:00:00"), at("10:00:00"), true);
        Life life = new Life()
                .by(schedule)
                .happens(anAgentEvent().at(at("09:00:00")))
                .timePassesUntil(at("09:15:00"));

        assertThat(life.occupancy.get(0).getOptionalScheduledMillis()).isEmpty();
        assertThat(life.occupancy.get(0).getOptionalAdherentMillis()).isEmpty();
        assertThat(life.occupancy.get(0).getOptionalAdherence()).isEqualTo(Optional.empty());
    }

    private static AgentEvent slots(AgentEvents event, int slots) {
        return Snapshots.with(event, snapshot -> snapshot.setSlots(slots));
    }

    private static List<String> lines(Life life) {
        List<String> lines = new ArrayList<>();
        life.occupancy.forEach(quarter -> lines.add(line(quarter)));
        return lines;
    }

    private static String line(AgentOccupancy quarter) {
        return Life.time(quarter.getStart()) + " " + quarter.getStaffedMillis() / 60_000 + " "
                + quarter.getOnContactMillis() / 60_000 + " " + quarter.getIdleMillis() / 60_000 + " "
                + quarter.getContactMillis() / 60_000 + " " + quarter.getSlotMillis() / 60_000 + " "
                + quarter.getOccupancy() + " " + quarter.getConcurrentOccupancy();
    }
}
