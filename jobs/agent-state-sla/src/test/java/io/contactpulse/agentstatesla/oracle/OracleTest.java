package io.contactpulse.agentstatesla.oracle;

import static io.contactpulse.testkit.Moments.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.agentstatesla.oracle.Seen.Desk;
import io.contactpulse.agentstatesla.oracle.Seen.InHand;
import io.contactpulse.agentstatesla.oracle.Seen.Kind;
import io.contactpulse.agentstatesla.oracle.Seen.Profile;
import io.contactpulse.agentstatesla.oracle.Tables.IncidentLine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the job is compared with is itself compared with cases worked out by hand. */
class OracleTest {
    private static final Profile PROFILE = new Profile(Optional.of("service"), Optional.of("site-north"));

    @Test
    void addsUpTheHoldsOfOneContact() {
        AgentDay agent = AgentDay.of(List.of(
                person("08:00:00", "Available", contact("c", "CONNECTED_ONHOLD")),
                person("08:01:30", "Available", contact("c", "CONNECTED")),
                person("08:02:00", "Available", contact("c", "CONNECTED_ONHOLD")),
                person("08:03:30", "Available", contact("c", "CONNECTED")),
                person("08:04:00", "Available", contact("c", "CONNECTED_ONHOLD")),
                person("08:05:30", "Available", contact("c", "ENDED"))));

        assertThat(alerts("total-hold-too-long", agent))
                .containsExactly("CONTACT ON_HOLD from 08:00:00 RESOLVED WARN at 08:05:00 until 08:05:30");
    }

    @Test
    void countsContactsLeftUnansweredUntilOneIsAnswered() {
        AgentDay agent = AgentDay.of(List.of(
                person("08:00:00", "Available", contact("a", "MISSED")),
                person("08:00:10", "Available"),
                person("08:00:20", "Available", contact("b", "REJECTED")),
                person("08:00:30", "Available", contact("c", "CONNECTED")),
                person("08:00:40", "Available", contact("d", "MISSED"))));

        assertThat(alerts("missed-in-a-row", agent))
                .containsExactly("AGENT MISSED from 08:00:00 RESOLVED WARN at 08:00:20 until 08:00:30");
    }

    @Test
    void timesAnAiAgentsTurnUntilItResponds() {
        AgentDay agent = AgentDay.of(List.of(
                ai("08:00:00", "Available"),
                ai("08:00:10", "Processing"),
                ai("08:00:20", "Generating"),
                ai("08:00:35", "Responding"),
                ai("08:02:00", "Available")));

        assertThat(alerts("ai-agent-slow-cycle", agent))
                .containsExactly("AGENT CUSTOM from 08:00:10 RESOLVED WARN at 08:00:30 until 08:00:35");
    }

    @Test
    void countsTurnsThatEndWithoutAResponse() {
        Stream<Seen> turns = IntStream.range(0, 3)
                .boxed()
                .flatMap(turn -> Stream.of(
                        ai("08:0" + turn + ":00", "Available"),
                        ai("08:0" + turn + ":10", "Processing"),
                        ai("08:0" + turn + ":20", "Error")));

        assertThat(alerts("ai-agent-never-responds", AgentDay.of(turns.toList())))
                .containsExactly("AGENT CUSTOM from 08:00:10 FIRING WARN at 08:02:20 until -");
    }

    @Test
    void makesOneIncidentOfFiveAgentsInTroubleWithinAMinute() {
        List<AgentDay> floor = troubled("08:00:00", "08:00:15", "08:00:30", "08:00:45", "08:01:00");

        Tables tables = new Oracle(Limit.SHIPPED).tables(floor, at("09:00:00"));

        IncidentLine incident = tables.incidents().iterator().next();
        assertThat(tables.incidents()).hasSize(1);
        assertThat(incident.stateStart()).isEqualTo(at("08:00:00"));
        assertThat(incident.criticalAt()).isEqualTo(at("08:01:00"));
        // The alerts that fired before the incident were not counted for it: it is one of agents.
        assertThat(incident.children())
                .containsExactly(
                        "missed-not-cleared of c3 from 2026-03-02T08:00:45Z",
                        "missed-not-cleared of c4 from 2026-03-02T08:01:00Z");
        assertThat(incident.resolvedAt()).contains(at("08:03:30"));
    }

    @Test
    void makesNoIncidentOfFiveAgentsInMoreThanAMinute() {
        List<AgentDay> floor = troubled("08:00:00", "08:00:15", "08:00:30", "08:00:45", "08:01:01");

        Tables tables = new Oracle(Limit.SHIPPED).tables(floor, at("08:01:10"));

        assertThat(tables.incidents()).isEmpty();
    }

    /** Each misses a contact at that time, and clears it after two and a half minutes. */
    private static List<AgentDay> troubled(String... times) {
        return IntStream.range(0, times.length)
                .mapToObj(number -> AgentDay.of(List.of(
                        person("agent-" + number, times[number], "Available", contact("c" + number, "MISSED")),
                        new Seen(
                                at(times[number]).plusSeconds(150),
                                "LOGOUT",
                                "out",
                                "agent-" + number,
                                Kind.HUMAN,
                                Optional.empty()))))
                .toList();
    }

    private static List<String> alerts(String ruleId, AgentDay agent) {
        return new Oracle(Limit.SHIPPED)
                .tables(List.of(agent), at("08:10:00")).alerts().stream()
                        .filter(alert -> alert.ruleId().equals(ruleId))
                        .map(alert -> "%s %s from %s %s %s at %s until %s"
                                .formatted(
                                        alert.entityType(),
                                        alert.condition(),
                                        time(Optional.of(alert.stateStart())),
                                        alert.status(),
                                        alert.level(),
                                        time(alert.warnAt()),
                                        time(alert.resolvedAt())))
                        .toList();
    }

    private static String time(Optional<Instant> time) {
        return time.map(instant -> instant.toString().substring(11, 19)).orElse("-");
    }

    private static Seen person(String time, String status, InHand... contacts) {
        return person("agent-1", time, status, contacts);
    }

    private static Seen person(String agentId, String time, String status, InHand... contacts) {
        Desk desk =
                new Desk(status, Optional.empty(), Optional.of(at(time)), List.of(contacts), Optional.empty(), PROFILE);
        return new Seen(at(time), "STATE_CHANGE", time, agentId, Kind.HUMAN, Optional.of(desk));
    }

    private static Seen ai(String time, String status) {
        Desk desk = new Desk(status, Optional.empty(), Optional.of(at(time)), List.of(), Optional.empty(), PROFILE);
        return new Seen(at(time), "STATE_CHANGE", time, "ai-agent-1", Kind.AI, Optional.of(desk));
    }

    private static InHand contact(String id, String state) {
        return new InHand(id, "VOICE", state, Optional.empty(), Optional.of("bookings"));
    }
}
