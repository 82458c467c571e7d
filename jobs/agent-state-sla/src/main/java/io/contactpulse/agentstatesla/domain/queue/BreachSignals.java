package io.contactpulse.agentstatesla.domain.queue;

import io.contactpulse.agentstatesla.domain.Hashes;
import io.contactpulse.agentstatesla.domain.rules.Rule;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.AlertLevel;
import io.contactpulse.schema.AlertSignal;
import io.contactpulse.schema.DeskEntry;
import io.contactpulse.schema.SignalType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes what the alert desk is told of a breach. */
final class BreachSignals {
    private static final int ID_LENGTH = 32;

    private final String instanceId;
    private final Instant now;
    private final Supplier<Cause> cause;

    BreachSignals(String instanceId, Instant now, Supplier<Cause> cause) {
        this.instanceId = instanceId;
        this.now = now;
        this.cause = cause;
    }

    AlertSignal raised(Optional<AlertSignal> known, Rule rule, Reading reading, AlertLevel level) {
        AlertSignal before = known.orElseGet(() -> begin(rule, reading));
        AlertSignal.Builder raised = AlertSignal.newBuilder(before)
                .setAt(now)
                .setSeq(before.getSeq() + 1)
                .setSubject(reading.subject())
                .setObserved(reading.value().orElse(null))
                .setThreshold(rule.threshold(level).orElse(null));
        explain(raised, reading);
        if (level == AlertLevel.CRITICAL) {
            return raised.setCriticalAt(now).setLevel(level).build();
        }
        // A changed rule may add a warning below a critical threshold that was reached before.
        return raised.setWarnAt(now)
                .setLevel(before.getOptionalCriticalAt().isPresent() ? AlertLevel.CRITICAL : level)
                .build();
    }

    private void explain(AlertSignal.Builder raised, Reading reading) {
        List<String> evidence = new ArrayList<>(reading.evidence());
        if (reading.hasCause()) {
            raised.setReason(cause.get().name());
            evidence.addAll(cause.get().evidence());
        }
        raised.setEvidence(evidence);
    }

    private AlertSignal begin(Rule rule, Reading reading) {
        String start = Long.toString(now.toEpochMilli());
        return AlertSignal.newBuilder()
                .setType(SignalType.RAISED)
                .setAt(now)
                .setAlertId(Hashes.sha256(instanceId, rule.id(), reading.entity(), start)
                        .substring(0, ID_LENGTH))
                .setInstanceId(instanceId)
                .setRuleId(rule.id())
                .setRuleVersion(rule.version())
                .setMeasure(reading.measure().key())
                .setEntityType(reading.entityType())
                .setEntity(reading.entity())
                .setSubject(reading.subject())
                .setState(AgentState.UNKNOWN)
                .setStateStart(now)
                .setLevel(AlertLevel.UNKNOWN)
                .setSuggestedAction(rule.suggestedAction().orElse(null))
                .setEvidence(List.of())
                .setSeq(0)
                .setAnnounced(false)
                .build();
    }

    AlertSignal ended(AlertSignal known, SignalType type, Instant at, String reason) {
        return AlertSignal.newBuilder(known)
                .setType(type)
                .setAt(at)
                .setSeq(known.getSeq() + 1)
                .setReason(reason)
                .build();
    }

    /** What begins sorts before what ends. */
    static DeskEntry forDesk(AlertSignal signal) {
        String kind = signal.getType() == SignalType.RAISED ? "2" : "3";
        return DeskEntry.newBuilder()
                .setInstanceId(signal.getInstanceId())
                .setAt(signal.getAt())
                .setOrder(kind + signal.getAlertId() + "#" + signal.getSeq())
                .setSignal(signal)
                .build();
    }
}
