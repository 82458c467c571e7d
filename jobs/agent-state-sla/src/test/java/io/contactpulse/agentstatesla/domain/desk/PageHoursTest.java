package io.contactpulse.agentstatesla.domain.desk;

import static io.contactpulse.agentstatesla.domain.desk.Entries.breach;
import static io.contactpulse.testkit.Moments.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.agentstatesla.domain.rules.Rule;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PageHoursTest {
    private static final DeskSettings TWO_AN_HOUR =
            DeskSettings.newBuilder().pagesPerHour(2).build();
    private static final Rule PLAIN = DeskLife.rule("error").build();

    @Test
    void tellsNoMoreThanSoMuchAnHourAndSaysHowMuchItLeftOut() {
        Entries.BreachOf first = breach("a", "error");
        Entries.BreachOf third = breach("c", "error");
        DeskLife life = new DeskLife(TWO_AN_HOUR, PLAIN)
                .happens(
                        first.warns(at("09:00:00")),
                        breach("b", "error").warns(at("09:10:00")),
                        third.warns(at("09:20:00")),
                        first.clears(at("09:30:00")),
                        third.clears(at("09:40:00")))
                .timePassesUntil(at("10:00:00"))
                .happens(breach("d", "error").warns(at("10:00:00")));

        assertThat(life.story())
                .containsExactly(
                        "1 FIRING WARN 09:00:00 !",
                        "1 FIRING WARN 09:10:00 !",
                        "1 FIRING WARN 09:20:00 more than 2 pages an hour",
                        "2 RESOLVED WARN 09:30:00 !",
                        "2 RESOLVED WARN 09:40:00 its beginning was not announced either",
                        "1 FIRING WARN 10:00:00 !");
        assertThat(life.told())
                .containsExactly(
                        "a#1",
                        "b#1",
                        "a#2",
                        "muted#instance-1#North#" + at("10:00:00").toEpochMilli(),
                        "d#1");
        assertThat(life.messages.get(3).getSubject()).startsWith("1 more");
    }

    @Test
    void countsReminders() {
        Rule insistent =
                DeskLife.rule("error").renotifyEvery(Duration.ofMinutes(5)).build();
        DeskLife life = new DeskLife(TWO_AN_HOUR, insistent)
                .happens(breach("a", "error").warns(at("09:00:00")))
                .timePassesUntil(at("09:16:00"));

        assertThat(life.told()).containsExactly("a#1", "a#1#reminder-1");
        assertThat(life.memory.pageHours().find("North").orElseThrow().getMuted())
                .isEqualTo(2);
    }
}
