package io.contactpulse.standins;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The streams of one {@link InJvmKinesis}, by name. */
final class KinesisStreams {

    private final Map<String, KinesisStream> streams = new ConcurrentHashMap<>();
    private final ShardLimits limits;
    private final Clock clock;

    KinesisStreams(ShardLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    void create(String name, int shards) {
        KinesisStream stream = KinesisStream.of(name, shards, limits, clock);
        if (streams.putIfAbsent(name, stream) != null) {
            throw new ServiceFault("ResourceInUseException", "stream " + name + " exists");
        }
    }

    KinesisStream named(String name) {
        KinesisStream stream = streams.get(name);
        if (stream == null) {
            throw new ServiceFault("ResourceNotFoundException", "there is no stream " + name);
        }
        return stream;
    }
}
