package io.contactpulse.ctrenrichment.domain;

import io.contactpulse.schema.JourneyStep;
import io.contactpulse.schema.StepOutcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Steps of all legs by time. Attributes are copied to later legs, so a step told twice was taken once. */
final class Timeline {
    private final List<JourneyStep> steps;

    private Timeline(List<JourneyStep> steps) {
        this.steps = steps;
    }

    static Timeline of(Collection<Leg> legs) {
        Set<JourneyStep> distinct = new LinkedHashSet<>();
        legs.forEach(leg -> distinct.addAll(leg.record().getSteps()));
        List<JourneyStep> steps = new ArrayList<>(distinct);
        steps.sort(Comparator.comparing(JourneyStep::getAt));
        return new Timeline(steps);
    }

    List<JourneyStep> steps() {
        return steps;
    }

    Optional<JourneyStep> last() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1));
    }

    boolean isServed() {
        return last().filter(step -> step.getOutcome() == StepOutcome.SELF_SERVED)
                .isPresent();
    }

    /** Whether the step with that code was OK from that position on. */
    boolean isOkFrom(int index, String code) {
        return steps.subList(index, steps.size()).stream()
                .anyMatch(step -> step.getCode().equals(code) && step.getOutcome() == StepOutcome.OK);
    }
}
