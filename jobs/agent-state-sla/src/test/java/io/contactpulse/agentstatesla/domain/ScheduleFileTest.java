package io.contactpulse.agentstatesla.domain;

import static io.contactpulse.testkit.AgentEvents.anAgentEvent;
import static io.contactpulse.testkit.Moments.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleFileTest {
    @TempDir
    Path folder;

    @Test
    void readsCsvByLoginNameAndById() throws IOException {
        Schedule schedule = load("week.csv", """
                agent,start,end,activity
                user-of-agent-1,2026-03-02T09:00:00Z,2026-03-02T09:10:00Z,PRODUCTIVE

                agent-2, 2026-03-02T10:00:00+01:00, 2026-03-02T10:05:00+01:00, NON_PRODUCTIVE
                """);

        assertThat(scheduledMinutes(schedule, "agent-1")).isEqualTo(10);
        assertThat(scheduledMinutes(schedule, "agent-2")).isEqualTo(5);
    }

    @Test
    void readsYaml() throws IOException {
        Schedule schedule = load("week.yaml", """
                - { agent: agent-1, start: 2026-03-02T09:00:00Z, end: 2026-03-02T09:10:00Z, activity: PRODUCTIVE }
                - agent: agent-1
                  start: 2026-03-02T09:10:00Z
                  end: 2026-03-02T09:12:00Z
                  activity: NON_PRODUCTIVE
                """);

        assertThat(scheduledMinutes(schedule, "agent-1")).isEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "agent,start,end,activity\\na,nine,2026-03-02T09:00:00Z,PRODUCTIVE | week.csv:2: start must be a time such as 2026-01-31T08:00:00Z, not 'nine'",
                "agent,start,end,activity\\na,2026-03-02T09:00:00Z,2026-03-02T08:00:00Z,PRODUCTIVE | week.csv:2: end must be after start",
                "agent,start,end,activity\\na,2026-03-02T09:00:00Z,2026-03-02T09:30:00Z,WORK | week.csv:2: activity must be PRODUCTIVE or NON_PRODUCTIVE, not 'WORK'",
                "agent,start,end,activity\\n,2026-03-02T09:00:00Z,2026-03-02T09:30:00Z,PRODUCTIVE | week.csv:2: agent is missing: an agent's id or login name",
                "agent,start,end,activity\\na,b | week.csv:2: 4 values are expected, but here are 2",
                "who,start,end,activity\\n | week.csv:1: the first line must be agent,start,end,activity",
                "agent,start,end,activity\\na,2026-03-02T09:00:00Z,2026-03-02T09:30:00Z,PRODUCTIVE\\na,2026-03-02T09:29:00Z,2026-03-02T10:00:00Z,PRODUCTIVE | week.csv:3: this overlaps another activity of a"
            })
    void saysWhatIsWrongAndWhere(String text, String message) {
        assertThatThrownBy(() -> load("week.csv", text.replace("\\n", "\n")))
                .isInstanceOf(InvalidSchedule.class)
                .hasMessage(folder + "/" + message);
    }

    @Test
    void saysWhatIsWrongInYaml() {
        assertThatThrownBy(() -> load("week.yaml", """
                        - agent: a
                          begin: 2026-03-02T09:00:00Z
                        - 17
                        """))
                .hasMessageContaining("5 problems in the schedule")
                .hasMessageContaining("week.yaml:1: unknown is 'begin'; known are agent, start, end, activity")
                .hasMessageContaining("week.yaml:1: start must be a time")
                .hasMessageContaining("week.yaml:3: an activity has the keys agent, start, end, activity");
        assertThatThrownBy(() -> load("week.yaml", "a: 1"))
                .hasMessageEndingWith("week.yaml:1: a list of activities is expected");
        assertThatThrownBy(() -> load("week.yaml", "[")).hasMessageContaining("week.yaml: not YAML");
    }

    @Test
    void refusesWhatIsNoScheduleFile() {
        assertThatThrownBy(() -> load("week.xls", "")).hasMessageEndingWith("a schedule is a .csv or a .yaml file");
        assertThatThrownBy(() -> ScheduleFile.load(folder.resolve("none.csv"))).hasMessageContaining("cannot be read");
    }

    private Schedule load(String name, String text) throws IOException {
        return ScheduleFile.load(Files.writeString(folder.resolve(name), text));
    }

    private static long scheduledMinutes(Schedule schedule, String agentId) {
        AgentProfile agent = AgentProfile.of(anAgentEvent().of(agentId).build());
        return schedule.of(agent).scheduled(at("09:00:00"), at("09:15:00")).orElseThrow() / 60_000;
    }
}
