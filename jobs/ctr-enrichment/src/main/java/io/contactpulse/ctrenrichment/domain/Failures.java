package io.contactpulse.ctrenrichment.domain;

import io.contactpulse.schema.ContactOutcome;
import io.contactpulse.schema.FailureCode;
import io.contactpulse.schema.JourneyStep;
import io.contactpulse.schema.StepOutcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything that went wrong in a journey by its own legs. The codes are independent: all that hold are listed. */
final class Failures {
    private static final int MANY_TRANSFERS = 3;
    private static final Set<StepOutcome> STUCK = Set.of(StepOutcome.ERROR, StepOutcome.NOINPUT, StepOutcome.NOMATCH);

    private final List<Leg> judged;
    private final Leg last;
    private final Legs legs;
    private final Timeline timeline;
    private final CtrRules rules;
    private final List<Failure> found = new ArrayList<>();

    private Failures(List<Leg> judged, Leg last, Legs legs, CtrRules rules) {
        this.judged = judged;
        this.last = last;
        this.legs = legs;
        this.timeline = Timeline.of(judged);
        this.rules = rules;
    }

    /** What went wrong over all legs. */
    static List<Failure> of(Legs legs, CtrRules rules) {
        return new Failures(legs.inOrder(), legs.last(), legs, rules).find();
    }

    /** What went wrong in one leg; the others only tell where it went on. */
    static List<Failure> ofOne(Leg leg, Legs legs, CtrRules rules) {
        return new Failures(List.of(leg), leg, legs, rules).find();
    }

    private List<Failure> find() {
        StepFailures steps = new StepFailures(timeline);
        add(FailureCode.IVR_ABANDONED, abandonedInIvr());
        add(FailureCode.STEP_LOOP, steps.loop());
        add(FailureCode.INPUT_FAILED, steps.failedInput());
        add(FailureCode.STEP_ERROR, steps.error());
        add(FailureCode.DEAD_END, deadEnd());
        add(FailureCode.SELF_SERVICE_FAILED, failedSelfService(steps));
        add(FailureCode.QUEUE_ABANDONED, abandonedInQueue());
        add(FailureCode.TRANSFER_LOOP, transferLoop());
        add(FailureCode.SYSTEM_FAILURE, systemFailure());
        return found;
    }

    private void add(FailureCode code, Optional<String> evidence) {
        evidence.ifPresent(text -> found.add(new Failure(code, text)));
    }

    private Optional<String> abandonedInIvr() {
        boolean customerLeft =
                last.record().getOptionalDisconnectReason().isEmpty() || last.endedBy("CUSTOMER_DISCONNECT");
        return customerLeft
                ? lastStepInFlow().map(step -> "customer left after " + StepFailures.told(step))
                : Optional.empty();
    }

    private Optional<String> deadEnd() {
        return last.endedBy("CONTACT_FLOW_DISCONNECT")
                ? lastStepInFlow()
                        .filter(step -> STUCK.contains(step.getOutcome()))
                        .map(step -> "the flow hung up after " + StepFailures.told(step))
                : Optional.empty();
    }

    /** Where a journey ended that saw neither queue nor agent and went nowhere else. */
    private Optional<JourneyStep> lastStepInFlow() {
        boolean leftFlow = judged.stream().anyMatch(leg -> leg.wasQueued() || leg.reachedAgent());
        boolean ended = ContactOutcomes.of(last, legs) == ContactOutcome.ENDED_IN_FLOW;
        return leftFlow || !ended ? Optional.empty() : timeline.last();
    }

    private Optional<String> failedSelfService(StepFailures steps) {
        return judged.stream().anyMatch(Leg::reachedAgent) ? steps.failedSelfService() : Optional.empty();
    }

    private Optional<String> abandonedInQueue() {
        return judged.stream()
                .filter(leg -> ContactOutcomes.of(leg, legs) == ContactOutcome.ABANDONED_IN_QUEUE)
                .filter(leg -> !isShortAbandon(leg, legs, rules))
                .findFirst()
                .map(leg -> "contact " + leg.id() + " was abandoned in queue "
                        + leg.record()
                                .getOptionalQueueName()
                                .orElse(leg.record().getQueueId())
                        + leg.queueSeconds().stream()
                                .mapToObj(seconds -> " after " + seconds + " s")
                                .collect(Collectors.joining()));
    }

    static boolean isShortAbandon(Leg leg, Legs legs, CtrRules rules) {
        boolean isShort = leg.queueSeconds().stream()
                .anyMatch(seconds ->
                        seconds < rules.shortAbandon().of(leg.record().getOptionalQueueId()));
        return isShort && ContactOutcomes.of(leg, legs) == ContactOutcome.ABANDONED_IN_QUEUE;
    }

    private Optional<String> transferLoop() {
        List<Leg> transfers = judged.stream().filter(Leg::isTransfer).collect(Collectors.toList());
        if (transfers.size() >= MANY_TRANSFERS) {
            return Optional.of("transferred " + transfers.size() + " times");
        }
        Set<String> seen = new HashSet<>();
        return transfers.stream()
                .flatMap(leg -> leg.record().getOptionalQueueId().stream())
                .filter(queue -> !seen.add(queue))
                .findFirst()
                .map(queue -> "transferred to queue " + queue + " twice");
    }

    private Optional<String> systemFailure() {
        return judged.stream()
                .filter(Failures::isSystemFailure)
                .findFirst()
                .map(leg ->
                        "contact " + leg.id() + " ended with " + leg.record().getDisconnectReason());
    }

    private static boolean isSystemFailure(Leg leg) {
        boolean telecom = leg.record()
                .getOptionalDisconnectReason()
                .filter(reason -> reason.startsWith("TELECOM_"))
                .isPresent();
        return (telecom && leg.isBy(Leg.INBOUND))
                || leg.endedBy("SYSTEM_ERROR")
                || leg.endedBy("AGENT_NETWORK_DISCONNECT");
    }
}
