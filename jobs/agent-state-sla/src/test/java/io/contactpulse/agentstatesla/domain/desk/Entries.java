package io.contactpulse.agentstatesla.domain.desk;

import io.contactpulse.schema.AgentHeard;
import io.contactpulse.schema.AgentKind;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.AgentTrouble;
import io.contactpulse.schema.AlertCommand;
import io.contactpulse.schema.AlertCommandType;
import io.contactpulse.schema.AlertEntityType;
import io.contactpulse.schema.AlertLevel;
import io.contactpulse.schema.AlertSignal;
import io.contactpulse.schema.AlertSubject;
import io.contactpulse.schema.DeskEntry;
import io.contactpulse.schema.SignalType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What reaches a desk, with harmless defaults. */
public final class Entries {
    public static final String INSTANCE = "instance-1";

    private Entries() {}

    public static DeskEntry entry(AlertSignal signal) {
        return DeskEntry.newBuilder()
                .setInstanceId(INSTANCE)
                .setAt(signal.getAt())
                .setOrder("1" + signal.getAlertId())
                .setSignal(signal)
                .build();
    }

    public static DeskEntry heard(String agentId, boolean onShift, Instant at) {
        return DeskEntry.newBuilder()
                .setInstanceId(INSTANCE)
                .setAt(at)
                .setOrder("0" + agentId)
                .setHeard(AgentHeard.newBuilder()
                        .setAgentId(agentId)
                        .setOnShift(onShift)
                        .build())
                .build();
    }

    public static DeskEntry trouble(AlertSubject subject, AgentState state, Instant at) {
        return DeskEntry.newBuilder()
                .setInstanceId(INSTANCE)
                .setAt(at)
                .setOrder("1" + subject.getAgentId())
                .setTrouble(AgentTrouble.newBuilder()
                        .setAgentId(subject.getAgentId())
                        .setState(state)
                        .setSubject(subject)
                        .build())
                .build();
    }

    public static DeskEntry command(
            String commandId, String alertId, AlertCommandType type, Instant at, @Nullable Instant until) {
        AlertCommand command = AlertCommand.newBuilder()
                .setCommandId(commandId)
                .setInstanceId(INSTANCE)
                .setAlertId(alertId)
                .setType(type)
                .setBy("supervisor-001")
                .setWhy("looking into it")
                .setAt(at)
                .setUntil(until)
                .build();
        return DeskEntry.newBuilder()
                .setInstanceId(INSTANCE)
                .setAt(at)
                .setOrder("4" + commandId)
                .setCommand(command)
                .build();
    }

    public static AlertSubject agent(String agentId, @Nullable String routingProfile) {
        return AlertSubject.newBuilder()
                .setAgentId(agentId)
                .setUsername(agentId)
                .setAgentKind(AgentKind.HUMAN)
                .setTeam("North")
                .setRoutingProfile(routingProfile)
                .build();
    }

    public static BreachOf breach(String alertId, String ruleId) {
        return new BreachOf(alertId, ruleId);
    }

    /** One breach and its signals: began at {@code start}, warns and gets critical when told. */
    public static final class BreachOf {
        private final String alertId;
        private final String ruleId;
        private AlertSubject subject = agent("agent-001", null);
        private AlertEntityType entityType = AlertEntityType.AGENT;
        private Instant start = Instant.parse("2026-03-02T08:58:00Z");
        private @Nullable Instant warnAt;
        private @Nullable Instant criticalAt;
        private int seq;
        private boolean announced;

        private BreachOf(String alertId, String ruleId) {
            this.alertId = alertId;
            this.ruleId = ruleId;
        }

        public BreachOf by(AlertSubject agent) {
            subject = agent;
            return this;
        }

        public BreachOf since(Instant begin) {
            start = begin;
            return this;
        }

        /** As the first release left it. */
        public BreachOf adopted(int signals, boolean wasAnnounced) {
            seq = signals;
            announced = wasAnnounced;
            return this;
        }

        public DeskEntry warns(Instant at) {
            warnAt = at;
            return entry(signal(SignalType.RAISED, at, null));
        }

        public DeskEntry getsCritical(Instant at) {
            criticalAt = at;
            return entry(signal(SignalType.RAISED, at, null));
        }

        public DeskEntry clears(Instant at) {
            return entry(signal(SignalType.CLEARED, at, "STATE_ENDED"));
        }

        public DeskEntry retracts(Instant at) {
            warnAt = null;
            criticalAt = null;
            return entry(signal(SignalType.RETRACTED, at, "ENDED_BEFORE_THRESHOLD"));
        }

        private AlertSignal signal(SignalType type, Instant at, @Nullable String reason) {
            seq++;
            return AlertSignal.newBuilder()
                    .setType(type)
                    .setAt(at)
                    .setAlertId(alertId)
                    .setInstanceId(INSTANCE)
                    .setRuleId(ruleId)
                    .setRuleVersion("v1")
                    .setMeasure("stateSeconds")
                    .setEntityType(entityType)
                    .setEntity(subject.getAgentId())
                    .setSubject(subject)
                    .setState(AgentState.ERROR)
                    .setStateStart(start)
                    .setLevel(criticalAt != null ? AlertLevel.CRITICAL : AlertLevel.WARN)
                    .setWarnAt(warnAt)
                    .setCriticalAt(criticalAt)
                    .setReason(reason)
                    .setEvidence(List.of())
                    .setSeq(seq)
                    .setAnnounced(announced)
                    .build();
        }
    }
}
