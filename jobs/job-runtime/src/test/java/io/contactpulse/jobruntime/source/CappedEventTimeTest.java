package io.contactpulse.jobruntime.source;

import static io.contactpulse.jobruntime.RawRecords.NINE_OCLOCK;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CappedEventTimeTest {
    private static final Instant FIVE_PAST_NINE = NINE_OCLOCK.plus(Duration.ofMinutes(5));

    private final CappedEventTime eventTime =
            new CappedEventTime(new JsonTimestampScanner("At"), FutureCap.of(Duration.ofMinutes(5)));

    @Test
    void isTheTimeThePayloadTells() {
        assertThat(arrivedAtNine("{\"At\":\"2026-03-01T00:00:00Z\"}")).contains(Instant.parse("2026-03-01T00:00:00Z"));
    }

    @Test
    void mayBeSlightlyAheadOfTheArrival() {
        assertThat(arrivedAtNine("{\"At\":\"" + FIVE_PAST_NINE + "\"}")).contains(FIVE_PAST_NINE);
    }

    @Test
    void isAbsentWhenItIsFromTheFuture() {
        assertThat(arrivedAtNine("{\"At\":\"" + FIVE_PAST_NINE.plusMillis(1) + "\"}"))
                .isEmpty();
        assertThat(arrivedAtNine("{\"At\":\"9999-12-31T23:59:59Z\"}")).isEmpty();
    }

    @Test
    void isAbsentWhenThePayloadTellsNone() {
        assertThat(arrivedAtNine("rubbish")).isEmpty();
    }

    private Optional<Instant> arrivedAtNine(String payload) {
        return eventTime.of(payload.getBytes(UTF_8), NINE_OCLOCK);
    }
}
