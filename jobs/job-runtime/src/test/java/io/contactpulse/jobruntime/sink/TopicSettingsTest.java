package io.contactpulse.jobruntime.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactpulse.jobruntime.config.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TopicSettingsTest {
    private static final Map<String, String> REQUIRED = Map.of(
            "topic-arn", "arn:aws:sns:eu-central-1:000000000000:alerts",
            "region", "eu-central-1",
            "ledger-table", "published");

    @Test
    void hasDefaultsForAllThatIsNotRequired() {
        TopicSettings settings = read(REQUIRED);

        assertThat(settings.topicArn()).isEqualTo("arn:aws:sns:eu-central-1:000000000000:alerts");
        assertThat(settings.topicName()).isEqualTo("alerts");
        assertThat(settings.connection().region()).isEqualTo("eu-central-1");
        assertThat(settings.connection().endpoint()).isEmpty();
        assertThat(settings.connection().callTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.connection().attemptTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.flushInterval()).isEqualTo(Duration.ofMillis(5));
        assertThat(settings.maxInFlight()).isEqualTo(20);
        assertThat(settings.ledgerTable()).isEqualTo("published");
        assertThat(settings.ledgerConnection().endpoint()).isEmpty();
        assertThat(settings.ledgerConnection().callTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.ledgerRetention()).isEqualTo(Duration.ofDays(2));
    }

    @Test
    void readsEveryKey() {
        Map<String, String> values = new HashMap<>(REQUIRED);
        values.putAll(Map.of(
                "endpoint", "http://127.0.0.1:4100",
                "call-timeout", "PT9S",
                "attempt-timeout", "PT3S",
                "flush-interval", "PT0.01S",
                "max-in-flight", "7",
                "ledger-endpoint", "http://127.0.0.1:8000",
                "ledger-timeout", "PT0.2S",
                "ledger-retention", "PT12H"));

        TopicSettings settings = read(values);

        assertThat(settings.connection().endpoint()).contains(URI.create("http://127.0.0.1:4100"));
        assertThat(settings.connection().callTimeout()).isEqualTo(Duration.ofSeconds(9));
        assertThat(settings.connection().attemptTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.flushInterval()).isEqualTo(Duration.ofMillis(10));
        assertThat(settings.maxInFlight()).isEqualTo(7);
        assertThat(settings.ledgerConnection().endpoint()).contains(URI.create("http://127.0.0.1:8000"));
        assertThat(settings.ledgerConnection().callTimeout()).isEqualTo(Duration.ofMillis(200));
        assertThat(settings.ledgerConnection().attemptTimeout()).isEqualTo(Duration.ofMillis(200));
        assertThat(settings.ledgerRetention()).isEqualTo(Duration.ofHours(12));
    }

    @Test
    void reportsAllProblemsAtOnce() {
        assertThatThrownBy(() -> read(Map.of("flush-interval", "PT1S")))
                .hasMessageContainingAll(
                        "sink.topic/topic-arn is required",
                        "sink.topic/region is required",
                        "sink.topic/ledger-table is required",
                        "sink.topic/flush-interval must be a duration from PT0.001S to PT0.01S, not 'PT1S'");
    }

    private static TopicSettings read(Map<String, String> values) {
        Properties properties = new Properties();
        properties.putAll(values);
        Settings settings = Settings.of(Map.of("sink.topic", properties));
        TopicSettings read = TopicSettings.from(settings.group("sink.topic"));
        settings.complete();
        return read;
    }
}
