package io.contactpulse.agentstatesla;

import io.contactpulse.agentstatesla.operator.Pace;
import io.contactpulse.agentstatesla.operator.RuleFeed;
import io.contactpulse.jobruntime.JobEnvironment;
import io.contactpulse.jobruntime.config.RuntimeProperties;
import io.contactpulse.jobruntime.deadletter.RejectedWrites;
import io.contactpulse.jobruntime.decode.GlueWriterSchemas;
import io.contactpulse.jobruntime.lake.DeadLetterSinks;
import io.contactpulse.jobruntime.lake.LakeRejectedWrites;
import io.contactpulse.jobruntime.lake.LakeSink;
import io.contactpulse.jobruntime.sink.HistoryDynamoDbSink;
import io.contactpulse.jobruntime.sink.TopicSink;
import io.contactpulse.jobruntime.sink.VersionedDynamoDbSink;
import io.contactpulse.jobruntime.source.JsonTimestampScanner;
import io.contactpulse.jobruntime.source.KinesisSource;
import io.contactpulse.jobruntime.source.KinesisSourceSettings;
import io.contactpulse.jobruntime.table.Table;
import io.contactpulse.schema.AgentInterval;
import io.contactpulse.schema.AgentOccupancy;
import io.contactpulse.schema.AgentRow;
import io.contactpulse.schema.Alert;
import io.contactpulse.schema.AlertEvent;
import io.contactpulse.schema.QueueStatus;
import io.contactpulse.schema.RawRecord;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Connects {@link AgentStateSlaTopology} to Kinesis, DynamoDB, the lake and SNS. */
public final class AgentStateSlaJob {
    private static final String NAME = "agent-state-sla";

    private AgentStateSlaJob() {}

    public static void main(String[] args) throws Exception {
        AgentStateSlaConfig config = AgentStateSlaConfig.from(RuntimeProperties.load(args));
        StreamExecutionEnvironment environment = JobEnvironment.create();
        define(environment, config);
        environment.execute(NAME);
    }

    public static void define(StreamExecutionEnvironment environment, AgentStateSlaConfig config) {
        AgentStateSlaOutputs outputs = AgentStateSlaTopology.define(
                inputs(environment, config),
                config.parameters(),
                Pace.wallClock(),
                new GlueWriterSchemas(config.schemaRegistry()),
                config.agentEvents().futureCap());

        RejectedWrites refused = new LakeRejectedWrites(config.lake());
        outputs.notifications()
                .sinkTo(TopicSink.of(config.alerts(), refused))
                .uid("publish-alerts")
                .name("Publish alerts to SNS");
        write(outputs.agents(), Table.of(AgentRow.class), config, refused);
        write(outputs.intervals(), Table.of(AgentInterval.class), config, refused);
        write(outputs.occupancy(), Table.of(AgentOccupancy.class), config, refused);
        write(outputs.queues(), Table.of(QueueStatus.class), config, refused);
        write(outputs.alerts(), Table.of(Alert.class), config, refused);
        write(outputs.alertEvents(), Table.of(AlertEvent.class), config, refused);
        DeadLetterSinks.attach(outputs.rejected(), config.lake(), "dead-letters");
    }

    private static AgentStateSlaInputs inputs(StreamExecutionEnvironment environment, AgentStateSlaConfig config) {
        Optional<RuleFeed> feed = config.ruleLocation()
                .map(location -> RuleFeed.attach(environment, location, config.ruleReloadInterval()));
        AgentStateSlaInputs.Builder inputs = AgentStateSlaInputs.newBuilder(
                agentEvents(environment, config),
                feed.map(RuleFeed::ruleSets).orElseGet(() -> RuleFeed.silent(environment)));
        feed.map(RuleFeed::refusals).ifPresent(inputs::ruleRefusals);
        config.alertCommands().map(source -> alertCommands(environment, source)).ifPresent(inputs::alertCommands);
        config.contactRecords()
                .map(source -> contactRecords(environment, source))
                .ifPresent(inputs::contactRecords);
        return inputs.build();
    }

    private static DataStream<RawRecord> agentEvents(
            StreamExecutionEnvironment environment, AgentStateSlaConfig config) {
        return KinesisSource.attach(
                environment,
                config.agentEvents(),
                new JsonTimestampScanner("EventTimestamp"),
                "read-agent-events",
                "Read agent events from Kinesis");
    }

    private static DataStream<RawRecord> alertCommands(
            StreamExecutionEnvironment environment, KinesisSourceSettings source) {
        return KinesisSource.attach(
                environment,
                source,
                new JsonTimestampScanner("at"),
                "read-alert-commands",
                "Read alert commands from Kinesis");
    }

    private static DataStream<RawRecord> contactRecords(
            StreamExecutionEnvironment environment, KinesisSourceSettings source) {
        return KinesisSource.attach(
                environment,
                source,
                new JsonTimestampScanner("LastUpdateTimestamp"),
                "read-contact-records",
                "Read contact records from Kinesis");
    }

    /**
     * Every table goes to DynamoDB for look-ups and to the lake for analysis. Neither shares a thread with the tracking of
     * agents, as the publishing of alerts does: a slow table must not hold up an alert.
     */
    private static <T extends SpecificRecord> void write(
            DataStream<T> rows, Table<T> table, AgentStateSlaConfig config, RejectedWrites refused) {
        rows.sinkTo(
                        table.isVersioned()
                                ? VersionedDynamoDbSink.of(table, config.tables(), refused)
                                : HistoryDynamoDbSink.of(table, config.tables(), refused))
                .disableChaining()
                .uid(table.name() + "-to-dynamodb")
                .name("DynamoDB table " + table.name());
        LakeSink.attach(rows, table, config.lake(), table.name() + "-to-lake");
    }
}
