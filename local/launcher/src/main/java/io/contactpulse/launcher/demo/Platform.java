package io.contactpulse.launcher.demo;

import io.contactpulse.standins.DynamoDbStandIn;
import io.contactpulse.standins.GlueRegistryStandIn;
import io.contactpulse.standins.KinesisStandIn;
import io.contactpulse.standins.NotificationStandIn;
import io.contactpulse.standins.S3StandIn;
import io.contactpulse.standins.StandInClients;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** All stand-ins and a client for each. Closing stops them in reverse order, however far the start came. */
final class Platform implements AutoCloseable {
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final Report report;
    private final DynamoDbStandIn dynamoDb;
    private final S3StandIn s3;
    private final GlueRegistryStandIn glue;
    private final KinesisStandIn kinesis;
    private final NotificationStandIn notifications;
    private final DynamoDbClient dynamoDbClient;
    private final S3Client s3Client;
    private final KinesisClient kinesisClient;
    private final SnsClient snsClient;
    private final SqsClient sqsClient;

    @SuppressWarnings("NullAway.Init") // Only a failed start leaves fields unset, and then the object is not given out.
    private Platform(Path objects, Report report) {
        this.report = report;
        try {
            kinesis = opened(KinesisStandIn.start());
            announce("Kinesis", kinesis.endpoint());
            notifications = opened(NotificationStandIn.start());
            announce("SNS and SQS", notifications.endpoint());
            dynamoDb = opened(DynamoDbStandIn.start());
            announce("DynamoDB", dynamoDb.endpoint());
            s3 = opened(S3StandIn.start(objects));
            announce("S3", s3.endpoint());
            glue = opened(GlueRegistryStandIn.start());
            announce("Glue Schema Registry", glue.endpoint());
            dynamoDbClient = opened(StandInClients.dynamoDb(dynamoDb.endpoint()));
            s3Client = opened(StandInClients.s3(s3.endpoint()));
            kinesisClient = opened(StandInClients.kinesis(kinesis.endpoint()));
            snsClient = opened(StandInClients.sns(notifications.endpoint()));
            sqsClient = opened(StandInClients.sqs(notifications.endpoint()));
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    /** Objects are kept as files in the given folder. */
    static Platform start(Path objects, Report report) {
        return new Platform(objects, report);
    }

    DynamoDbClient dynamoDb() {
        return dynamoDbClient;
    }

    S3Client s3() {
        return s3Client;
    }

    KinesisClient kinesis() {
        return kinesisClient;
    }

    SnsClient sns() {
        return snsClient;
    }

    SqsClient sqs() {
        return sqsClient;
    }

    Endpoints endpoints() {
        return new Endpoints(
                kinesis.endpoint(), dynamoDb.endpoint(), s3.endpoint(), notifications.endpoint(), glue.endpoint());
    }

    /** The folder that holds one folder for each bucket. */
    Path objects() {
        return s3.directory();
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception failure) {
                // The others must still be stopped.
                report.step("A stand-in did not stop cleanly: %s", DemoFailure.rootCause(failure));
            }
        }
    }

    /** Where each service listens; SNS and SQS share one address. */
    record Endpoints(URI kinesis, URI dynamoDb, URI s3, URI notifications, URI glue) {}

    private <T extends AutoCloseable> T opened(T resource) {
        started.push(resource);
        return resource;
    }

    private void announce(String service, URI endpoint) {
        report.step("Stand-in for %s at %s", service, endpoint);
    }
}
