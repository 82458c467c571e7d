package io.contactpulse.agentstatesla.domain.desk;

import static io.contactpulse.agentstatesla.domain.desk.Entries.breach;
import static io.contactpulse.agentstatesla.domain.desk.Entries.command;
import static io.contactpulse.testkit.Moments.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.agentstatesla.domain.rules.Rule;
import io.contactpulse.agentstatesla.domain.rules.RuleFiles;
import io.contactpulse.schema.AlertCommandType;
import io.contactpulse.schema.RuleText;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuietHoursAtTheDeskTest {
    private static final String QUIET = """
            rules:
              - id: error
                when: { state: ERROR }
                warn: 15s
                critical: 60s
                renotifyEvery: 10m
                escalate: [{ after: 5m, to: team-lead }]
                quietHours: { zone: UTC, periods: ["22:00-09:30"] }
            """;

    private final Entries.BreachOf breach = breach("a", "error");

    @Test
    void tellsInOneMessageWhatHappenedInQuietHours() {
        Entries.BreachOf over = breach("b", "error");
        DeskLife life = new DeskLife(rule(QUIET))
                .happens(breach.warns(at("09:00:00")), over.warns(at("09:01:00")), over.clears(at("09:02:00")))
                .timePassesUntil(at("09:29:59.999"));
        assertThat(life.messages).isEmpty();
        life.timePassesUntil(at("09:30:00"));

        assertThat(life.told())
                .containsExactly("digest#instance-1#error#" + at("09:30:00").toEpochMilli());
        assertThat(life.storyOf("a"))
                .containsExactly(
                        "1 SUPPRESSED WARN 09:00:00 suppressed: QUIET_HOURS",
                        "2 FIRING WARN 09:30:00 told in the digest");
        assertThat(life.storyOf("b"))
                .containsExactly(
                        "1 SUPPRESSED WARN 09:01:00 suppressed: QUIET_HOURS",
                        "2 RESOLVED WARN 09:02:00 its beginning was not announced either");
        assertThat(life.memory.untold().isEmpty()).isTrue();
    }

    @Test
    void tellsTheEndOfWhatWasInTheDigest() {
        DeskLife life = new DeskLife(rule(QUIET)).happens(breach.warns(at("09:00:00")), breach.clears(at("09:31:00")));

        assertThat(life.storyOf("a"))
                .containsExactly(
                        "1 SUPPRESSED WARN 09:00:00 suppressed: QUIET_HOURS",
                        "2 FIRING WARN 09:30:00 told in the digest",
                        "3 RESOLVED WARN 09:31:00 !");
    }

    @Test
    void tellsAtOnceWhatIsCritical() {
        DeskLife life = new DeskLife(rule(QUIET))
                .happens(breach.warns(at("09:00:00")), breach.getsCritical(at("09:01:00")))
                .timePassesUntil(at("09:30:00"));

        assertThat(life.storyOf("a"))
                .containsExactly("1 SUPPRESSED WARN 09:00:00 suppressed: QUIET_HOURS", "2 FIRING CRITICAL 09:01:00 !");
        assertThat(life.told())
                .doesNotContain("digest#instance-1#error#" + at("09:30:00").toEpochMilli());
    }

    @Test
    void tellsNothingAtOnceWhenNothingMayPass() {
        String strict = QUIET.replace("periods:", "bypass: none, periods:");
        DeskLife life =
                new DeskLife(rule(strict)).happens(breach.warns(at("09:00:00")), breach.getsCritical(at("09:01:00")));

        assertThat(life.storyOf("a"))
                .containsExactly(
                        "1 SUPPRESSED WARN 09:00:00 suppressed: QUIET_HOURS",
                        "2 SUPPRESSED CRITICAL 09:01:00 suppressed: QUIET_HOURS");
        assertThat(life.messages).isEmpty();
    }

    @Test
    void remindsAndEscalatesOnlyAfterwards() {
        Instant evening = at("21:58:00");
        DeskLife life = new DeskLife(rule(QUIET)).happens(breach.warns(evening));
        life.timePassesUntil(at("23:59:00"));
        assertThat(life.told()).containsExactly("a#1");
        life.timePassesUntil(Instant.parse("2026-03-03T09:30:00Z"));

        assertThat(life.told()).startsWith("a#1", "a#escalation-1");
    }

    @Test
    void needsNoDigestForWhatSomebodyKnowsOf() {
        DeskLife life = new DeskLife(rule(QUIET))
                .happens(breach.warns(at("09:00:00")), command("k1", "a", AlertCommandType.ACK, at("09:10:00"), null))
                .timePassesUntil(at("09:31:00"));

        assertThat(life.messages).isEmpty();
        assertThat(life.storyOf("a"))
                .containsExactly(
                        "1 SUPPRESSED WARN 09:00:00 suppressed: QUIET_HOURS",
                        "2 ACKNOWLEDGED WARN 09:10:00 its beginning was not announced either");
    }

    @Test
    void doesNotWakeWhatIsMutedForLonger() {
        DeskLife life = new DeskLife(rule(QUIET))
                .happens(
                        breach.warns(at("09:00:00")),
                        command("k1", "a", AlertCommandType.MUTE, at("09:10:00"), at("09:40:00")))
                .timePassesUntil(at("09:35:00"));
        assertThat(life.storyOf("a")).hasSize(2);
        life.timePassesUntil(at("09:40:00"));

        assertThat(life.storyOf("a")).last().isEqualTo("3 FIRING WARN 09:40:00 !");
    }

    private static Rule rule(String yaml) {
        RuleText file =
                RuleText.newBuilder().setName("quiet.yaml").setText(yaml).build();
        return RuleFiles.parse(List.of(file)).find("error").orElseThrow();
    }
}
