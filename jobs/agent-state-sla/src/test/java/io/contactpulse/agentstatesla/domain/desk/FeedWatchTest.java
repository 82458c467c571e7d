package io.contactpulse.agentstatesla.domain.desk;

import static io.contactpulse.agentstatesla.domain.desk.Entries.agent;
import static io.contactpulse.agentstatesla.domain.desk.Entries.breach;
import static io.contactpulse.agentstatesla.domain.desk.Entries.command;
import static io.contactpulse.agentstatesla.domain.desk.Entries.heard;
import static io.contactpulse.testkit.Moments.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.agentstatesla.domain.Hashes;
import io.contactpulse.agentstatesla.domain.rules.Measure;
import io.contactpulse.agentstatesla.domain.rules.Rule;
import io.contactpulse.schema.Alert;
import io.contactpulse.schema.AlertCommandType;
import io.contactpulse.schema.AlertEntityType;
import io.contactpulse.schema.AlertLevel;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FeedWatchTest {
    private static final Rule ERROR = DeskLife.rule("error").build();
    private static final String FEED = feedAlert("feed-lost", at("09:00:00"));

    private final DeskLife life = new DeskLife(ERROR).happens(heard("agent-001", true, at("09:00:00")));
    private final Entries.BreachOf before = breach("before", "error");
    private final Entries.BreachOf meanwhile = breach("meanwhile", "error").by(agent("agent-002", null));

    @Test
    void saysThatTheFeedIsLostWhenNobodyIsHeard() {
        life.timePassesUntil(at("09:04:59.999"));
        assertThat(life.events).isEmpty();
        life.timePassesUntil(at("09:05:00"));

        assertThat(life.storyOf(FEED)).containsExactly("1 FIRING CRITICAL 09:05:00 !");
        Alert row = life.row(FEED);
        assertThat(row.getEntityType()).isEqualTo(AlertEntityType.INSTANCE);
        assertThat(row.getStateStart()).isEqualTo(at("09:00:00"));
        assertThat(row.getOptionalCriticalAt()).contains(at("09:05:00"));
        assertThat(row.getOptionalAgentId()).isEmpty();
    }

    @Test
    void listensToEverybody() {
        life.happens(heard("agent-002", true, at("09:04:00")))
                .timePassesUntil(at("09:05:00"))
                .happens(heard("agent-001", true, at("09:08:00")))
                .timePassesUntil(at("09:12:59"));

        assertThat(life.events).isEmpty();
    }

    @Test
    void doesNotMindSilenceWhenNobodyIsLoggedIn() {
        life.happens(heard("agent-001", false, at("09:01:00")))
                .timePassesUntil(at("10:00:00"))
                .happens(heard("agent-001", true, at("10:00:00")))
                .timePassesUntil(at("10:04:59"));

        assertThat(life.events).isEmpty();
    }

    @Test
    void goesByTheRuleIfThereIsOne() {
        Rule rule = Rule.newBuilder("silent-instance", Measure.FEED_SILENT_SECONDS)
                .threshold(AlertLevel.CRITICAL, Duration.ofMinutes(2))
                .suggestedAction("Look at the stream.")
                .build();
        DeskLife ruled = new DeskLife(rule)
                .happens(heard("agent-001", true, at("09:00:00")))
                .timePassesUntil(at("09:02:00"));

        String alertId = feedAlert("silent-instance", at("09:00:00"));
        assertThat(ruled.storyOf(alertId)).containsExactly("1 FIRING CRITICAL 09:02:00 !");
        assertThat(ruled.row(alertId).getOptionalSuggestedAction()).contains("Look at the stream.");
    }

    @Test
    void waitsAfterAStartUntilItHasListenedForThatLong() {
        life.timePassesUntil(at("09:59:00"), at("09:55:00"));
        assertThat(life.events).isEmpty();
        life.timePassesUntil(at("10:00:00"), at("09:55:00"));

        assertThat(life.storyOf(FEED)).containsExactly("1 FIRING CRITICAL 09:05:00 !");
    }

    @Test
    void letsExpireWhatIsNotKnownAnyMore() {
        life.happens(before.warns(at("09:01:00")), command("k1", "before", AlertCommandType.ACK, at("09:02:00"), null))
                .timePassesUntil(at("09:05:00"));

        assertThat(life.storyOf("before"))
                .containsExactly(
                        "1 FIRING WARN 09:01:00 !",
                        "2 ACKNOWLEDGED WARN 09:02:00 !",
                        "3 EXPIRED WARN 09:05:00 the feed was lost");
        assertThat(life.row("before").getOptionalReason()).contains("FEED_LOST");
        assertThat(life.row("before").getOptionalResolvedAt()).isEmpty();
    }

    @Test
    void resolvesWhatHasExpiredWhenItsEndIsKnown() {
        life.happens(before.warns(at("09:01:00")))
                .timePassesUntil(at("09:05:00"))
                .happens(heard("agent-001", true, at("09:20:00")), before.clears(at("09:20:00")));

        assertThat(life.storyOf("before"))
                .containsExactly(
                        "1 FIRING WARN 09:01:00 !",
                        "2 EXPIRED WARN 09:05:00 the feed was lost",
                        "3 RESOLVED WARN 09:20:00 !");
        assertThat(life.storyOf(FEED))
                .containsExactly("1 FIRING CRITICAL 09:05:00 !", "2 RESOLVED CRITICAL 09:20:00 !");
    }

    @Test
    void refusesCommandsForWhatHasExpired() {
        life.happens(before.warns(at("09:01:00")))
                .timePassesUntil(at("09:05:00"))
                .happens(command("k1", "before", AlertCommandType.ACK, at("09:06:00"), null));

        assertThat(life.refusals)
                .containsExactly("k1: the alert has expired, the feed was lost at 2026-03-02T09:05:00Z; "
                        + "if the breach lasts, wait for its next alert");
    }

    @Test
    void keepsQuietAboutWhatMayNotBe() {
        life.timePassesUntil(at("09:05:00"))
                .happens(meanwhile.warns(at("09:06:00")), meanwhile.getsCritical(at("09:07:00")));

        assertThat(life.storyOf("meanwhile")).isEmpty();
    }

    @Test
    void writesButDoesNotTellWhatWentOnMeanwhile() {
        life.timePassesUntil(at("09:05:00"))
                .happens(
                        meanwhile.warns(at("09:06:00")),
                        meanwhile.getsCritical(at("09:07:00")),
                        meanwhile.clears(at("09:08:00")),
                        heard("agent-002", true, at("09:10:00")));

        assertThat(life.storyOf("meanwhile"))
                .containsExactly(
                        "1 FIRING WARN 09:06:00 the feed was lost",
                        "2 FIRING CRITICAL 09:07:00 the feed was lost",
                        "3 RESOLVED CRITICAL 09:08:00 the feed was lost");
    }

    @Test
    void forgetsWhatNeverWas() {
        life.timePassesUntil(at("09:05:00"))
                .happens(
                        meanwhile.warns(at("09:06:00")),
                        meanwhile.retracts(at("09:05:30")),
                        heard("agent-002", true, at("09:10:00")));

        assertThat(life.storyOf("meanwhile")).isEmpty();
    }

    @Test
    void goesOnWithWhatLasts() {
        life.timePassesUntil(at("09:05:00"))
                .happens(
                        meanwhile.warns(at("09:06:00")),
                        heard("agent-002", true, at("09:06:30")),
                        meanwhile.getsCritical(at("09:07:00")),
                        meanwhile.clears(at("09:08:00")));

        assertThat(life.storyOf("meanwhile"))
                .containsExactly(
                        "1 FIRING WARN 09:06:00 the feed was lost",
                        "2 FIRING CRITICAL 09:07:00 !",
                        "3 RESOLVED CRITICAL 09:08:00 !");
    }

    @Test
    void takesItBackWhenEventsWereOnlyDelayed() {
        life.timePassesUntil(at("09:05:00")).happens(heard("agent-002", true, at("09:04:00")));

        assertThat(life.storyOf(FEED))
                .containsExactly("1 FIRING CRITICAL 09:05:00 !", "2 RETRACTED CRITICAL 09:04:00 !");
    }

    private static String feedAlert(String ruleId, Instant lastHeard) {
        return Hashes.sha256(Entries.INSTANCE, ruleId, Entries.INSTANCE, Long.toString(lastHeard.toEpochMilli()))
                .substring(0, 32);
    }
}
