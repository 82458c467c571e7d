package io.contactpulse.jobruntime.sink;

import static io.contactpulse.jobruntime.sink.TestRows.event;
import static io.contactpulse.jobruntime.sink.TestRows.interval;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.jobruntime.config.Settings;
import io.contactpulse.jobruntime.table.Table;
import io.contactpulse.schema.AgentInterval;
import io.contactpulse.schema.AlertEvent;
import io.contactpulse.standins.RecordedMessage;
import io.contactpulse.standins.RecordingTopic;
import io.contactpulse.standins.StandInClients;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The sinks as Flink runs them: serialized, restored, with its own mailbox and timers. */
class SinksInAJobIT {
    @RegisterExtension
    static final MiniClusterExtension FLINK = new MiniClusterExtension();

    private static final String LEDGER = "ledger";

    @Test
    void rowsAndMessagesArrive() throws Exception {
        try (TestTables tables = TestTables.start();
                RecordingTopic topic = RecordingTopic.start()) {
            // given
            Table<AgentInterval> intervals = Table.of(AgentInterval.class);
            Table<AlertEvent> events = Table.of(AlertEvent.class);
            tables.create(intervals);
            tables.create(events);
            tables.createLedger(LEDGER);
            StreamExecutionEnvironment flink = StreamExecutionEnvironment.getExecutionEnvironment(strict());
            flink.enableCheckpointing(50);
            KeptRejections rejected = new KeptRejections();
            flink.fromData(interval("a", 2), interval("a", 3), interval("a", 1))
                    .sinkTo(VersionedDynamoDbSink.of(intervals, tables.settings(), rejected));
            flink.fromData(event("a", 1), event("a", 2))
                    .sinkTo(HistoryDynamoDbSink.of(events, tables.settings(), rejected));
            flink.fromData(
                            TestMessages.message("m-1").build(),
                            TestMessages.message("m-2").build())
                    .sinkTo(TopicSink.of(topicSettings(tables, topic), rejected));

            // when
            flink.execute();

            // then
            assertThat(tables.items(intervals))
                    .extracting(item -> TestTables.field(item, "agentId").s() + "="
                            + TestTables.field(item, "version").n())
                    .containsExactly("a=3");
            assertThat(tables.items(events))
                    .extracting(item -> TestTables.field(item, "seq").n())
                    .containsExactly("1", "2");
            assertThat(topic.messages())
                    .extracting(RecordedMessage::message)
                    .containsExactlyInAnyOrder("{\"id\":\"m-1\"}", "{\"id\":\"m-2\"}");
            assertThat(tables.items(LEDGER))
                    .extracting(item -> TestTables.field(item, "messageId").s())
                    .containsExactlyInAnyOrder("m-1", "m-2");
        }
    }

    private static Configuration strict() {
        return new Configuration().set(PipelineOptions.GENERIC_TYPES, false);
    }

    private static TopicSettings topicSettings(TestTables tables, RecordingTopic topic) {
        Properties properties = new Properties();
        properties.setProperty("topic-arn", topic.arn());
        properties.setProperty("region", StandInClients.REGION.id());
        properties.setProperty("endpoint", topic.endpoint().toString());
        properties.setProperty("ledger-table", LEDGER);
        properties.setProperty("ledger-endpoint", tables.endpoint());
        // A busy machine may take long over the first call in a fresh JVM.
        properties.setProperty("ledger-timeout", "PT20S");
        return TopicSettings.from(Settings.of(Map.of("sink.topic", properties)).group("sink.topic"));
    }
}
