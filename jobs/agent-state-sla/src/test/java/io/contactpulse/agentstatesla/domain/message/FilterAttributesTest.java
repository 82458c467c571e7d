package io.contactpulse.agentstatesla.domain.message;

import static io.contactpulse.testkit.Moments.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** SNS delivers ten attributes to a queue with raw delivery; the publisher adds one of its own, the message id. */
class FilterAttributesTest {
    private static final int DELIVERED = 10;
    private static final int ADDED_BY_THE_PUBLISHER = 1;

    @Test
    void namesAllThatAFilterMayAskFor() {
        assertThat(with(Map.of()))
                .isEqualTo(Map.of(
                        "kind", "TRANSITION",
                        "source", "agent-state-sla",
                        "ruleId", "hold-too-long",
                        "status", "FIRING",
                        "level", "CRITICAL",
                        "state", "ON_HOLD",
                        "instanceId", "instance-1",
                        "team", "Claims",
                        "queueId", "queue-7"))
                .hasSize(DELIVERED - ADDED_BY_THE_PUBLISHER);
    }

    @Test
    void dropsTheLeastUsefulForThoseOfTheRule() {
        assertThat(with(Map.of("pager", "yes")))
                .isEqualTo(Map.of(
                        "kind", "TRANSITION",
                        "ruleId", "hold-too-long",
                        "status", "FIRING",
                        "level", "CRITICAL",
                        "state", "ON_HOLD",
                        "instanceId", "instance-1",
                        "team", "Claims",
                        "queueId", "queue-7",
                        "pager", "yes"));
        assertThat(with(Map.of("a", "1", "b", "2")).keySet())
                .containsExactlyInAnyOrder(
                        "kind", "ruleId", "status", "level", "instanceId", "team", "queueId", "a", "b");
    }

    @Test
    void keepsWhatSaysHowUrgentItIsAndWhomItConcerns() {
        Map<String, String> many = Map.of("a", "1", "b", "2", "c", "3", "d", "4", "e", "5", "f", "6");

        assertThat(with(many).keySet())
                .containsExactlyInAnyOrder("kind", "ruleId", "status", "level", "team", "a", "b", "c", "d");
    }

    @Test
    void letsNoRuleSpeakForTheEngine() {
        Map<String, String> claims = Map.of("status", "RESOLVED", "messageId", "1", "source", "elsewhere");

        assertThat(with(claims)).isEqualTo(with(Map.of()));
    }

    @Test
    void namesNoStateOfAQueue() {
        assertThat(Examples.serviceLevel()
                        .transition(at("09:00:00"), Examples.ALONE)
                        .getAttributes())
                .isEqualTo(Map.of(
                        "kind", "TRANSITION",
                        "source", "agent-state-sla",
                        "ruleId", "service-level-low",
                        "status", "FIRING",
                        "level", "WARN",
                        "instanceId", "instance-1",
                        "queueId", "queue-7"));
    }

    private static Map<String, String> with(Map<String, String> attributes) {
        return Examples.hold()
                .transition(at("09:03:00"), Surroundings.of(Optional.empty(), new TreeMap<>(attributes)))
                .getAttributes();
    }
}
