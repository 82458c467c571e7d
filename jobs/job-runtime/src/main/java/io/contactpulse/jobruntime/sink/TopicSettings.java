package io.contactpulse.jobruntime.sink;

import io.contactpulse.jobruntime.config.SettingsGroup;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.sns.SnsAsyncClient;

/** Which topic is published to, and where it is remembered what has been. */
public final class TopicSettings implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Duration LONGEST_FLUSH_INTERVAL = Duration.ofMillis(10);

    private final String topicArn;
    private final AwsConnection connection;
    private final Duration flushInterval;
    private final int maxInFlight;
    private final String ledgerTable;
    private final AwsConnection ledgerConnection;
    private final Duration ledgerRetention;

    private TopicSettings(SettingsGroup group) {
        String region = group.text("region");
        // Generous: a publish that is given up too early is repeated although it arrived.
        Duration attemptTimeout = group.duration("attempt-timeout", Duration.ofSeconds(3));
        topicArn = group.text("topic-arn");
        connection = new AwsConnection(
                region,
                group.endpoint("endpoint"),
                group.duration("call-timeout", Duration.ofSeconds(10)),
                attemptTimeout);
        flushInterval = FlushInterval.read(group, Duration.ofMillis(5), LONGEST_FLUSH_INTERVAL);
        maxInFlight = group.integer("max-in-flight", 20, 1, 200);
        ledgerTable = group.text("ledger-table");
        Duration ledgerTimeout = group.duration("ledger-timeout", Duration.ofSeconds(1));
        ledgerConnection = new AwsConnection(region, group.endpoint("ledger-endpoint"), ledgerTimeout, ledgerTimeout);
        ledgerRetention = group.duration("ledger-retention", Duration.ofDays(2));
    }

    public static TopicSettings from(SettingsGroup group) {
        return new TopicSettings(group);
    }

    public String topicArn() {
        return topicArn;
    }

    String topicName() {
        return topicArn.substring(topicArn.lastIndexOf(':') + 1);
    }

    /** How long a message waits for others before it is sent. */
    Duration flushInterval() {
        return flushInterval;
    }

    /** How many requests may be on their way at the same time. */
    int maxInFlight() {
        return maxInFlight;
    }

    AwsConnection connection() {
        return connection;
    }

    String ledgerTable() {
        return ledgerTable;
    }

    AwsConnection ledgerConnection() {
        return ledgerConnection;
    }

    /** For how long a message's id is remembered; no longer than a job may be down. */
    Duration ledgerRetention() {
        return ledgerRetention;
    }

    SnsAsyncClient client() {
        return connection.connect(SnsAsyncClient.builder(), maxInFlight);
    }

    PublishLedger ledger() {
        DynamoDbAsyncClient client = ledgerConnection.connect(DynamoDbAsyncClient.builder(), maxInFlight);
        return DynamoDbPublishLedger.warmedUp(
                new DynamoDbPublishLedger(client, ledgerTable, ledgerRetention, Clock.systemUTC()));
    }
}
