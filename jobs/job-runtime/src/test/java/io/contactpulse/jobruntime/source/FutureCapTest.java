package io.contactpulse.jobruntime.source;

import static io.contactpulse.jobruntime.RawRecords.NINE_OCLOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FutureCapTest {
    private static final Optional<Instant> ARRIVED_AT_NINE = Optional.of(NINE_OCLOCK);
    private static final Optional<Instant> ARRIVAL_UNKNOWN = Optional.empty();
    private static final Instant FIVE_PAST_NINE = NINE_OCLOCK.plus(Duration.ofMinutes(5));

    private final FutureCap cap = FutureCap.of(Duration.ofMinutes(5));

    @Test
    void isExceededBeyondTheToleranceAfterArrival() {
        assertThat(cap.isExceededBy(FIVE_PAST_NINE, ARRIVED_AT_NINE)).isFalse();
        assertThat(cap.isExceededBy(FIVE_PAST_NINE.plusMillis(1), ARRIVED_AT_NINE))
                .isTrue();
    }

    @Test
    void letsEverythingPassWhenTheArrivalIsUnknown() {
        assertThat(cap.isExceededBy(Instant.parse("2999-01-01T00:00:00Z"), ARRIVAL_UNKNOWN))
                .isFalse();
    }

    @Test
    void usesTheClockOnlyWhenTheArrivalIsUnknown() {
        FutureCap clocked = cap.withClock(NINE_OCLOCK.plus(Duration.ofHours(1)));

        assertThat(clocked.isExceededBy(FIVE_PAST_NINE.plusMillis(1), ARRIVAL_UNKNOWN))
                .isFalse();
        assertThat(clocked.isExceededBy(FIVE_PAST_NINE.plus(Duration.ofHours(2)), ARRIVAL_UNKNOWN))
                .isTrue();
        assertThat(clocked.isExceededBy(FIVE_PAST_NINE.plusMillis(1), ARRIVED_AT_NINE))
                .isTrue();
    }

    @Test
    void refusesANegativeTolerance() {
        assertThatThrownBy(() -> FutureCap.of(Duration.ofMinutes(-5)))
                .hasMessage("the tolerance for future timestamps cannot be negative: PT-5M");
    }
}
