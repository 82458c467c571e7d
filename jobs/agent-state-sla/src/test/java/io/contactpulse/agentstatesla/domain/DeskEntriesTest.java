package io.contactpulse.agentstatesla.domain;

import static io.contactpulse.testkit.AgentEvents.anAgentEvent;
import static io.contactpulse.testkit.Moments.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.contactpulse.schema.AgentEventType;
import io.contactpulse.schema.AgentHeard;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.AgentStatusType;
import io.contactpulse.schema.AgentTrouble;
import io.contactpulse.schema.ContactState;
import io.contactpulse.schema.DeskEntry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeskEntriesTest {

    @Test
    void hearsOfEveryEventWhetherTheAgentIsLoggedIn() {
        Life life = new Life()
                .happens(anAgentEvent().at(at("09:00:00")))
                .happens(anAgentEvent().at(at("09:01:00")).ofType(AgentEventType.HEART_BEAT))
                .timePassesUntil(at("09:10:00"))
                .happens(anAgentEvent().at(at("09:15:00")).offline())
                .happens(anAgentEvent().at(at("09:17:00")).ofType(AgentEventType.HEART_BEAT));

        assertThat(life.desk)
                .extracting(DeskEntry::getAt, DeskEntry::getInstanceId, DeskEntry::getHeard)
                .containsExactly(
                        tuple(at("09:00:00"), "instance-1", heard(true)),
                        tuple(at("09:01:00"), "instance-1", heard(true)),
                        tuple(at("09:15:00"), "instance-1", heard(false)),
                        tuple(at("09:17:00"), "instance-1", heard(false)));
    }

    @Test
    void tellsOfTroubleOncePerContactThatComesIntoIt() {
        Life life = new Life()
                .happens(anAgentEvent().at(at("09:00:00")).holding("c1", ContactState.MISSED, at("08:59:58")))
                .happens(anAgentEvent()
                        .at(at("09:00:10"))
                        .holding("c1", ContactState.MISSED)
                        .holding("c2", ContactState.REJECTED, at("09:00:30")))
                .happens(anAgentEvent().at(at("09:00:20")).holding("c1", ContactState.ERROR))
                .happens(anAgentEvent().at(at("09:00:40")).holding("c1", ContactState.ENDED));

        assertThat(troubles(life))
                .containsExactly(
                        "MISSED c1 08:59:58 at 09:00:00",
                        "REJECTED c2 09:00:10 at 09:00:10",
                        "ERROR c1 09:00:20 at 09:00:20");
        assertThat(life.desk.get(1).getTrouble().getSubject().getQueueName()).isEqualTo("Service");
    }

    @Test
    void tellsOnceThatTheStatusBecameError() {
        Life life = new Life()
                .happens(anAgentEvent().at(at("09:00:00")).holding("c1", ContactState.CONNECTED))
                .happens(anAgentEvent()
                        .at(at("09:00:10"))
                        .inStatus("Error", AgentStatusType.CUSTOM)
                        .statusSince(at("09:00:09"))
                        .holding("c1", ContactState.CONNECTED))
                .happens(anAgentEvent().at(at("09:00:20")).inStatus("Error", AgentStatusType.CUSTOM))
                .happens(anAgentEvent().at(at("09:00:30")))
                .happens(anAgentEvent().at(at("09:00:40")).inStatus("Error", AgentStatusType.CUSTOM));

        assertThat(troubles(life))
                .containsExactly("ERROR null 09:00:09 at 09:00:10", "ERROR null 09:00:40 at 09:00:40");
    }

    @Test
    void sortsWhatBecameTrueAtTheSameTime() {
        Life life = new Life(
                        Life.rule("hold", AgentState.ON_HOLD, Duration.ofMinutes(1), Duration.ofMinutes(2)),
                        Life.rule("missed", AgentState.MISSED, Duration.ofMillis(1), Duration.ofSeconds(10)))
                .happens(anAgentEvent().at(at("09:00:00")).holding("c1", ContactState.CONNECTED_ONHOLD))
                .happens(anAgentEvent().at(at("09:02:00")).holding("c2", ContactState.MISSED, at("09:01:50")));

        List<DeskEntry> entries = life.desk.subList(1, life.desk.size());
        assertThat(entries)
                .extracting(entry ->
                        Life.time(entry.getAt()) + " " + entry.getOrder().charAt(0) + " " + kind(entry))
                .containsExactly(
                        "09:01:00 2 RAISED WARN",
                        "09:02:00 0 heard",
                        "09:02:00 1 trouble",
                        "09:02:00 2 RAISED WARN",
                        "09:02:00 2 RAISED CRITICAL",
                        "09:02:00 2 RAISED CRITICAL",
                        "09:02:00 3 CLEARED CRITICAL");
        assertThat(entries).extracting(DeskEntry::getOrder).doesNotHaveDuplicates();
    }

    private static String kind(DeskEntry entry) {
        return entry.getOptionalSignal()
                .map(signal -> signal.getType() + " " + signal.getLevel())
                .orElse(entry.getOptionalHeard().isPresent() ? "heard" : "trouble");
    }

    private static List<String> troubles(Life life) {
        return life.desk.stream()
                .filter(entry -> entry.getOptionalTrouble().isPresent())
                .map(DeskEntriesTest::troubleLine)
                .toList();
    }

    private static String troubleLine(DeskEntry entry) {
        AgentTrouble trouble = entry.getTrouble();
        return trouble.getState() + " " + trouble.getSubject().getContactId() + " " + Life.time(trouble.getSince())
                + " at " + Life.time(entry.getAt());
    }

    private static AgentHeard heard(boolean onShift) {
        return AgentHeard.newBuilder().setAgentId("agent-1").setOnShift(onShift).build();
    }
}
