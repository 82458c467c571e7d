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
                        + "'stateStart':'2026-03-02T09:05:00.000Z','resolvedAt':null}",
                "{'alertId':'c','ruleId':'service-level','agentId':null,'contactId':null,'queueId':'queue-1','level':'WARN',"
                        + "'entityType':'QUEUE','stateStart':'2026-03-02T09:06:00.000Z','resolvedAt':null}",
                "{'alertId':'d','ruleId':'storm','agentId':null,'contactId':null,'queueId':null,'instanceId':'one',"
                        + "'entityType':'INCIDENT','evidence':['cause: SITE Berlin','agents: 5'],'level':'CRITICAL',"
                        + "'stateStart':'2026-03-02T09:06:00.000Z','resolvedAt':null}",
                "{'alertId':'e','ruleId':'feed-lost','instanceId':'one','entityType':'INSTANCE','evidence':['no event'],"
                        + "'level':'CRITICAL','stateStart':'2026-03-02T09:06:00.000Z','resolvedAt':null}");
        write(
                "alert-events",
                "{'alertId':'c','seq':1,'at':'2026-03-02T09:06:00.000Z'}",
                "{'alertId':'d','seq':1,'at':'2026-03-02T09:07:00.000Z'}",
                "{'alertId':'e','seq':1,'at':'2026-03-02T09:07:00.000Z'}",
                "{'alertId':'a','seq':2,'at':'2026-03-02T09:03:00.000Z'}",
                "{'alertId':'a','seq':1,'at':'2026-03-02T09:02:00.000Z'}",
                "{'alertId':'b','seq':1,'at':'2026-03-02T09:08:00.000Z'}");
        write(
                "notifications",
                "{'messageId':'a#1','attributes':{'ruleId':'hold','team':'north'}}",
                "{'messageId':'b#1','attributes':{'ruleId':'acw'}}",
                "{'messageId':'a#1#reminder-1','attributes':{'kind':'REMINDER','ruleId':'hold','team':'north'}}",
                "{'messageId':'digest#one','attributes':{'kind':'DIGEST','ruleId':'hold'}}",
                "{'messageId':'muted#one','attributes':{'kind':'MUTED','team':'north'}}");

        // when
        Firings firings = Firings.read(folder);

        // then
        assertThat(firings.alerts())
                .containsExactly(
                        new FiredAlert(
                                "hold", "contact-1", AlertLevel.CRITICAL, NINE, minute(2), Optional.of(minute(5))),
                        new FiredAlert("acw", "agent-1", AlertLevel.WARN, minute(5), minute(8), Optional.empty()),
                        new FiredAlert(
                                "service-level", "queue-1", AlertLevel.WARN, minute(6), minute(6), Optional.empty()),
                        new FiredAlert(
                                "storm",
                                "cause: SITE Berlin",
                                AlertLevel.CRITICAL,
                                minute(6),
                                minute(7),
                                Optional.empty()),
                        new FiredAlert(
                                "feed-lost", "one", AlertLevel.CRITICAL, minute(6), minute(7), Optional.empty()));
        assertThat(firings.pages())
                .containsExactly(
                        new Page("hold", "north"),
                        new Page("acw", "-"),
                        new Page("hold", "north"),
                        new Page("hold", "-"),
                        new Page("(muted)", "north"));
    }

    private void write(String table, String... rows) throws IOException {
        Files.write(
                folder.resolve(table + ".jsonl"),
                List.of(rows).stream().map(row -> row.replace('\'', '"')).toList());
    }
}
