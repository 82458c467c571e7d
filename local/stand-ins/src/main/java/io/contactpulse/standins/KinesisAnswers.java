package io.contactpulse.standins;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Streams, shards and records in the words of the Kinesis API. */
final class KinesisAnswers {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private KinesisAnswers() {}

    static ObjectNode record(StoredRecord stored, WireFormat format) {
        return JSON.objectNode()
                .put("SequenceNumber", stored.sequenceNumber())
                .put("PartitionKey", stored.partitionKey())
                .put("Data", stored.data())
                .set("ApproximateArrivalTimestamp", format.timestamp(stored.arrival()));
    }

    static ObjectNode description(KinesisStream stream, WireFormat format) {
        ObjectNode description = JSON.objectNode()
                .put("StreamName", stream.name())
                .put("StreamARN", stream.arn())
                .put("StreamStatus", "ACTIVE")
                .put("RetentionPeriodHours", 24)
                .put("EncryptionType", "NONE");
        description.putArray("EnhancedMonitoring");
        description.putObject("StreamModeDetails").put("StreamMode", "PROVISIONED");
        return description.set("StreamCreationTimestamp", format.timestamp(stream.createdAt()));
    }

    static ArrayNode shards(KinesisStream stream, String afterShardId) {
        ArrayNode shards = JSON.arrayNode();
        stream.shards().stream()
                .filter(shard -> shard.id().compareTo(afterShardId) > 0)
                .forEach(shard -> shards.add(description(shard)));
        return shards;
    }

    private static ObjectNode description(KinesisShard shard) {
        ObjectNode description = JSON.objectNode().put("ShardId", shard.id());
        description
                .putObject("HashKeyRange")
                .put("StartingHashKey", shard.firstHash().toString())
                .put("EndingHashKey", shard.lastHash().toString());
        description.putObject("SequenceNumberRange").put("StartingSequenceNumber", StoredRecord.sequenceNumber(0));
        return description;
    }
}
