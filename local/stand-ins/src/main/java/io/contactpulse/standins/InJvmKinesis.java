package io.contactpulse.standins;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;

/**
 * Kinesis in this JVM for tests of load, replay and faults: fast, with limits per shard and refusals on demand. Its
 * shards never split, its records never expire, and it has no enhanced fan-out; {@link KinesisStandIn} has.
 */
public final class InJvmKinesis implements AutoCloseable {

    private final KinesisStreams streams;
    private final KinesisOperations operations;
    private final LoopbackServer server;

    private InJvmKinesis(KinesisStreams streams, KinesisOperations operations, LoopbackServer server) {
        this.streams = streams;
        this.operations = operations;
        this.server = server;
    }

    public static InJvmKinesis start() {
        return start(ShardLimits.none());
    }

    public static InJvmKinesis start(ShardLimits limits) {
        return start(limits, Clock.systemUTC());
    }

    /** The clock gives the records their arrival time and the limits their seconds. */
    public static InJvmKinesis start(ShardLimits limits, Clock clock) {
        KinesisStreams streams = new KinesisStreams(limits, clock);
        KinesisOperations operations = new KinesisOperations(streams);
        LoopbackServer server = LoopbackServer.start("kinesis", new AwsJsonHandler(operations.byName()));
        return new InJvmKinesis(streams, operations, server);
    }

    public URI endpoint() {
        return server.endpoint();
    }

    public void createStream(String name, int shards) {
        streams.create(name, shards);
    }

    /** Appends without the way over HTTP, past every refusal but within the shard's limits; gives the sequence number. */
    public String put(String stream, String partitionKey, byte[] data) {
        return streams.named(stream)
                .shardFor(KinesisStream.hash(partitionKey))
                .append(partitionKey, data)
                .orElseThrow(() -> new IllegalStateException("a shard of " + stream + " has reached its limits"))
                .sequenceNumber();
    }

    /** The payloads of a stream: shard after shard, in order within each. */
    public List<byte[]> payloads(String stream) {
        return streams.named(stream).shards().stream()
                .flatMap(shard -> shard.all().stream())
                .map(StoredRecord::data)
                .toList();
    }

    /**
     * From now on every request whose operation (such as {@code GetRecords}) matches is refused with
     * ProvisionedThroughputExceededException; the predicate may count to refuse a few only.
     */
    public void refuse(Predicate<String> operation) {
        operations.refuse(operation);
    }

    @Override
    public void close() {
        server.close();
    }
}
