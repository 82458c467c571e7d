package io.contactpulse.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.jobruntime.table.Table;
import io.contactpulse.schema.AgentInterval;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.AlertEvent;
import io.contactpulse.schema.AlertLevel;
import io.contactpulse.schema.AlertStatus;
import io.contactpulse.schema.Notification;
import io.contactpulse.schema.Publication;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class NewestRowsTest {
    private static final Instant EIGHT = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void keepsTheNewestVersionWhateverComesFirst() {
        NewestRows<AgentInterval> rows = rows(AgentInterval.class);
        rows.add(interval("agent-1", 2, AgentState.ACW));
        rows.add(interval("agent-1", 1, AgentState.AVAILABLE));

        assertThat(lines(rows))
                .containsExactly("{\"agentId\":\"agent-1\",\"start\":\"2026-03-02T08:00:00.000Z\","
                        + "\"end\":\"2026-03-02T08:00:00.250Z\",\"state\":\"ACW\",\"customStatus\":null,"
                        + "\"contacts\":0,\"version\":2,\"deleted\":false}");
    }

    @Test
    void keepsTheGreaterBytesOfOneVersionWhateverComesFirst() {
        NewestRows<AgentInterval> rows = rows(AgentInterval.class);
        NewestRows<AgentInterval> reversed = rows(AgentInterval.class);
        rows.add(interval("agent-1", 1, AgentState.ACW));
        rows.add(interval("agent-1", 1, AgentState.PAUSED));
        reversed.add(interval("agent-1", 1, AgentState.PAUSED));
        reversed.add(interval("agent-1", 1, AgentState.ACW));

        assertThat(lines(rows))
                .isEqualTo(lines(reversed))
                .singleElement()
                .asString()
                .contains("PAUSED");
    }

    @Test
    void dropsRowsThatEndDeleted() {
        NewestRows<AgentInterval> rows = rows(AgentInterval.class);
        AgentInterval deleted = AgentInterval.newBuilder(interval("agent-1", 2, AgentState.ACW))
                .setDeleted(true)
                .build();
        rows.add(deleted);
        rows.add(interval("agent-1", 1, AgentState.ACW));

        assertThat(lines(rows)).isEmpty();
    }

    @Test
    void sortsNumbersByTheirSize() {
        NewestRows<AlertEvent> rows = rows(AlertEvent.class);
        rows.add(transition("b", 1));
        rows.add(transition("a", 10));
        rows.add(transition("a", 9));

        assertThat(lines(rows))
                .extracting(line -> line.substring(0, line.indexOf(",\"status\"")))
                .containsExactly(
                        "{\"alertId\":\"a\",\"seq\":9",
                        "{\"alertId\":\"a\",\"seq\":10",
                        "{\"alertId\":\"b\",\"seq\":1");
    }

    @Test
    void writesTheBodyOfANotificationAsJson() {
        RowJson json = new RowJson(Set.of("body"));
        Notification notification = Notification.newBuilder()
                .setMessageId("1")
                .setAt(EIGHT)
                .setSubject("Überlauf \"1\"")
                .setBody("{\"level\": \"WARN\",\n \"n\": [1.50, null]}")
                .setAttributes(Map.of("b", "2", "a", "1"))
                .build();

        assertThat(new String(json.write(notification), StandardCharsets.UTF_8))
                .isEqualTo("{\"messageId\":\"1\",\"at\":\"2026-03-02T08:00:00.000Z\","
                        + "\"subject\":\"Überlauf \\\"1\\\"\",\"body\":{\"level\":\"WARN\",\"n\":[1.50,null]},"
                        + "\"attributes\":{\"a\":\"1\",\"b\":\"2\"}}");
    }

    private static <T extends SpecificRecord> NewestRows<T> rows(Class<T> type) {
        return new NewestRows<>(Table.of(type).key(), new RowJson(Set.of()));
    }

    private static List<String> lines(NewestRows<?> rows) {
        return rows.lines()
                .map(line -> new String(line, StandardCharsets.UTF_8))
                .toList();
    }

    private static AgentInterval interval(String agentId, long version, AgentState state) {
        return AgentInterval.newBuilder()
                .setAgentId(agentId)
                .setStart(EIGHT)
                .setEnd(EIGHT.plusMillis(250))
                .setState(state)
                .setContacts(0)
                .setVersion(version)
                .setDeleted(false)
                .build();
    }

    private static AlertEvent transition(String alertId, int seq) {
        return AlertEvent.newBuilder()
                .setAlertId(alertId)
                .setSeq(seq)
                .setStatus(AlertStatus.FIRING)
                .setLevel(AlertLevel.WARN)
                .setAt(EIGHT)
                .setPublication(Publication.PUBLISHED)
                .build();
    }
}
