package io.contactpulse.standins;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactpulse.standins.AwsJsonHandler.Operation;
import io.contactpulse.standins.AwsJsonHandler.Request;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The Kinesis API over {@link KinesisStreams}: reads requests, refuses what Kinesis refuses, writes answers. */
final class KinesisOperations {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String THROTTLED = "ProvisionedThroughputExceededException";
    private static final int MOST_ENTRIES = 500;
    private static final int MOST_BYTES_PER_RECORD = 1024 * 1024;
    private static final int MOST_RECORDS_PER_READ = 10_000;
    private static final long MOST_BYTES_PER_READ = 10L * 1024 * 1024;

    private final KinesisStreams streams;
    private volatile Predicate<String> refused = operation -> false;

    KinesisOperations(KinesisStreams streams) {
        this.streams = streams;
    }

    void refuse(Predicate<String> operation) {
        refused = operation;
    }

    Map<String, Operation> byName() {
        Map<String, Operation> operations = Map.of(
                "CreateStream", this::createStream,
                "DescribeStream", this::describeStream,
                "DescribeStreamSummary", this::describeStreamSummary,
                "ListShards", this::listShards,
                "PutRecord", this::putRecord,
                "PutRecords", this::putRecords,
                "GetShardIterator", this::getShardIterator,
                "GetRecords", this::getRecords);
        return operations.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> refusable(entry.getValue())));
    }

    private Operation refusable(Operation operation) {
        return request -> {
            if (refused.test(request.operation())) {
                throw new ServiceFault(THROTTLED, request.operation() + " was refused on demand");
            }
            return operation.answer(request);
        };
    }

    private ObjectNode createStream(Request request) {
        int onDemand = 4;
        streams.create(
                request.text("StreamName"), request.body().path("ShardCount").asInt(onDemand));
        return JSON.objectNode();
    }

    private ObjectNode describeStream(Request request) {
        KinesisStream stream = stream(request);
        ObjectNode description =
                KinesisAnswers.description(stream, request.format()).put("HasMoreShards", false);
        description.set("Shards", KinesisAnswers.shards(stream, ""));
        return JSON.objectNode().set("StreamDescription", description);
    }

    private ObjectNode describeStreamSummary(Request request) {
        KinesisStream stream = stream(request);
        ObjectNode description = KinesisAnswers.description(stream, request.format())
                .put("OpenShardCount", stream.shards().size())
                .put("ConsumerCount", 0);
        return JSON.objectNode().set("StreamDescriptionSummary", description);
    }

    private ObjectNode listShards(Request request) {
        return JSON.objectNode()
                .set("Shards", KinesisAnswers.shards(stream(request), request.text("ExclusiveStartShardId")));
    }

    private ObjectNode putRecord(Request request) {
        ObjectNode answer = append(stream(request), request);
        if (answer.has("ErrorCode")) {
            throw new ServiceFault(THROTTLED, answer.path("ErrorMessage").asText());
        }
        return answer;
    }

    private ObjectNode putRecords(Request request) {
        KinesisStream stream = stream(request);
        JsonNode entries = request.body().path("Records");
        if (entries.isEmpty() || entries.size() > MOST_ENTRIES) {
            throw new ServiceFault("InvalidArgumentException", "PutRecords takes 1 to " + MOST_ENTRIES + " records");
        }
        ArrayNode answers = JSON.arrayNode();
        int failed = 0;
        for (JsonNode entry : entries) {
            ObjectNode answer = append(stream, new Request(request.operation(), request.format(), (ObjectNode) entry));
            failed += answer.has("ErrorCode") ? 1 : 0;
            answers.add(answer);
        }
        return JSON.objectNode().put("FailedRecordCount", failed).set("Records", answers);
    }

    private ObjectNode getShardIterator(Request request) {
        KinesisStream stream = stream(request);
        KinesisShard shard = stream.shard(request.text("ShardId"));
        String type = request.text("ShardIteratorType");
        long position = switch (type) {
            case "TRIM_HORIZON" -> 0;
            case "LATEST" -> shard.size();
            case "AT_SEQUENCE_NUMBER" -> StoredRecord.position(request.text("StartingSequenceNumber"));
            case "AFTER_SEQUENCE_NUMBER" -> StoredRecord.position(request.text("StartingSequenceNumber")) + 1;
            case "AT_TIMESTAMP" ->
                shard.firstAt(request.format().instant(request.body().path("Timestamp")));
            default -> throw new ServiceFault("InvalidArgumentException", type + " is no iterator type");
        };
        return JSON.objectNode()
                .put("ShardIterator", new ShardIterator(stream.name(), shard.id(), (int) position).text());
    }

    private ObjectNode getRecords(Request request) {
        ShardIterator iterator = ShardIterator.of(request.text("ShardIterator"));
        int limit = request.body().path("Limit").asInt(MOST_RECORDS_PER_READ);
        KinesisShard.Batch batch = streams.named(iterator.stream())
                .shard(iterator.shardId())
                .read(iterator.position(), limit, MOST_BYTES_PER_READ)
                .orElseThrow(() -> new ServiceFault(THROTTLED, "rate exceeded for " + iterator.shardId()));
        ArrayNode records = JSON.arrayNode();
        batch.records().forEach(stored -> records.add(KinesisAnswers.record(stored, request.format())));
        return JSON.objectNode()
                .put("NextShardIterator", iterator.at(batch.next()).text())
                .put("MillisBehindLatest", batch.millisBehindLatest())
                .set("Records", records);
    }

    private KinesisStream stream(Request request) {
        String arn = request.text("StreamARN");
        return streams.named(arn.isEmpty() ? request.text("StreamName") : arn.substring(arn.indexOf('/') + 1));
    }

    private static ObjectNode append(KinesisStream stream, Request entry) {
        byte[] data = entry.bytes("Data");
        if (data.length > MOST_BYTES_PER_RECORD) {
            throw new ServiceFault("InvalidArgumentException", "a record holds at most 1 MiB, not " + data.length);
        }
        String partitionKey = entry.text("PartitionKey");
        String explicitHash = entry.text("ExplicitHashKey");
        BigInteger hash = explicitHash.isEmpty() ? KinesisStream.hash(partitionKey) : new BigInteger(explicitHash);
        KinesisShard shard = stream.shardFor(hash);
        Optional<StoredRecord> stored = shard.append(partitionKey, data);
        return stored.map(record ->
                        JSON.objectNode().put("ShardId", shard.id()).put("SequenceNumber", record.sequenceNumber()))
                .orElseGet(() -> JSON.objectNode()
                        .put("ErrorCode", THROTTLED)
                        .put("ErrorMessage", "rate exceeded for " + shard.id()));
    }
}
