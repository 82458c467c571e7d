package io.contactpulse.jobruntime.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactpulse.jobruntime.config.Settings;
import io.contactpulse.jobruntime.table.Table;
import io.contactpulse.schema.AgentInterval;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class DynamoDbSettingsTest {
    private static final Table<AgentInterval> TABLE = Table.of(AgentInterval.class);

    @Test
    void hasDefaultsForAllButTheRegion() {
        DynamoDbSettings settings = read(Map.of("region", "eu-central-1"));

        assertThat(settings.connection().region()).isEqualTo("eu-central-1");
        assertThat(settings.connection().endpoint()).isEmpty();
        assertThat(settings.connection().callTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.connection().attemptTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.tableName(TABLE)).isEqualTo("agent-intervals");
        assertThat(settings.maxInFlight()).isEqualTo(200);
        assertThat(settings.flushInterval()).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void readsEveryKey() {
        DynamoDbSettings settings = read(Map.of(
                "region", "us-west-2",
                "endpoint", "http://127.0.0.1:8000",
                "table-prefix", "blue-",
                "call-timeout", "PT9S",
                "attempt-timeout", "PT3S",
                "max-in-flight", "40",
                "flush-interval", "PT0.02S"));

        assertThat(settings.connection().region()).isEqualTo("us-west-2");
        assertThat(settings.connection().endpoint()).contains(URI.create("http://127.0.0.1:8000"));
        assertThat(settings.connection().callTimeout()).isEqualTo(Duration.ofSeconds(9));
        assertThat(settings.connection().attemptTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.tableName(TABLE)).isEqualTo("blue-agent-intervals");
        assertThat(settings.maxInFlight()).isEqualTo(40);
        assertThat(settings.flushInterval()).isEqualTo(Duration.ofMillis(20));
    }

    @Test
    void reportsAllProblemsAtOnce() {
        assertThatThrownBy(() -> read(Map.of("max-in-flight", "1", "flush-interval", "PT5S", "tabel-prefix", "x")))
                .hasMessageContainingAll(
                        "sink.tables/region is required",
                        "sink.tables/max-in-flight must be a whole number from 20 to 2000, not '1'",
                        "sink.tables/flush-interval must be a duration from PT0.001S to PT0.1S, not 'PT5S'",
                        "unknown property sink.tables/tabel-prefix");
    }

    private static DynamoDbSettings read(Map<String, String> values) {
        Properties properties = new Properties();
        properties.putAll(values);
        Settings settings = Settings.of(Map.of("sink.tables", properties));
        DynamoDbSettings read = DynamoDbSettings.from(settings.group("sink.tables"));
        settings.complete();
        return read;
    }
}
