package io.contactpulse.agentstatesla.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How what is measured grows: when it reaches an amount of milliseconds, or a number, if nothing ends it before. */
interface Growth {
    Optional<Instant> reaches(long amount);

    static Growth since(Instant start) {
        return amount -> Optional.of(start.plusMillis(amount));
    }

    static Growth counted(List<Instant> times) {
        List<Instant> counted = List.copyOf(times);
        return amount -> amount <= counted.size() ? Optional.of(counted.get((int) amount - 1)) : Optional.empty();
    }

    /** One clock after the other; only the last may be running. */
    static Growth summed(List<Clock> clocks) {
        return amount -> {
            long missing = amount;
            for (Clock clock : clocks) {
                Instant due = clock.start().plusMillis(missing);
                if (clock.end().isEmpty() || !due.isAfter(clock.end().get())) {
                    return Optional.of(due);
                }
                missing -= Duration.between(clock.start(), clock.end().get()).toMillis();
            }
            return Optional.empty();
        };
    }
}
