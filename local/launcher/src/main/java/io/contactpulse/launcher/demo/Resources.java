package io.contactpulse.launcher.demo;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The streams, tables, bucket, topic and queue that the job and its audience need.
 *
 * @param topicArn where alerts are published
 * @param queueUrl where a subscriber of that topic reads them
 */
record Resources(String topicArn, String queueUrl) {
    static final String STREAM = "agent-events";
    static final String COMMANDS = "alert-commands";
    static final String BUCKET = "contact-pulse";
    static final String TOPIC = "alerts";

    private static final String QUEUE = "supervisors";
    private static final Map<String, Integer> SHARDS = new TreeMap<>(Map.of(STREAM, 2, COMMANDS, 1));

    static Resources create(Platform platform, Report report) throws InterruptedException {
        createStreams(platform.kinesis());
        report.step(
                "Streams %s",
                SHARDS.entrySet().stream()
                        .map(stream -> stream.getKey() + " with " + stream.getValue()
                                + (stream.getValue() == 1 ? " shard" : " shards"))
                        .collect(Collectors.joining(", ")));
        report.step("Tables %s", String.join(", ", new TableSetUp(platform.dynamoDb()).createAll()));
        platform.s3().createBucket(request -> request.bucket(BUCKET));
        report.step("Bucket %s", BUCKET);
        Resources resources = createTopic(platform);
        report.step("Topic %s, and the queue %s that is subscribed to it", TOPIC, QUEUE);
        return resources;
    }

    private static void createStreams(KinesisClient kinesis) throws InterruptedException {
        SHARDS.forEach((stream, shards) ->
                kinesis.createStream(request -> request.streamName(stream).shardCount(shards)));
        for (String stream : SHARDS.keySet()) {
            while (kinesis.describeStreamSummary(request -> request.streamName(stream))
                            .streamDescriptionSummary()
                            .streamStatus()
                    != StreamStatus.ACTIVE) {
                Thread.sleep(50);
            }
        }
    }

    private static Resources createTopic(Platform platform) {
        String topicArn =
                platform.sns().createTopic(request -> request.name(TOPIC)).topicArn();
        String queueUrl =
                platform.sqs().createQueue(request -> request.queueName(QUEUE)).queueUrl();
        String queueArn = platform.sqs()
                .getQueueAttributes(request -> request.queueUrl(queueUrl).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        platform.sns()
                .subscribe(request -> request.topicArn(topicArn).protocol("sqs").endpoint(queueArn));
        return new Resources(topicArn, queueUrl);
    }
}
