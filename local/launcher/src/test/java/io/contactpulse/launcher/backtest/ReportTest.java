package io.contactpulse.launcher.backtest;

import static io.contactpulse.launcher.backtest.HandMade.TWO_HOURS;
import static io.contactpulse.launcher.backtest.HandMade.alert;
import static io.contactpulse.schema.AlertLevel.CRITICAL;
import static io.contactpulse.schema.AlertLevel.WARN;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.launcher.backtest.Backtest.Recorded;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Firings NEW = new Firings(
            List.of(alert("hold", "one", WARN, 0, 4), alert("hold", "two", CRITICAL, 10, 80)),
            List.of(new Page("hold", "north"), new Page("hold", "north"), new Page("hold", "south")));
    private static final Firings OLD =
            new Firings(List.of(alert("hold", "two", CRITICAL, 10, 80)), List.of(new Page("hold", "north")));
    private static final Backtest BACKTEST = new Backtest(
            TWO_HOURS,
            new Recorded(1_234, 1),
            Duration.ofMillis(1_500),
            RuleSetReport.of("new.yaml", List.of("hold", "talk"), NEW, TWO_HOURS),
            Optional.of(RuleSetReport.of("default", List.of("hold"), OLD, TWO_HOURS)),
            List.of("ignored, because of their names: notes.txt"));

    @Test
    void printsTables() {
        StringWriter text = new StringWriter();

        TextReport.print(BACKTEST, new PrintWriter(text));

        assertThat(text.toString()).isEqualToNormalizingNewlines("""
                With new.yaml:
                  rule   alerts  warn  critical  open    total   median  flaps  pages  busiest team/h  team
                  hold        2     1         1     0  1:14:00  0:37:00      0      3             1.0  north
                  talk        0     0         0     0  0:00:00        -      0      0               -  -
                  total       2     1         1     0  1:14:00  0:37:00      0      3             1.0  north

                Against default:
                  rule   alerts  warn  critical  open    total   median  flaps  pages  busiest team/h  team
                  hold        1     0         1     0  1:10:00  1:10:00      0      1             0.5  north
                  total       1     0         1     0  1:10:00  1:10:00      0      1             0.5  north

                What changes:
                  rule   new  gone  earlier  later  pages before  pages now
                  hold     1     0        0      0             1          3
                  talk     0     0        0      0             0          0
                  total    1     0        0      0             1          3

                Recorded from 2026-03-02T09:00:00Z to 2026-03-02T11:00:00Z (2:00:00), 1,234 events; \
                took 1.5 s, 4,800 times faster than real time.
                  records that cannot be read, and are left out: 1
                  ignored, because of their names: notes.txt
                """);
    }

    @Test
    void printsJson() {
        String hold = "\"ruleId\":\"hold\",\"alerts\":2,\"warn\":1,\"critical\":1,\"open\":0,\"totalSeconds\":4440.0,"
                + "\"medianSeconds\":2220.0,\"pages\":3,\"pagesByTeam\":{\"north\":2,\"south\":1},"
                + "\"busiest\":{\"team\":\"north\",\"pages\":2,\"pagesPerHour\":1.0},\"flaps\":0";
        String talk = "\"ruleId\":\"talk\",\"alerts\":0,\"warn\":0,\"critical\":0,\"open\":0,\"totalSeconds\":0.0,"
                + "\"medianSeconds\":null,\"pages\":0,\"pagesByTeam\":{},\"busiest\":null,\"flaps\":0";
        String old = "\"ruleId\":\"hold\",\"alerts\":1,\"warn\":0,\"critical\":1,\"open\":0,\"totalSeconds\":4200.0,"
                + "\"medianSeconds\":4200.0,\"pages\":1,\"pagesByTeam\":{\"north\":1},"
                + "\"busiest\":{\"team\":\"north\",\"pages\":1,\"pagesPerHour\":0.5},\"flaps\":0";
        String change =
                "\"ruleId\":\"hold\",\"new\":1,\"gone\":0,\"earlier\":0,\"later\":0,\"pages\":3,\"pagesAgainst\":1";
        String same =
                "\"ruleId\":\"talk\",\"new\":0,\"gone\":0,\"earlier\":0,\"later\":0,\"pages\":0,\"pagesAgainst\":0";

        assertThat(JsonReport.of(BACKTEST))
                .isEqualTo("{\"recording\":{\"first\":\"2026-03-02T09:00:00Z\",\"newest\":\"2026-03-02T11:00:00Z\","
                        + "\"end\":\"2026-03-02T11:00:00Z\",\"spanSeconds\":7200.0,\"events\":1234,\"unreadable\":1},"
                        + "\"run\":{\"seconds\":1.5,\"timesRealTime\":4800.0},"
                        + "\"rules\":{\"location\":\"new.yaml\",\"perRule\":[{" + hold + "},{" + talk + "}],\"total\":{"
                        + total(hold) + "}},"
                        + "\"against\":{\"location\":\"default\",\"perRule\":[{" + old + "}],\"total\":{" + total(old)
                        + "}},"
                        + "\"changes\":{\"perRule\":[{" + change + "},{" + same + "}],\"total\":{" + total(change)
                        + "}}}");
    }

    private static String total(String json) {
        return json.replace("\"ruleId\":\"hold\"", "\"ruleId\":\"total\"");
    }
}
