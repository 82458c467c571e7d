package io.contactpulse.agentstatesla.domain.message;

import io.contactpulse.agentstatesla.domain.rules.Measure;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/** Measured values for people and for machines. */
final class Spoken {
    private Spoken() {}

    static String value(Measure.Unit unit, long value) {
        switch (unit) {
            case DURATION:
                return duration(Duration.ofMillis(value));
            case COUNT:
                return Long.toString(value);
            case PERCENT:
                return percent(value) + " %";
        }
        throw new IllegalArgumentException("unknown unit " + unit);
    }

    static String duration(Duration duration) {
        return duration.toHours() > 0
                ? String.format(Locale.ROOT, "%d h %02d min", duration.toHours(), duration.toMinutesPart())
                : String.format(Locale.ROOT, "%d min %02d s", duration.toMinutes(), duration.toSecondsPart());
    }

    /** Durations in whole seconds; percent with a decimal. */
    static BigDecimal number(Measure.Unit unit, long value) {
        switch (unit) {
            case DURATION:
                return BigDecimal.valueOf(Duration.ofMillis(value).toSeconds());
            case COUNT:
                return BigDecimal.valueOf(value);
            case PERCENT:
                return percent(value);
        }
        throw new IllegalArgumentException("unknown unit " + unit);
    }

    static BigDecimal percent(long tenths) {
        return BigDecimal.valueOf(tenths, 1);
    }

    static String unit(Measure.Unit unit) {
        return unit == Measure.Unit.DURATION ? "SECONDS" : unit.name();
    }

    /** A reason that the engine gives reads as words; a person's stays as it is. */
    static String reason(String reason) {
        return reason.matches("[A-Z]+(_[A-Z]+)*") ? reason.replace('_', ' ').toLowerCase(Locale.ROOT) : reason;
    }
}
