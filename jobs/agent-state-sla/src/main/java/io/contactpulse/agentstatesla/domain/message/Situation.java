package io.contactpulse.agentstatesla.domain.message;

import io.contactpulse.agentstatesla.domain.rules.Measure;
import io.contactpulse.schema.Alert;
import io.contactpulse.schema.AlertSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** One alert at one moment: what its rule measures, and how much that is by then. */
final class Situation {
    /** These grow from the alert's start with the clock. Of the others the newest figure is the one of the signal. */
    private static final Set<Measure> RUNNING = EnumSet.of(
            Measure.STATE_SECONDS,
            Measure.LOGIN_SECONDS,
            Measure.NEXT_STATUS_SECONDS,
            Measure.SILENT_SECONDS,
            Measure.CYCLE_SECONDS,
            Measure.FEED_SILENT_SECONDS);

    private final Alert alert;
    private final AlertSignal signal;
    private final Instant at;

    private Situation(Alert alert, AlertSignal signal, Instant at) {
        this.alert = alert;
        this.signal = signal;
        this.at = at;
    }

    static Situation of(Alert alert, AlertSignal signal, Instant at) {
        return new Situation(alert, signal, at);
    }

    Alert alert() {
        return alert;
    }

    AlertSignal signal() {
        return signal;
    }

    Instant at() {
        return at;
    }

    Duration lasted() {
        return Duration.between(alert.getStateStart(), at);
    }

    /** Empty for what no rule measures: an incident. */
    Optional<Measure> measure() {
        return Arrays.stream(Measure.values())
                .filter(measure -> measure.key().equals(signal.getMeasure()))
                .findFirst();
    }

    /** In the unit of the measure. */
    Optional<Long> observed() {
        return measure()
                .flatMap(measure ->
                        RUNNING.contains(measure) ? Optional.of(lasted().toMillis()) : signal.getOptionalObserved());
    }
}
