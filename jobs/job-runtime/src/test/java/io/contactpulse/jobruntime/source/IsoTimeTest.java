package io.contactpulse.jobruntime.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimeTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-02T09:00:00Z,            2026-03-02T09:00:00Z",
        "2026-03-02T09:00:00.031Z,        2026-03-02T09:00:00.031Z",
        "2026-03-02T09:00:00.031999Z,     2026-03-02T09:00:00.031Z",
        "2026-03-02T09:00Z,               2026-03-02T09:00:00Z",
        "2026-03-02T10:00:00+01:00,       2026-03-02T09:00:00Z",
        "2026-03-02T10:00:00.5+01:00,     2026-03-02T09:00:00.500Z",
        "2024-02-29T23:59:59Z,            2024-02-29T23:59:59Z",
        "0001-01-01T00:00:00Z,            0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999Z,        9999-12-31T23:59:59.999Z"
    })
    void readsTimesWithAnOffsetToTheMillisecond(String text, Instant expected) {
        assertThat(IsoTime.parse(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-03-02",
                "2026-03-02T09:00:00",
                "2026-13-02T09:00:00Z",
                "2026-02-30T09:00:00Z",
                "2026-03-02T24:00:00Z",
                "2026-03-02T09:60:00.000Z",
                "2026-03-02 09:00:00Z",
                "20260302T090000000Z",
                "+999999999-12-31T23:59:59Z",
                "-000001-01-01T00:00:00Z",
                "2026-03-02T09:00:00.000000000+00:00:000",
                "1772442000000"
            })
    void refusesEverythingElse(String text) {
        assertThat(IsoTime.parse(text)).isEmpty();
    }
}
