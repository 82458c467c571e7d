package io.contactpulse.standins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

class KinesisStandInTest {

    private static final String STREAM = "agent-events";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    void givesBackRecordsAndSplitsShardsAndIsGoneAfterClose() {
        // given
        KinesisStandIn standIn = KinesisStandIn.start();
        ProcessHandle process = standIn.process();
        try (standIn;
                KinesisClient client = StandInClients.kinesis(standIn.endpoint())) {
            client.createStream(request -> request.streamName(STREAM).shardCount(1));
            awaitActive(client);

            // when
            String shardId = client.putRecord(request ->
                            request.streamName(STREAM).partitionKey("agent-017").data(SdkBytes.fromUtf8String("event")))
                    .shardId();
            split(client);

            // then
            assertThat(read(client, shardId).records())
                    .extracting(record -> record.data().asUtf8String(), Record::partitionKey)
                    .containsExactly(tuple("event", "agent-017"));
            assertThat(client.listShards(request -> request.streamName(STREAM)).shards())
                    .extracting(Shard::parentShardId)
                    .containsExactlyInAnyOrder(null, shardId, shardId);
            assertThat(standIn.endpoint()).satisfies(Listeners::onlyOnLoopback);
        }
        assertThat(process.isAlive()).isFalse();
    }

    private static void split(KinesisClient client) {
        client.splitShard(request -> request.streamName(STREAM)
                .shardToSplit("shardId-000000000000")
                .newStartingHashKey("170141183460469231731687303715884105728"));
        awaitActive(client);
    }

    private static void awaitActive(KinesisClient client) {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(client.describeStreamSummary(request -> request.streamName(STREAM))
                                .streamDescriptionSummary()
                                .streamStatus())
                        .isEqualTo(StreamStatus.ACTIVE));
    }

    private static GetRecordsResponse read(KinesisClient client, String shardId) {
        String iterator = client.getShardIterator(request ->
                        request.streamName(STREAM).shardId(shardId).shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                .shardIterator();
        return client.getRecords(request -> request.shardIterator(iterator));
    }
}
