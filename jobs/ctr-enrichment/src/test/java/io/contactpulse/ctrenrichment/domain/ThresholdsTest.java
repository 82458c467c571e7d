package io.contactpulse.ctrenrichment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThresholdsTest {

    @Test
    void givesAQueueItsOwnNumberAndAllOthersTheCommonOne() {
        Thresholds thresholds = Thresholds.of(20, Map.of("q-1", 10L));

        assertThat(thresholds.of(Optional.of("q-1"))).isEqualTo(10);
        assertThat(thresholds.of(Optional.of("q-2"))).isEqualTo(20);
        assertThat(thresholds.of(Optional.empty())).isEqualTo(20);
    }
}
