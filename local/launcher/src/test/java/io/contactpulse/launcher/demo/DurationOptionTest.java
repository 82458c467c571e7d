package io.contactpulse.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationOptionTest {

    @ParameterizedTest
    @CsvSource({"90s, PT1M30S", "5m, PT5M", "1h, PT1H"})
    void readsSecondsMinutesAndHours(String text, Duration expected) {
        assertThat(new DurationOption().convert(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "90", "s", "-5s", "1.5m", "90 s", "2d", "0s", "PT5M", "9999999999s"})
    void refusesAllElse(String text) {
        assertThatThrownBy(() -> new DurationOption().convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("'" + text
                        + "' is no duration; write a number greater than 0 and s, m or h, such as 90s or 5m");
    }
}
