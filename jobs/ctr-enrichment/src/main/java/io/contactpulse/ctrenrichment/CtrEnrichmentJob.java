package io.contactpulse.ctrenrichment;

import io.contactpulse.ctrenrichment.operator.Pace;
import io.contactpulse.jobruntime.JobEnvironment;
import io.contactpulse.jobruntime.config.RuntimeProperties;
import io.contactpulse.jobruntime.deadletter.RejectedWrites;
import io.contactpulse.jobruntime.lake.DeadLetterSinks;
import io.contactpulse.jobruntime.lake.LakeRejectedWrites;
import io.contactpulse.jobruntime.lake.LakeSink;
import io.contactpulse.jobruntime.sink.HistoryDynamoDbSink;
import io.contactpulse.jobruntime.sink.TopicSink;
import io.contactpulse.jobruntime.sink.VersionedDynamoDbSink;
import io.contactpulse.jobruntime.source.JsonTimestampScanner;
import io.contactpulse.jobruntime.source.KinesisSource;
import io.contactpulse.jobruntime.table.Table;
import io.contactpulse.schema.ContactRow;
import io.contactpulse.schema.Escalation;
import io.contactpulse.schema.EscalationEvent;
import io.contactpulse.schema.Journey;
import io.contactpulse.schema.QueueInterval;
import io.contactpulse.schema.RawRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Connects {@link CtrEnrichmentTopology} to Kinesis, DynamoDB, the lake and SNS. */
public final class CtrEnrichmentJob {
    private static final String NAME = "ctr-enrichment";

    private CtrEnrichmentJob() {}

    public static void main(String[] args) throws Exception {
        CtrEnrichmentConfig config = CtrEnrichmentConfig.from(RuntimeProperties.load(args));
        StreamExecutionEnvironment environment = JobEnvironment.create();
        define(environment, config);
        environment.execute(NAME);
    }

    public static void define(StreamExecutionEnvironment environment, CtrEnrichmentConfig config) {
        CtrEnrichmentOutputs outputs = CtrEnrichmentTopology.define(
                contactRecords(environment, config),
                config.settings(),
                Pace.live(),
                config.contactRecords().futureCap());

        RejectedWrites refused = new LakeRejectedWrites(config.lake());
        outputs.notifications()
                .sinkTo(TopicSink.of(config.escalations(), refused))
                .uid("publish-escalations")
                .name("Publish escalations to SNS");
        write(outputs.contacts(), Table.of(ContactRow.class), config, refused);
        write(outputs.journeys(), Table.of(Journey.class), config, refused);
        write(outputs.escalations(), Table.of(Escalation.class), config, refused);
        write(outputs.escalationEvents(), Table.of(EscalationEvent.class), config, refused);
        write(outputs.queueIntervals(), Table.of(QueueInterval.class), config, refused);
        DeadLetterSinks.attach(outputs.rejected(), config.lake(), "dead-letters");
    }

    private static DataStream<RawRecord> contactRecords(
            StreamExecutionEnvironment environment, CtrEnrichmentConfig config) {
        return KinesisSource.attach(
                environment,
                config.contactRecords(),
                new JsonTimestampScanner("LastUpdateTimestamp"),
                "read-contact-records",
                "Read contact records from Kinesis");
    }

    /** Every table goes to DynamoDB for look-ups and to the lake for analysis. */
    private static <T extends SpecificRecord> void write(
            DataStream<T> rows, Table<T> table, CtrEnrichmentConfig config, RejectedWrites refused) {
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
