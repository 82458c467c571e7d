package io.contactpulse.jobruntime.source;

import static io.contactpulse.jobruntime.RawRecords.NINE_OCLOCK;
import static io.contactpulse.jobruntime.RawRecords.aRawRecord;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.schema.RawRecord;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ShardClockTest {
    private static final Duration OUT_OF_ORDERNESS = Duration.ofSeconds(5);
    private static final Duration IDLE_INTERVAL = Duration.ofSeconds(30);

    private final ShardClock clock = new ShardClock(OUT_OF_ORDERNESS, IDLE_INTERVAL);

    @Test
    void stampsARecordWithItsEventTime() {
        assertThat(clock.timestampOf(timed(NINE_OCLOCK.minusSeconds(3), NINE_OCLOCK)))
                .isEqualTo(NINE_OCLOCK.minusSeconds(3).toEpochMilli());
    }

    @Test
    void followsTheNewestTimeAtTheDistanceOfTheOutOfOrderness() {
        clock.timestampOf(timed(NINE_OCLOCK, NINE_OCLOCK));
        clock.timestampOf(timed(NINE_OCLOCK.minusSeconds(60), NINE_OCLOCK));

        assertThat(clock.watermark()).hasValue(NINE_OCLOCK.toEpochMilli() - 5_001);
    }

    @Test
    void hasNoSayBeforeTheFirstTime() {
        clock.timestampOf(untimed(NINE_OCLOCK));

        assertThat(clock.watermark()).isEmpty();
    }

    @Test
    void stampsAnUntimedRecordWithItsArrivalAndStaysWhereItIs() {
        clock.timestampOf(timed(NINE_OCLOCK, NINE_OCLOCK));

        assertThat(clock.timestampOf(untimed(NINE_OCLOCK.plusSeconds(30))))
                .isEqualTo(NINE_OCLOCK.plusSeconds(30).toEpochMilli());
        assertThat(clock.watermark()).hasValue(NINE_OCLOCK.toEpochMilli() - 5_001);
    }

    @Test
    void holdsNobodyBackOnceOnlyUntimedRecordsCome() {
        clock.timestampOf(timed(NINE_OCLOCK, NINE_OCLOCK));
        clock.timestampOf(untimed(NINE_OCLOCK.plusSeconds(30).plusMillis(1)));

        assertThat(clock.watermark()).isEmpty();
    }

    @Test
    void countsAgainFromTheNextTimedRecord() {
        clock.timestampOf(timed(NINE_OCLOCK, NINE_OCLOCK));
        clock.timestampOf(untimed(NINE_OCLOCK.plusSeconds(60)));
        clock.timestampOf(timed(NINE_OCLOCK.plusSeconds(61), NINE_OCLOCK.plusSeconds(61)));

        assertThat(clock.watermark()).hasValue(NINE_OCLOCK.plusSeconds(61).toEpochMilli() - 5_001);
    }

    private static RawRecord timed(Instant eventTime, Instant arrivedAt) {
        return RawRecord.newBuilder(untimed(arrivedAt)).setEventTime(eventTime).build();
    }

    private static RawRecord untimed(Instant arrivedAt) {
        return RawRecord.newBuilder(aRawRecord("{}")).setArrivedAt(arrivedAt).build();
    }
}
