package io.contactpulse.agentstatesla.domain.rules;

import io.contactpulse.agentstatesla.domain.Hashes;
import io.contactpulse.schema.AgentKind;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.AlertEntityType;
import io.contactpulse.schema.AlertLevel;
import io.contactpulse.schema.AlertSignal;
import io.contactpulse.schema.AlertSubject;
import io.contactpulse.schema.DeskEntry;
import io.contactpulse.schema.SignalType;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** The alert that rule files were refused. It is about this product, so its instance is this product. */
public final class RulesRefused {
    private static final String RULE = "rules-refused";
    private static final String MEASURE = "rulesRefused";
    private static final String PRODUCT = "contact-pulse";
    private static final String ACTION = "Correct the rule files; until then the rules that were in force before stay.";
    private static final int MOST_EVIDENCE = 5;
    private static final int LONGEST_EVIDENCE = 200;
    private static final int ID_LENGTH = 32;

    private RulesRefused() {}

    /** {@code content} identifies what was refused. */
    public static AlertSignal raised(String content, List<String> problems, Instant now) {
        return AlertSignal.newBuilder()
                .setType(SignalType.RAISED)
                .setAt(now)
                .setAlertId(Hashes.sha256(PRODUCT, RULE, PRODUCT, Long.toString(now.toEpochMilli()))
                        .substring(0, ID_LENGTH))
                .setInstanceId(PRODUCT)
                .setRuleId(RULE)
                .setRuleVersion(content)
                .setMeasure(MEASURE)
                .setEntityType(AlertEntityType.INSTANCE)
                .setEntity(PRODUCT)
                .setSubject(AlertSubject.newBuilder()
                        .setAgentKind(AgentKind.UNKNOWN)
                        .build())
                .setState(AgentState.UNKNOWN)
                .setStateStart(now)
                .setLevel(AlertLevel.CRITICAL)
                .setCriticalAt(now)
                .setSuggestedAction(ACTION)
                .setEvidence(evidence(problems))
                .setSeq(1)
                .setAnnounced(false)
                .build();
    }

    public static AlertSignal cleared(AlertSignal raised, String reason, Instant now) {
        return AlertSignal.newBuilder(raised)
                .setType(SignalType.CLEARED)
                .setAt(now)
                .setReason(reason)
                .setSeq(raised.getSeq() + 1)
                .build();
    }

    public static DeskEntry entry(AlertSignal signal) {
        return DeskEntry.newBuilder()
                .setInstanceId(signal.getInstanceId())
                .setAt(signal.getAt())
                .setOrder(RULE + "#" + signal.getAlertId() + "#" + signal.getSeq())
                .setSignal(signal)
                .build();
    }

    private static List<String> evidence(List<String> problems) {
        return problems.stream()
                .limit(MOST_EVIDENCE)
                .map(problem -> problem.length() <= LONGEST_EVIDENCE ? problem : problem.substring(0, LONGEST_EVIDENCE))
                .collect(Collectors.toList());
    }
}
