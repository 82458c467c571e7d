package io.contactpulse.agentstatesla.domain;

import io.contactpulse.agentstatesla.domain.rules.Rule;
import io.contactpulse.schema.AlertLevel;
import io.contactpulse.schema.AlertSignal;
import io.contactpulse.schema.SignalType;
import io.contactpulse.schema.TrackedAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One alert while the clock behind it runs: which levels it has reached, and the signals about it. One that was retracted is
 * kept until the clock is gone, so that it counts on when it is raised again.
 */
final class OpenAlert {
    private static final int ID_LENGTH = 32;

    private final TrackedAlert tracked;

    private OpenAlert(TrackedAlert tracked) {
        this.tracked = tracked;
    }

    static OpenAlert of(TrackedAlert tracked) {
        return new OpenAlert(tracked);
    }

    static OpenAlert begin(Rule rule, Clock clock, AgentProfile agent) {
        return new OpenAlert(TrackedAlert.newBuilder()
                .setAlertId(id(rule, clock, agent))
                .setRuleId(rule.id())
                .setRuleVersion(rule.version())
                .setSuggestedAction(rule.suggestedAction().orElse(null))
                .setMeasure(clock.measure().key())
                .setEntityType(clock.entityType())
                .setContactId(clock.contactId().orElse(null))
                .setQueueId(clock.queueId().orElse(null))
                .setState(clock.state())
                .setCustomStatus(clock.customStatus().orElse(null))
                .setStateStart(clock.start())
                .setSeq(0)
                .setLevel(AlertLevel.UNKNOWN)
                .setAnnounced(false)
                .build());
    }

    private static String id(Rule rule, Clock clock, AgentProfile agent) {
        String start = Long.toString(clock.start().toEpochMilli());
        return Hashes.sha256(agent.instanceId(), rule.id(), clock.entity(), start)
                .substring(0, ID_LENGTH);
    }

    OpenAlert raised(AlertLevel level, long threshold, Instant at) {
        TrackedAlert.Builder raised = next();
        if (level == AlertLevel.CRITICAL) {
            return new OpenAlert(raised.setCriticalAt(at)
                    .setCriticalThreshold(threshold)
                    .setLevel(level)
                    .build());
        }
        // A changed rule may add a warning below a critical threshold that was reached before.
        return new OpenAlert(raised.setWarnAt(at)
                .setWarnThreshold(threshold)
                .setLevel(tracked.getOptionalCriticalAt().isPresent() ? AlertLevel.CRITICAL : level)
                .build());
    }

    /** One signal later. */
    OpenAlert told() {
        return new OpenAlert(next().build());
    }

    private TrackedAlert.Builder next() {
        return TrackedAlert.newBuilder(tracked).setSeq(tracked.getSeq() + 1);
    }

    /** Leaves out the levels that turn out not to have been reached. The highest once told stays when none is left. */
    OpenAlert without(Predicate<AlertLevel> wrong) {
        Optional<Instant> warnAt = tracked.getOptionalWarnAt().filter(at -> !wrong.test(AlertLevel.WARN));
        Optional<Instant> criticalAt = tracked.getOptionalCriticalAt().filter(at -> !wrong.test(AlertLevel.CRITICAL));
        boolean onlyWarn = warnAt.isPresent() && criticalAt.isEmpty();
        return new OpenAlert(TrackedAlert.newBuilder(tracked)
                .setWarnAt(warnAt.orElse(null))
                .setCriticalAt(criticalAt.orElse(null))
                .setLevel(onlyWarn ? AlertLevel.WARN : tracked.getLevel())
                .build());
    }

    AlertSignal signal(SignalType type, Optional<String> reason, Clock clock, AgentProfile agent, Instant at) {
        return AlertSignal.newBuilder()
                .setType(type)
                .setAt(at)
                .setAlertId(tracked.getAlertId())
                .setInstanceId(agent.instanceId())
                .setRuleId(tracked.getRuleId())
                .setRuleVersion(tracked.getRuleVersion())
                .setMeasure(tracked.getMeasure())
                .setEntityType(tracked.getEntityType())
                .setEntity(clock.entity())
                .setSubject(clock.subject(agent))
                .setState(tracked.getState())
                .setCustomStatus(tracked.getCustomStatus())
                .setStateStart(tracked.getStateStart())
                .setLevel(tracked.getLevel())
                .setWarnAt(tracked.getWarnAt())
                .setCriticalAt(tracked.getCriticalAt())
                .setObserved(clock.valueAt(at))
                .setThreshold(threshold(tracked.getLevel()).orElse(null))
                .setReason(reason.orElse(null))
                .setSuggestedAction(tracked.getSuggestedAction())
                .setEvidence(clock.evidence(at))
                .setSeq(tracked.getSeq())
                .setAnnounced(tracked.getAnnounced())
                .build();
    }

    /** When that level was reached. */
    Optional<Instant> reachedAt(AlertLevel level) {
        return level == AlertLevel.CRITICAL ? tracked.getOptionalCriticalAt() : tracked.getOptionalWarnAt();
    }

    /** What was reached with it. The first release noted no thresholds, but it measured durations only. */
    Optional<Long> threshold(AlertLevel level) {
        Optional<Long> noted = level == AlertLevel.CRITICAL
                ? tracked.getOptionalCriticalThreshold()
                : tracked.getOptionalWarnThreshold();
        return noted.or(() -> reachedAt(level)
                .map(at -> Duration.between(tracked.getStateStart(), at).toMillis()));
    }

    /** False once it has been retracted. */
    boolean isRaised() {
        return tracked.getOptionalWarnAt().isPresent()
                || tracked.getOptionalCriticalAt().isPresent();
    }

    TrackedAlert tracked() {
        return tracked;
    }
}
