package io.contactpulse.agentstatesla.domain;

import static io.contactpulse.testkit.AgentEvents.anAgentEvent;
import static io.contactpulse.testkit.Moments.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.agentstatesla.domain.rules.Condition;
import io.contactpulse.agentstatesla.domain.rules.Measure;
import io.contactpulse.agentstatesla.domain.rules.Rule;
import io.contactpulse.agentstatesla.domain.rules.Rules;
import io.contactpulse.schema.AgentEvent;
import io.contactpulse.schema.AgentQueue;
import io.contactpulse.schema.AlertLevel;
import io.contactpulse.schema.TrackedAgent;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule names a group of the hierarchy and watches every agent below it, whatever the level. */
class HierarchyRulesTest {
    private static final List<String> GROUPS = List.of("Europe", "Berlin", "Claims");

    @ParameterizedTest
    @CsvSource({"Europe, 1", "Berlin, 1", "Claims, 1", "Asia, 0", "claims, 0", "Europe Berlin Claims, 0"})
    void watchesAnAgentByAGroupOfAnyLevel(String group, int alerts) {
        Life life = new Life(rule(Set.of(group))).happens(inGroups()).timePassesUntil(at("10:00:00"));

        assertThat(life.signals()).hasSize(alerts);
    }

    @Test
    void watchesOnceWhoIsInSeveralOfTheGroups() {
        Life life = new Life(rule(Set.of("Asia", "Berlin", "Claims")))
                .happens(inGroups())
                .timePassesUntil(at("10:00:00"));

        assertThat(life.story()).containsExactly("1 RAISED WARN 10:00:00");
    }

    @ParameterizedTest
    @CsvSource({"Europe, 1", "Berlin, 1", "Claims, 1", "Asia, 0"})
    void remembersTheGroupsWhenAnEventTellsNone(String group, int alerts) {
        Life life = new Life(rule(Set.of(group)))
                .happens(inGroups())
                .happens(anAgentEvent().at(at("09:30:00")).withoutSnapshot())
                .timePassesUntil(at("10:00:00"));

        assertThat(life.signals()).hasSize(alerts);
    }

    @Test
    void tellsQueuesEveryGroup() {
        Life life = new Life().happens(inGroups());

        assertThat(life.queues)
                .extracting(entry -> entry.getStaff().getSubject().getGroups())
                .containsExactly(GROUPS);
    }

    @ParameterizedTest
    @CsvSource({"Europe, 1", "Claims, 1", "Berlin, 0"})
    void watchesByTheSiteAndTheTeamInStateThatHasNoGroups(String group, int alerts) {
        TrackedAgent now = new Life().happens(inGroups()).agent();
        TrackedAgent old = TrackedAgent.newBuilder(now).setGroups(List.of()).build();

        Step step =
                AgentTracker.of(Schedule.none()).settle(old, at("10:00:00"), Rules.of(List.of(rule(Set.of(group)))));

        assertThat(step.desk().stream().flatMap(entry -> entry.getOptionalSignal().stream()))
                .hasSize(alerts)
                .allSatisfy(
                        signal -> assertThat(signal.getSubject().getGroups()).containsExactly("Europe", "Claims"));
    }

    @ParameterizedTest
    @CsvSource({"Claims, Claims", "Europe, Europe Claims", ", Claims"})
    void takesSiteAndTeamForTheGroupsOnce(String site, String groups) {
        AgentEvent event = Snapshots.with(
                anAgentEvent(), snapshot -> snapshot.setSite(site).setTeam("Claims"));

        assertThat(AgentProfile.of(event).groups()).containsExactly(groups.split(" "));
    }

    private static Rule rule(Set<String> groups) {
        return Rule.newBuilder("login", Measure.LOGIN_SECONDS)
                .when(Condition.TEAM, groups)
                .threshold(AlertLevel.WARN, Duration.ofHours(1))
                .build();
    }

    private static AgentEvent inGroups() {
        return Snapshots.with(
                anAgentEvent(),
                snapshot -> snapshot.setSite("Europe")
                        .setTeam("Claims")
                        .setGroups(GROUPS)
                        .setQueues(
                                List.of(AgentQueue.newBuilder().setQueueId("q1").build())));
    }
}
