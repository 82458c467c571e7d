package io.contactpulse.jobruntime.sink;

import io.contactpulse.jobruntime.config.SettingsGroup;
import io.contactpulse.jobruntime.table.Table;
import java.io.Serializable;
import java.time.Duration;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** Where the tables are and how fast rows go there. */
public final class DynamoDbSettings implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Duration LONGEST_FLUSH_INTERVAL = Duration.ofMillis(100);

    private final AwsConnection connection;
    private final String tablePrefix;
    private final int maxInFlight;
    private final Duration flushInterval;

    private DynamoDbSettings(AwsConnection connection, String tablePrefix, int maxInFlight, Duration flushInterval) {
        this.connection = connection;
        this.tablePrefix = tablePrefix;
        this.maxInFlight = maxInFlight;
        this.flushInterval = flushInterval;
    }

    public static DynamoDbSettings from(SettingsGroup group) {
        AwsConnection connection = new AwsConnection(
                group.text("region"),
                group.endpoint("endpoint"),
                group.duration("call-timeout", Duration.ofSeconds(5)),
                group.duration("attempt-timeout", Duration.ofSeconds(1)));
        return new DynamoDbSettings(
                connection,
                group.text("table-prefix", ""),
                group.integer("max-in-flight", 200, VersionedDynamoDbWriter.BATCH, 2_000),
                FlushInterval.read(group, Duration.ofMillis(50), LONGEST_FLUSH_INTERVAL));
    }

    /** The table's name in DynamoDB. */
    public String tableName(Table<?> table) {
        return tablePrefix + table.name();
    }

    /** A new client; the caller closes it. */
    public DynamoDbAsyncClient client() {
        return connection.connect(DynamoDbAsyncClient.builder(), maxInFlight);
    }

    AwsConnection connection() {
        return connection;
    }

    /** How many rows may be on their way at the same time. */
    int maxInFlight() {
        return maxInFlight;
    }

    /** How long a row waits for others before it is sent. */
    Duration flushInterval() {
        return flushInterval;
    }
}
