package io.contactpulse.jobruntime.source;

import io.contactpulse.jobruntime.config.SettingsGroup;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where and how one Kinesis stream is read: the property group of a source. */
public final class KinesisSourceSettings {
    /** How records are fetched: GetRecords, shared with other readers, or a dedicated enhanced fan-out consumer. */
    enum Reader {
        POLLING,
        EFO
    }

    private final String stream;
    private final String region;
    private final Optional<URI> endpoint;
    private final Reader reader;
    private final String consumerName;
    private final StartPosition start;
    private final Duration pollInterval;
    private final Duration shardIdle;
    private final Duration shardDiscovery;
    private final Duration maxOutOfOrderness;
    private final FutureCap futureCap;

    private KinesisSourceSettings(SettingsGroup group) {
        stream = group.text("stream");
        region = group.text("region");
        endpoint = group.endpoint("endpoint");
        reader = group.choice("reader", Reader.POLLING);
        consumerName = reader == Reader.EFO ? group.text("consumer-name") : group.text("consumer-name", "");
        start = group.parsed(
                "start",
                StartPosition.TRIM_HORIZON,
                "trim-horizon, latest or an ISO-8601 time such as 2026-01-31T08:00:00Z",
                StartPosition::parse);
        pollInterval = group.duration("poll-interval", Duration.ofMillis(200));
        shardIdle = group.duration("shard-idle", Duration.ofSeconds(5));
        shardDiscovery = group.duration("shard-discovery", Duration.ofSeconds(10));
        maxOutOfOrderness = group.duration("max-out-of-orderness", Duration.ofSeconds(5));
        futureCap = FutureCap.of(group.duration("future-tolerance", Duration.ofMinutes(5)));
    }

    public static KinesisSourceSettings from(SettingsGroup group) {
        return new KinesisSourceSettings(group);
    }

    public String stream() {
        return stream;
    }

    /** For the decoder of this source's records. */
    public FutureCap futureCap() {
        return futureCap;
    }

    public Duration maxOutOfOrderness() {
        return maxOutOfOrderness;
    }

    String region() {
        return region;
    }

    Optional<URI> endpoint() {
        return endpoint;
    }

    Reader reader() {
        return reader;
    }

    String consumerName() {
        return consumerName;
    }

    StartPosition start() {
        return start;
    }

    Duration pollInterval() {
        return pollInterval;
    }

    Duration shardIdle() {
        return shardIdle;
    }

    Duration shardDiscovery() {
        return shardDiscovery;
    }
}
