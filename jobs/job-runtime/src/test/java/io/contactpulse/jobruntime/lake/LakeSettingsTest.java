package io.contactpulse.jobruntime.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactpulse.jobruntime.config.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LakeSettingsTest {
    private static final Map<String, String> REQUIRED =
            Map.of("path", "s3://bucket/lake", "dead-letters-raw-path", "s3://bucket/dead-letters-raw");

    @Test
    void gathersRowsForTenMinutesUnlessToldOtherwise() {
        // when
        LakeSettings settings = read(REQUIRED);

        // then
        assertThat(settings.pathOf("contacts")).isEqualTo("s3://bucket/lake/contacts");
        assertThat(settings.deadLettersRawPath()).isEqualTo("s3://bucket/dead-letters-raw");
        assertThat(settings.fileInterval()).isEqualTo(Duration.ofMinutes(10));
        assertThat(settings.fileRows()).isEqualTo(20_000);
        assertThat(settings.writers()).isEqualTo(1);
    }

    @Test
    void readsEveryKey() {
        // when
        LakeSettings settings = read(Map.of(
                "path", "file:///data/lake/",
                "dead-letters-raw-path", "file:///data/lake-raw/",
                "file-interval", "PT30S",
                "file-rows", "500",
                "writers", "3"));

        // then
        assertThat(settings.pathOf("contacts")).isEqualTo("file:///data/lake/contacts");
        assertThat(settings.deadLettersRawPath()).isEqualTo("file:///data/lake-raw");
        assertThat(settings.fileInterval()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.fileRows()).isEqualTo(500);
        assertThat(settings.writers()).isEqualTo(3);
    }

    @Test
    void requiresBothPaths() {
        assertThatThrownBy(() -> read(Map.of()))
                .hasMessageContainingAll("lake/path is required", "lake/dead-letters-raw-path is required");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            path                  | bucket/lake            | an address such as s3://bucket/lake
            path                  | s3://a bucket/lake     | an address such as s3://bucket/lake
            dead-letters-raw-path | raw                    | an address outside of the lake's path, such as s3://bucket/dead-letters-raw
            dead-letters-raw-path | s3://bucket/lake       | an address outside of the lake's path, such as s3://bucket/dead-letters-raw
            dead-letters-raw-path | s3://bucket/lake/raw/  | an address outside of the lake's path, such as s3://bucket/dead-letters-raw
            file-interval         | 10m                    | a positive ISO-8601 duration such as PT5M
            file-rows             | 0                      | a whole number from 1 to 200000
            writers               | 65                     | a whole number from 1 to 64
            """)
    void refusesWhatCannotWork(String key, String value, String expected) {
        // given
        Map<String, String> settings = new HashMap<>(REQUIRED);
        settings.put(key, value);

        // then
        assertThatThrownBy(() -> read(settings))
                .hasMessage("lake/" + key + " must be " + expected + ", not '" + value + "'");
    }

    static LakeSettings read(Map<String, String> values) {
        Properties properties = new Properties();
        properties.putAll(values);
        Settings settings = Settings.of(Map.of("lake", properties));
        LakeSettings lake = LakeSettings.from(settings.group("lake"));
        settings.complete();
        return lake;
    }
}
