package io.contactpulse.ctrenrichment.domain;

import io.contactpulse.schema.JourneyStep;
import io.contactpulse.schema.StepOutcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the steps of self-service prove by themselves; each answers with the evidence, or is empty. */
final class StepFailures {
    private static final int LOOP = 3;
    private static final Set<StepOutcome> NOT_UNDERSTOOD = Set.of(StepOutcome.NOINPUT, StepOutcome.NOMATCH);
    private static final Set<StepOutcome> WRONG_TURN = Set.of(StepOutcome.ERROR, StepOutcome.NOMATCH);

    private final Timeline timeline;
    private final List<JourneyStep> steps;

    StepFailures(Timeline timeline) {
        this.timeline = timeline;
        this.steps = timeline.steps();
    }

    Optional<String> loop() {
        Map<String, Integer> times = new LinkedHashMap<>();
        steps.forEach(step -> times.merge(step.getCode(), 1, Integer::sum));
        return times.entrySet().stream()
                .filter(entry -> entry.getValue() >= LOOP)
                .findFirst()
                .map(entry -> "step " + entry.getKey() + " was taken " + entry.getValue() + " times");
    }

    Optional<String> failedInput() {
        for (int index = 1; index < steps.size(); index++) {
            JourneyStep before = steps.get(index - 1);
            JourneyStep step = steps.get(index);
            boolean twice = NOT_UNDERSTOOD.contains(before.getOutcome()) && NOT_UNDERSTOOD.contains(step.getOutcome());
            if (twice && before.getCode().equals(step.getCode())) {
                return Optional.of(told(before) + ", then " + step.getOutcome() + " at " + step.getAt());
            }
        }
        return Optional.empty();
    }

    Optional<String> error() {
        for (int index = 0; index < steps.size(); index++) {
            JourneyStep step = steps.get(index);
            if (step.getOutcome() == StepOutcome.ERROR && !timeline.isOkFrom(index + 1, step.getCode())) {
                return Optional.of(told(step) + " and was never OK afterwards");
            }
        }
        return Optional.empty();
    }

    /** A step that went wrong, was never OK, and came before a transfer. */
    Optional<String> failedSelfService() {
        int transfer = lastTransfer();
        for (int index = 0; index < transfer; index++) {
            JourneyStep step = steps.get(index);
            if (WRONG_TURN.contains(step.getOutcome()) && !timeline.isOkFrom(0, step.getCode())) {
                return Optional.of(told(step) + ", then " + told(steps.get(transfer)) + " and a person had to help");
            }
        }
        return Optional.empty();
    }

    private int lastTransfer() {
        for (int index = steps.size() - 1; index >= 0; index--) {
            if (steps.get(index).getOutcome() == StepOutcome.TRANSFER) {
                return index;
            }
        }
        return -1;
    }

    static String told(JourneyStep step) {
        return "step " + step.getCode() + " was " + step.getOutcome() + " at " + step.getAt();
    }
}
