package io.contactpulse.agentstatesla.domain.desk;

import static io.contactpulse.agentstatesla.domain.desk.Entries.agent;
import static io.contactpulse.agentstatesla.domain.desk.Entries.breach;
import static io.contactpulse.testkit.Moments.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.agentstatesla.domain.rules.FlapDamping;
import io.contactpulse.agentstatesla.domain.rules.Rule;
import io.contactpulse.schema.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlappingTest {
    private static final Rule DAMPED = DeskLife.rule("error")
            .flapDamping(FlapDamping.of(2, Duration.ofMinutes(10)))
            .build();

    private final DeskLife life = new DeskLife(DAMPED);

    @Test
    void holdsBackWhatComesTooOften() {
        flashes("a", at("09:00:00"));
        flashes("b", at("09:05:00"));
        flashes("c", at("09:10:00"));

        assertThat(life.story())
                .containsExactly(
                        "1 FIRING WARN 09:00:00 !",
                        "2 RESOLVED WARN 09:00:10 !",
                        "1 FIRING WARN 09:05:00 !",
                        "2 RESOLVED WARN 09:05:10 !",
                        "1 SUPPRESSED WARN 09:10:00 suppressed: FLAPPING",
                        "2 RESOLVED WARN 09:10:10 its beginning was not announced either");
        assertThat(life.alerts).extracting(Alert::getReason).endsWith("FLAPPING", "STATE_ENDED");
    }

    @Test
    void holdsBackUntilNoneHasFiredForAsLong() {
        flashes("a", at("09:00:00"));
        flashes("b", at("09:05:00"));
        flashes("c", at("09:10:00"));
        flashes("d", at("09:19:59"));
        flashes("e", at("09:29:59"));

        assertThat(firings())
                .containsExactly(
                        "1 FIRING WARN 09:00:00 !",
                        "1 FIRING WARN 09:05:00 !",
                        "1 SUPPRESSED WARN 09:10:00 suppressed: FLAPPING",
                        "1 SUPPRESSED WARN 09:19:59 suppressed: FLAPPING",
                        "1 FIRING WARN 09:29:59 !");
    }

    @Test
    void tellsOfAnAlertThatLastsWhenItsKindHasCalmedDown() {
        flashes("a", at("09:00:00"));
        flashes("b", at("09:05:00"));
        life.happens(
                        breach("c", "error").warns(at("09:06:00")),
                        breach("d", "error").warns(at("09:08:00")))
                .timePassesUntil(at("09:17:59.999"));
        assertThat(life.events).hasSize(6);
        life.timePassesUntil(at("09:18:00"));

        assertThat(life.storyOf("c"))
                .containsExactly("1 SUPPRESSED WARN 09:06:00 suppressed: FLAPPING", "2 FIRING WARN 09:18:00 !");
        assertThat(life.storyOf("d")).hasSize(2);
    }

    @Test
    void countsEveryAgentApart() {
        flashes("a", at("09:00:00"));
        flashes("b", at("09:01:00"));
        life.happens(breach("c", "error").by(agent("agent-002", null)).warns(at("09:02:00")));

        assertThat(life.storyOf("c")).containsExactly("1 FIRING WARN 09:02:00 !");
    }

    private void flashes(String alertId, Instant at) {
        Entries.BreachOf breach = breach(alertId, "error");
        life.happens(breach.warns(at), breach.clears(at.plusSeconds(10)));
    }

    private List<String> firings() {
        return life.story().stream().filter(line -> line.startsWith("1 ")).toList();
    }
}
