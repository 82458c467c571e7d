package io.contactpulse.agentstatesla.domain;

import static io.contactpulse.testkit.Moments.NINE_OCLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BacklogGuardTest {
    private final BacklogGuard guard = new BacklogGuard(NINE_OCLOCK);

    @Test
    void trustsNothingRightAfterTheStart() {
        assertThat(guard.caughtUp(NINE_OCLOCK.plusMillis(9_999))).isFalse();
        assertThat(guard.caughtUp(NINE_OCLOCK.plusSeconds(10))).isTrue();
    }

    @Test
    void losesTrustWithEveryRecordThatWaited() {
        guard.saw(NINE_OCLOCK.plusSeconds(14), NINE_OCLOCK.plusSeconds(14), NINE_OCLOCK.plusSeconds(20));

        assertThat(guard.caughtUp(NINE_OCLOCK.plusSeconds(29))).isFalse();
        assertThat(guard.caughtUp(NINE_OCLOCK.plusSeconds(30))).isTrue();
    }

    @Test
    void losesTrustWithOldRecordsThatArriveJustNow() {
        guard.saw(NINE_OCLOCK.minusSeconds(41), NINE_OCLOCK.plusSeconds(20), NINE_OCLOCK.plusSeconds(20));

        assertThat(guard.caughtUp(NINE_OCLOCK.plusSeconds(29))).isFalse();
    }

    @Test
    void keepsTrustWhileRecordsAreFresh() {
        guard.saw(NINE_OCLOCK.minusSeconds(40), NINE_OCLOCK.plusSeconds(15), NINE_OCLOCK.plusSeconds(20));

        assertThat(guard.caughtUp(NINE_OCLOCK.plusSeconds(20))).isTrue();
    }
}
