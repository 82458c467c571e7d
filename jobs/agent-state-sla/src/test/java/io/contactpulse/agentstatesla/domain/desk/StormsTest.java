package io.contactpulse.agentstatesla.domain.desk;

import static io.contactpulse.agentstatesla.domain.desk.Entries.agent;
import static io.contactpulse.agentstatesla.domain.desk.Entries.breach;
import static io.contactpulse.agentstatesla.domain.desk.Entries.trouble;
import static io.contactpulse.testkit.Moments.NINE_OCLOCK;
import static io.contactpulse.testkit.Moments.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.agentstatesla.domain.Hashes;
import io.contactpulse.agentstatesla.domain.rules.EscalationStep;
import io.contactpulse.agentstatesla.domain.rules.Rule;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.Alert;
import io.contactpulse.schema.AlertEntityType;
import io.contactpulse.schema.AlertLevel;
import io.contactpulse.schema.AlertStatus;
import io.contactpulse.schema.AlertSubject;
import io.contactpulse.schema.DeskEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StormsTest {
    private static final Rule ERROR = DeskLife.rule("error").build();

    @Test
    void makesOneIncidentOfTwoHundredAgents() {
        List<DeskEntry> entries = new ArrayList<>();
        for (int number = 0; number < 200; number++) {
            AlertSubject agent = agent("agent-" + number, "Sales");
            Instant start = NINE_OCLOCK.plusMillis(100L * number);
            Entries.BreachOf error =
                    breach("alert-" + number, "error").by(agent).since(start);
            entries.add(trouble(agent, AgentState.ERROR, start));
            entries.add(error.warns(start.plusSeconds(15)));
            entries.add(error.getsCritical(start.plusSeconds(60)));
            entries.add(error.clears(start.plusSeconds(90)));
        }
        entries.sort(Comparator.comparing(DeskEntry::getAt).thenComparing(DeskEntry::getOrder));
        DeskLife life = new DeskLife(ERROR).happens(entries.toArray(DeskEntry[]::new));
        life.timePassesUntil(at("09:10:00"));

        String incidentId = incidentId("ROUTING_PROFILE Sales", NINE_OCLOCK);
        assertThat(life.told()).containsExactly(incidentId + "#1", incidentId + "#2");
        assertThat(life.storyOf(incidentId))
                .containsExactly("1 FIRING CRITICAL 09:00:00.400 !", "2 RESOLVED CRITICAL 09:01:49.900 !");
        assertThat(life.alerts.stream().map(Alert::getAlertId).distinct()).hasSize(201);
        assertThat(life.alerts)
                .filteredOn(alert -> alert.getEntityType() == AlertEntityType.AGENT)
                .allSatisfy(alert -> assertThat(alert.getIncidentId()).isEqualTo(incidentId));
        Alert incident = life.row(incidentId);
        assertThat(incident.getRuleId()).isEqualTo("storm");
        assertThat(incident.getEntityType()).isEqualTo(AlertEntityType.INCIDENT);
        assertThat(incident.getState()).isEqualTo(AgentState.ERROR);
        assertThat(incident.getOptionalAgentId()).isEmpty();
        assertThat(incident.getEvidence())
                .containsExactly("cause: ROUTING_PROFILE Sales", "agents: 200", "states: ERROR", "rules: error");
        assertThat(life.alerts.get(0).getOptionalReason()).contains("ROUTING_PROFILE Sales");
        life.timePassesUntil(at("11:00:00"));
        assertThat(life.memory.isTidy()).isTrue();
        assertThat(life.nextDue()).isNull();
    }

    @Test
    void takesInTheAlertsThatMadeItAnIncident() {
        DeskLife life = new DeskLife(ERROR);
        for (int number = 0; number < 6; number++) {
            life.happens(breach("alert-" + number, "error")
                    .by(agent("agent-" + number, "Sales"))
                    .warns(NINE_OCLOCK.plusSeconds(number)));
        }

        String incidentId = incidentId("ROUTING_PROFILE Sales", NINE_OCLOCK);
        String part = "part of incident " + incidentId;
        assertThat(life.storyOf("alert-0"))
                .containsExactly("1 FIRING WARN 09:00:00 !", "2 FIRING WARN 09:00:04 " + part);
        assertThat(life.events.stream()
                        .filter(event -> event.getAlertId().equals("alert-3"))
                        .map(event -> event.getReason()))
                .containsExactly(null, "JOINED_INCIDENT");
        assertThat(life.storyOf("alert-4")).containsExactly("1 FIRING WARN 09:00:04 " + part);
        assertThat(life.storyOf("alert-5")).containsExactly("1 FIRING WARN 09:00:05 " + part);
        assertThat(life.storyOf(incidentId)).containsExactly("1 FIRING CRITICAL 09:00:04 !");
        assertThat(life.row(incidentId).getState()).isEqualTo(AgentState.UNKNOWN);
        assertThat(life.row(incidentId).getEvidence())
                .containsExactly("cause: ROUTING_PROFILE Sales", "agents: 5", "states: ", "rules: error");
    }

    @Test
    void countsWithinAMinuteAndNoLonger() {
        DeskLife within = new DeskLife(ERROR).happens(troubles(4, at("09:00:00"), "Sales"));
        within.happens(trouble(agent("agent-4", "Sales"), AgentState.MISSED, at("09:01:00")));
        DeskLife longer = new DeskLife(ERROR).happens(troubles(4, at("09:00:00"), "Sales"));
        longer.happens(trouble(agent("agent-4", "Sales"), AgentState.MISSED, at("09:01:00.001")));

        assertThat(within.story()).containsExactly("1 FIRING CRITICAL 09:01:00 !");
        assertThat(within.row(incidentId("ROUTING_PROFILE Sales", NINE_OCLOCK)).getEvidence())
                .contains("states: ERROR, MISSED");
        assertThat(longer.story()).isEmpty();
    }

    @Test
    void countsAnAgentOnce() {
        DeskLife life = new DeskLife(ERROR).happens(troubles(4, at("09:00:00"), "Sales"));
        life.happens(trouble(agent("agent-3", "Sales"), AgentState.MISSED, at("09:00:01")));

        assertThat(life.story()).isEmpty();
    }

    @Test
    void seesNothingInCommonWhereThereIsNothing() {
        DeskLife life = new DeskLife(ERROR)
                .happens(troubles(4, at("09:00:00"), "Sales"))
                .happens(trouble(agent("agent-4", "Care"), AgentState.ERROR, at("09:00:01")));

        assertThat(life.story()).isEmpty();
    }

    @Test
    void namesTheMostSpecificCause() {
        DeskSettings settings = DeskSettings.newBuilder()
                .carriers(Map.of("Roadside", "Carrier One", "Claims", "Carrier One"))
                .build();
        DeskLife sameQueue = new DeskLife(settings, ERROR);
        DeskLife sameCarrier = new DeskLife(settings, ERROR);
        for (int number = 0; number < 5; number++) {
            AlertSubject agent = agent("agent-" + number, "Sales");
            sameQueue.happens(trouble(inQueue("Roadside", agent), AgentState.MISSED, at("09:00:0" + number)));
            String queue = number % 2 == 0 ? "Roadside" : "Claims";
            sameCarrier.happens(trouble(inQueue(queue, agent), AgentState.MISSED, at("09:00:0" + number)));
        }

        assertThat(sameQueue.alerts).extracting(Alert::getReason).containsExactly("QUEUE Roadside");
        assertThat(sameCarrier.alerts).extracting(Alert::getReason).containsExactly("CARRIER Carrier One");
    }

    @Test
    void endsAMinuteAfterTheLastTroubleWhenNoAlertFired() {
        DeskLife life = new DeskLife(ERROR).happens(troubles(6, at("09:00:00"), "Sales"));
        life.timePassesUntil(at("09:05:00"));

        assertThat(life.story()).containsExactly("1 FIRING CRITICAL 09:00:00 !", "2 RESOLVED CRITICAL 09:01:00 !");
        assertThat(life.memory.members().isEmpty()).isTrue();
    }

    @Test
    void lastsAsLongAsOneOfItsAlerts() {
        Entries.BreachOf error = breach("a", "error").by(agent("agent-0", "Sales"));
        DeskLife life = new DeskLife(ERROR).happens(troubles(5, at("09:00:00"), "Sales"));
        life.happens(error.warns(at("09:00:15"))).timePassesUntil(at("09:59:00"));
        life.happens(error.clears(at("10:00:00")));

        String incidentId = incidentId("ROUTING_PROFILE Sales", NINE_OCLOCK);
        assertThat(life.storyOf(incidentId))
                .containsExactly("1 FIRING CRITICAL 09:00:00 !", "2 RESOLVED CRITICAL 10:00:00 !");
        assertThat(life.storyOf("a"))
                .containsExactly(
                        "1 FIRING WARN 09:00:15 part of incident " + incidentId,
                        "2 RESOLVED WARN 10:00:00 part of incident " + incidentId);
        assertThat(life.row("a").getStatus()).isEqualTo(AlertStatus.RESOLVED);
    }

    @Test
    void adoptsALaterAlertOfAMemberOnlyIfItBeganInTheStorm() {
        Entries.BreachOf open = breach("a", "error").by(agent("agent-0", "Sales"));
        DeskLife life = new DeskLife(ERROR).happens(troubles(5, at("09:00:00"), "Sales"));
        life.happens(
                open.warns(at("09:00:15")),
                breach("b", "error")
                        .by(agent("agent-1", null))
                        .since(at("09:00:02"))
                        .warns(at("09:10:00")),
                breach("c", "error")
                        .by(agent("agent-2", null))
                        .since(at("09:09:55"))
                        .warns(at("09:10:10")),
                breach("d", "error")
                        .by(agent("agent-9", null))
                        .since(at("09:00:02"))
                        .warns(at("09:10:20")));

        assertThat(life.row("b").getOptionalIncidentId()).isPresent();
        assertThat(life.storyOf("c")).containsExactly("1 FIRING WARN 09:10:10 !");
        assertThat(life.storyOf("d")).containsExactly("1 FIRING WARN 09:10:20 !");
    }

    @Test
    void remindsOfNothingThatAnIncidentSpeaksFor() {
        Rule insistent = DeskLife.rule("error")
                .renotifyEvery(Duration.ofMinutes(5))
                .escalate(EscalationStep.of(Duration.ofMinutes(7), "team-lead"))
                .build();
        DeskLife life = new DeskLife(insistent).happens(troubles(5, at("09:00:00"), "Sales"));
        life.happens(breach("a", "error").by(agent("agent-0", "Sales")).warns(at("09:00:15")));
        life.timePassesUntil(at("10:00:00"));

        assertThat(life.told()).containsExactly(incidentId("ROUTING_PROFILE Sales", NINE_OCLOCK) + "#1");
    }

    @Test
    void pagesNobodyForAStormOfLongAgo() {
        DeskLife life = new DeskLife(ERROR);
        for (DeskEntry entry : troubles(5, at("09:00:00"), "Sales")) {
            life.happens(entry, at("10:00:00"));
        }

        assertThat(life.story()).containsExactly("1 FIRING CRITICAL 09:00:00 older than 10 minutes");
        assertThat(life.alerts.get(0).getLevel()).isEqualTo(AlertLevel.CRITICAL);
    }

    private static DeskEntry[] troubles(int agents, Instant at, String routingProfile) {
        DeskEntry[] troubles = new DeskEntry[agents];
        for (int number = 0; number < agents; number++) {
            troubles[number] = trouble(agent("agent-" + number, routingProfile), AgentState.ERROR, at);
        }
        return troubles;
    }

    private static AlertSubject inQueue(String queueName, AlertSubject agent) {
        return AlertSubject.newBuilder(agent)
                .setQueueId("id of " + queueName)
                .setQueueName(queueName)
                .build();
    }

    private static String incidentId(String cause, Instant start) {
        return Hashes.sha256(Entries.INSTANCE, "storm", cause, Long.toString(start.toEpochMilli()))
                .substring(0, 32);
    }
}
