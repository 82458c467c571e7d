package io.contactpulse.simulator;

import static io.contactpulse.schema.AiActivity.GENERATING;
import static io.contactpulse.schema.AiActivity.IDLE;
import static io.contactpulse.schema.AiActivity.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.schema.AgentStateChange;
import io.contactpulse.schema.AiActivity;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AiAgentsTest {
    private static final Scenario SCENARIO = Scenario.shift(1).withWarmUp(Duration.ofMinutes(10));
    private static final List<AgentStateChange> CHANGES =
            Floor.aiEvents(SCENARIO).toList();

    @Test
    void takeUpEveryActivity() {
        assertThat(CHANGES.stream().map(AgentStateChange::getActivity).distinct())
                .containsExactlyInAnyOrder(
                        EnumSet.complementOf(EnumSet.of(UNKNOWN)).toArray(AiActivity[]::new));
    }

    @Test
    void areRepeatableAndOrderedByTimeThenAgent() {
        assertThat(Floor.aiEvents(SCENARIO)).containsExactlyElementsOf(CHANGES);
        assertThat(CHANGES)
                .isSortedAccordingTo(
                        Comparator.comparing(AgentStateChange::getAt).thenComparing(AgentStateChange::getAgentArn));
    }

    @Test
    void areAsManyAsAskedFor() {
        assertThat(CHANGES.stream().map(AgentStateChange::getAgentArn).distinct())
                .hasSize(3);
        assertThat(Floor.aiEvents(SCENARIO.withAiAgents(0))).isEmpty();
    }

    @Test
    void workOnAContactUnlessIdle() {
        assertThat(CHANGES)
                .filteredOn(change -> change.getActivity() != IDLE)
                .allMatch(change -> change.getOptionalContactId().isPresent());
    }

    @Test
    void stallOnceSoonAfterTheStart() {
        String first = Floor.aiEvents(SCENARIO.withAiAgents(1))
                .findFirst()
                .orElseThrow()
                .getAgentArn();
        List<AgentStateChange> ofFirst = CHANGES.stream()
                .filter(change -> change.getAgentArn().equals(first))
                .filter(change -> !change.getAt().isBefore(SCENARIO.start().plusSeconds(20)))
                .dropWhile(change -> change.getActivity() != GENERATING)
                .limit(2)
                .toList();

        assertThat(Duration.between(ofFirst.get(0).getAt(), ofFirst.get(1).getAt()))
                .isBetween(Duration.ofSeconds(20), Duration.ofSeconds(40));
    }
}
