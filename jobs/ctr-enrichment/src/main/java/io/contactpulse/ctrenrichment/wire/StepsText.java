package io.contactpulse.ctrenrichment.wire;

import io.contactpulse.schema.JourneyStep;
import io.contactpulse.schema.StepOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Steps as flows write them into one attribute: {@code code@epochSeconds:OUTCOME;…}. A piece that is none is left out:
 * an attribute cut off at its limit must not cost the steps before.
 */
final class StepsText {
    private static final int MOST_DIGITS = 12;

    private StepsText() {}

    static List<JourneyStep> parse(String text) {
        List<JourneyStep> steps = new ArrayList<>();
        for (String piece : text.split(";")) {
            step(piece.trim()).ifPresent(steps::add);
        }
        return steps;
    }

    private static Optional<JourneyStep> step(String piece) {
        int colon = piece.lastIndexOf(':');
        int at = colon < 0 ? -1 : piece.lastIndexOf('@', colon);
        if (at <= 0) {
            return Optional.empty();
        }
        String seconds = piece.substring(at + 1, colon);
        if (seconds.isEmpty()
                || seconds.length() > MOST_DIGITS
                || !seconds.chars().allMatch(each -> each >= '0' && each <= '9')) {
            return Optional.empty();
        }
        return Optional.of(JourneyStep.newBuilder()
                .setCode(piece.substring(0, at))
                .setAt(Instant.ofEpochSecond(Long.parseLong(seconds)))
                .setOutcome(outcome(piece.substring(colon + 1)))
                .build());
    }

    private static StepOutcome outcome(String name) {
        return Arrays.stream(StepOutcome.values())
                .filter(outcome -> outcome.name().equals(name))
                .findFirst()
                .orElse(StepOutcome.UNKNOWN);
    }
}
