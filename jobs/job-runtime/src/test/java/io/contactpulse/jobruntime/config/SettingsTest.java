package io.contactpulse.jobruntime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private enum Mode {
        SLOW,
        VERY_FAST
    }

    private final Properties properties = new Properties();
    private final Settings settings = Settings.of(Map.of("sink.rows", properties));
    private final SettingsGroup group = settings.group("sink.rows");

    @Test
    void readsEveryKindOfValue() {
        properties.putAll(Map.of(
                "name", " rows ",
                "timeout", "PT5M",
                "count", "7",
                "endpoint", "http://127.0.0.1:4566",
                "mode", "very-fast",
                "day", "2026-03-02"));

        assertThat(group.text("name")).isEqualTo("rows");
        assertThat(group.text("name", "other")).isEqualTo("rows");
        assertThat(group.optionalText("name")).contains("rows");
        assertThat(group.duration("timeout", Duration.ofSeconds(1))).isEqualTo(Duration.ofMinutes(5));
        assertThat(group.integer("count", 1, 0, 10)).isEqualTo(7);
        assertThat(group.endpoint("endpoint")).contains(URI.create("http://127.0.0.1:4566"));
        assertThat(group.choice("mode", Mode.SLOW)).isEqualTo(Mode.VERY_FAST);
        assertThat(group.parsed("day", LocalDate.EPOCH, "a day", text -> Optional.of(LocalDate.parse(text))))
                .isEqualTo("2026-03-02");
        assertThatCode(settings::complete).doesNotThrowAnyException();
    }

    @Test
    void fallsBackWhenAValueIsAbsentOrBlank() {
        properties.setProperty("name", "  ");

        assertThat(group.text("name", "other")).isEqualTo("other");
        assertThat(group.duration("timeout", Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(1));
        assertThat(group.integer("count", 1, 0, 10)).isEqualTo(1);
        assertThat(group.endpoint("endpoint")).isEmpty();
        assertThat(group.choice("mode", Mode.SLOW)).isEqualTo(Mode.SLOW);
        assertThatCode(settings::complete).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            timeout  | 5 minutes     | sink.rows/timeout must be a positive ISO-8601 duration such as PT5M, not '5 minutes'
            timeout  | PT0S          | sink.rows/timeout must be a positive ISO-8601 duration such as PT5M, not 'PT0S'
            timeout  | PT-1S         | sink.rows/timeout must be a positive ISO-8601 duration such as PT5M, not 'PT-1S'
            count    | many          | sink.rows/count must be a whole number from 0 to 10, not 'many'
            count    | 11            | sink.rows/count must be a whole number from 0 to 10, not '11'
            count    | -1            | sink.rows/count must be a whole number from 0 to 10, not '-1'
            endpoint | nowhere       | sink.rows/endpoint must be an http or https address, not 'nowhere'
            endpoint | ftp://host/   | sink.rows/endpoint must be an http or https address, not 'ftp://host/'
            mode     | Very-Fast     | sink.rows/mode must be one of slow, very-fast, not 'Very-Fast'
            """)
    void saysWhatIsWrongWithAValue(String key, String value, String message) {
        properties.setProperty(key, value);

        group.duration("timeout", Duration.ofSeconds(1));
        group.integer("count", 1, 0, 10);
        group.endpoint("endpoint");
        group.choice("mode", Mode.SLOW);

        assertThatThrownBy(settings::complete)
                .isInstanceOf(InvalidSettings.class)
                .hasMessage(message);
    }

    @Test
    void reportsAllProblemsAtOnce() {
        properties.setProperty("timeout", "soon");
        properties.setProperty("tiemout", "PT5M");
        group.text("name");
        group.duration("timeout", Duration.ofSeconds(1));
        settings.problem("sink.rows/timeout must be shorter than source.rows/timeout");

        assertThatThrownBy(settings::complete).hasMessage("""
                4 problems in the settings:
                  - sink.rows/name is required
                  - sink.rows/timeout must be a positive ISO-8601 duration such as PT5M, not 'soon'
                  - sink.rows/timeout must be shorter than source.rows/timeout
                  - unknown property sink.rows/tiemout; known in this group are name, timeout""");
    }

    @Test
    void refusesAGroupThatNobodyAskedFor() {
        Settings typo = Settings.of(Map.of("sink.row", properties));
        typo.group("sink.rows");

        assertThatThrownBy(typo::complete).hasMessage("unknown property group 'sink.row'; known are sink.rows");
    }

    @Test
    void reportsTheRequiredKeysOfAnAbsentGroup() {
        Settings empty = Settings.of(Map.of());
        empty.group("sink.rows").text("name");

        assertThatThrownBy(empty::complete).hasMessage("sink.rows/name is required");
    }

    @Test
    void readsOneKeyForEachOfManyThings() {
        properties.putAll(Map.of("carrier.Sales", "Telco A", "carrier.Service Nord", "Telco B"));

        assertThat(group.namesAfter("carrier.")).containsExactly("Sales", "Service Nord");
        assertThat(group.text("carrier.Sales")).isEqualTo("Telco A");
        assertThat(group.text("carrier.Service Nord")).isEqualTo("Telco B");
        assertThatCode(settings::complete).doesNotThrowAnyException();
    }

    @Test
    void namesAFamilyOfKeysOnce() {
        properties.putAll(Map.of("carrier.Sales", "Telco A", "carriers.Service", "Telco B"));
        group.namesAfter("carrier.").forEach(queue -> group.text("carrier." + queue));

        assertThatThrownBy(settings::complete)
                .hasMessage("unknown property sink.rows/carriers.Service; known in this group are carrier.<name>");
    }

    @Test
    void lacksNothingWhenAnOptionalGroupIsLeftOut() {
        assertThat(settings.optionalGroup("source.ctr")).isEmpty();
        assertThat(settings.optionalGroup("sink.rows")).contains(group);
        assertThatCode(settings::complete).doesNotThrowAnyException();
    }

    @Test
    void knowsOptionalGroupsWhenItNamesAnUnknownOne() {
        Settings misspelt = Settings.of(Map.of("source.crt", new Properties()));
        misspelt.optionalGroup("source.ctr");

        assertThatThrownBy(misspelt::complete).hasMessage("unknown property group 'source.crt'; known are source.ctr");
    }
}
