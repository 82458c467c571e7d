package io.contactpulse.launcher.backtest;

import static io.contactpulse.launcher.backtest.HandMade.NINE;
import static io.contactpulse.launcher.backtest.HandMade.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.schema.AlertLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiringsTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void readsWhatAReplayWrote() throws IOException {
        // given
        write(
                "alerts",
                "{'alertId':'a','ruleId':'hold','agentId':'agent-1','contactId':'contact-1','level':'CRITICAL',"
                        + "'stateStart':'2026-03-02T09:00:00.000Z','resolvedAt':'2026-03-02T09:05:00.000Z'}",
                "{'alertId':'b','ruleId':'acw','agentId':'agent-1','contactId':null,'level':'WARN',"
                        + "'stateStart':'2026-03-02T09:05:00.000Z','resolvedAt':null}");
        write(
                "alert-events",
                "{'alertId':'a','seq':2,'at':'2026-03-02T09:03:00.000Z'}",
                "{'alertId':'a','seq':1,'at':'2026-03-02T09:02:00.000Z'}",
                "{'alertId':'b','seq':1,'at':'2026-03-02T09:08:00.000Z'}");
        write(
                "notifications",
                "{'messageId':'a#1','attributes':{'ruleId':'hold','team':'north'}}",
                "{'messageId':'b#1','attributes':{'ruleId':'acw'}}");

        // when
        Firings firings = Firings.read(folder);

        // then
        assertThat(firings.alerts())
                .containsExactly(
                        new FiredAlert(
                                "hold", "contact-1", AlertLevel.CRITICAL, NINE, minute(2), Optional.of(minute(5))),
                        new FiredAlert("acw", "agent-1", AlertLevel.WARN, minute(5), minute(8), Optional.empty()));
        assertThat(firings.pages()).containsExactly(new Page("hold", "north"), new Page("acw", "-"));
    }

    private void write(String table, String... rows) throws IOException {
        Files.write(
                folder.resolve(table + ".jsonl"),
                List.of(rows).stream().map(row -> row.replace('\'', '"')).toList());
    }
}
