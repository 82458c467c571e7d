package io.contactpulse.launcher.demo;

import software.amazon.awssdk.services.kinesis.model.StreamStatus;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The stream, tables, bucket, topic and queue that the job and its audience need.
 *
 * @param topicArn where alerts are published
 * @param queueUrl where a subscriber of that topic reads them
 */
record Resources(String topicArn, String queueUrl) {
    static final String STREAM = "agent-events";
    static final String BUCKET = "contact-pulse";
    static final String TOPIC = "alerts";

    private static final String QUEUE = "supervisors";
    private static final int SHARDS = 2;

    static Resources create(Platform platform, Report report) throws InterruptedException {
        createStream(platform);
        report.step("Stream %s with %d shards", STREAM, SHARDS);
        report.step("Tables %s", String.join(", ", new TableSetUp(platform.dynamoDb()).createAll()));
        platform.s3().createBucket(request -> request.bucket(BUCKET));
        report.step("Bucket %s", BUCKET);
        Resources resources = createTopic(platform);
        report.step("Topic %s, and the queue %s that is subscribed to it", TOPIC, QUEUE);
        return resources;
    }

    private static void createStream(Platform platform) throws InterruptedException {
        platform.kinesis().createStream(request -> request.streamName(STREAM).shardCount(SHARDS));
        while (platform.kinesis()
                        .describeStreamSummary(request -> request.streamName(STREAM))
                        .streamDescriptionSummary()
                        .streamStatus()
                != StreamStatus.ACTIVE) {
            Thread.sleep(50);
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
