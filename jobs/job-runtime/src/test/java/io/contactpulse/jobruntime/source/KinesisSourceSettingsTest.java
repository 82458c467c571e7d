package io.contactpulse.jobruntime.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactpulse.jobruntime.config.InvalidSettings;
import io.contactpulse.jobruntime.config.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class KinesisSourceSettingsTest {
    private final Properties properties = new Properties();

    @Test
    void needsOnlyAStreamAndARegion() {
        properties.putAll(Map.of("stream", "input", "region", "eu-central-1"));

        assertThat(consumerProperties())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "aws.region", "eu-central-1",
                        "aws.credentials.provider", "AUTO",
                        "flink.stream.initpos", "TRIM_HORIZON",
                        "flink.stream.recordpublisher", "POLLING",
                        "flink.shard.getrecords.intervalmillis", "200",
                        "flink.shard.idle.interval", "5000",
                        "flink.shard.discovery.intervalmillis", "10000"));
        assertThat(settings().maxOutOfOrderness()).hasSeconds(5);
    }

    @Test
    void passesEveryValueOn() {
        properties.putAll(Map.ofEntries(
                Map.entry("stream", "input"),
                Map.entry("region", "us-east-1"),
                Map.entry("endpoint", "http://127.0.0.1:4567"),
                Map.entry("reader", "efo"),
                Map.entry("consumer-name", "job"),
                Map.entry("start", "2026-03-02T10:00:00+01:00"),
                Map.entry("poll-interval", "PT1S"),
                Map.entry("shard-idle", "PT7S"),
                Map.entry("shard-discovery", "PT20S"),
                Map.entry("max-out-of-orderness", "PT1M"),
                Map.entry("future-tolerance", "PT2M")));

        assertThat(consumerProperties())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("aws.region", "us-east-1"),
                        Map.entry("aws.credentials.provider", "AUTO"),
                        Map.entry("aws.endpoint", "http://127.0.0.1:4567"),
                        Map.entry("aws.http.protocol.version", "HTTP1_1"),
                        Map.entry("flink.stream.initpos", "AT_TIMESTAMP"),
                        Map.entry("flink.stream.initpos.timestamp", "2026-03-02T09:00:00.000Z"),
                        Map.entry("flink.stream.recordpublisher", "EFO"),
                        Map.entry("flink.stream.efo.consumername", "job"),
                        Map.entry("flink.shard.getrecords.intervalmillis", "1000"),
                        Map.entry("flink.shard.idle.interval", "7000"),
                        Map.entry("flink.shard.discovery.intervalmillis", "20000")));
        assertThat(settings().stream()).isEqualTo("input");
        assertThat(settings().maxOutOfOrderness()).hasMinutes(1);
    }

    @Test
    void canStartAtTheNewestRecord() {
        properties.putAll(Map.of("stream", "input", "region", "eu-central-1", "start", "latest"));

        assertThat(consumerProperties()).containsEntry("flink.stream.initpos", "LATEST");
    }

    @Test
    void leavesTheProtocolAloneWithTls() {
        properties.putAll(Map.of("stream", "input", "region", "eu-central-1", "endpoint", "https://vpce.example"));

        assertThat(consumerProperties()).doesNotContainKey("aws.http.protocol.version");
    }

    @Test
    void reportsEverythingThatIsWrong() {
        properties.putAll(Map.of("reader", "efo", "start", "yesterday", "shard-idle", "0"));

        assertThatThrownBy(this::settings).isInstanceOf(InvalidSettings.class).hasMessage("""
                5 problems in the settings:
                  - source.input/stream is required
                  - source.input/region is required
                  - source.input/consumer-name is required
                  - source.input/start must be trim-horizon, latest or an ISO-8601 time such as 2026-01-31T08:00:00Z, not 'yesterday'
                  - source.input/shard-idle must be a positive ISO-8601 duration such as PT5M, not '0'""");
    }

    private KinesisSourceSettings settings() {
        Settings all = Settings.of(Map.of("source.input", properties));
        KinesisSourceSettings settings = KinesisSourceSettings.from(all.group("source.input"));
        all.complete();
        return settings;
    }

    private Map<String, String> consumerProperties() {
        Map<String, String> texts = new HashMap<>();
        KinesisSource.properties(settings()).forEach((key, value) -> texts.put(key.toString(), value.toString()));
        return texts;
    }
}
