package io.contactpulse.standins;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** A stream with a fixed number of shards that share the hash space evenly. */
final class KinesisStream {

    private static final BigInteger HASHES = BigInteger.ONE.shiftLeft(128);

    private final String name;
    private final List<KinesisShard> shards;
    private final Instant createdAt;

    private KinesisStream(String name, List<KinesisShard> shards, Instant createdAt) {
        this.name = name;
        this.shards = shards;
        this.createdAt = createdAt;
    }

    static KinesisStream of(String name, int shardCount, ShardLimits limits, Clock clock) {
        if (shardCount < 1) {
            throw new ServiceFault("InvalidArgumentException", "a stream has at least one shard");
        }
        List<KinesisShard> shards = IntStream.range(0, shardCount)
                .mapToObj(index -> shard(index, shardCount, limits, clock))
                .toList();
        return new KinesisStream(name, shards, clock.instant());
    }

    String name() {
        return name;
    }

    String arn() {
        return "arn:aws:kinesis:" + StandInClients.REGION.id() + ":" + StandInClients.ACCOUNT_ID + ":stream/" + name;
    }

    Instant createdAt() {
        return createdAt;
    }

    List<KinesisShard> shards() {
        return shards;
    }

    KinesisShard shard(String id) {
        return shards.stream()
                .filter(shard -> shard.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new ServiceFault("ResourceNotFoundException", "stream " + name + " has no shard " + id));
    }

    KinesisShard shardFor(BigInteger hash) {
        return shards.stream()
                .filter(shard -> shard.owns(hash))
                .findFirst()
                .orElseThrow(() -> new ServiceFault("InvalidArgumentException", hash + " is no hash key"));
    }

    static BigInteger hash(String partitionKey) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(partitionKey.getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has MD5", impossible);
        }
    }

    private static KinesisShard shard(int index, int count, ShardLimits limits, Clock clock) {
        String id = String.format("shardId-%012d", index);
        BigInteger last = boundary(index + 1, count).subtract(BigInteger.ONE);
        return new KinesisShard(id, boundary(index, count), last, limits, clock);
    }

    private static BigInteger boundary(int index, int count) {
        return HASHES.multiply(BigInteger.valueOf(index)).divide(BigInteger.valueOf(count));
    }
}
