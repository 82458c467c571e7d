package io.contactpulse.jobruntime.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.jobruntime.JobEnvironment;
import io.contactpulse.jobruntime.Payload;
import io.contactpulse.jobruntime.config.Settings;
import io.contactpulse.schema.RawRecord;
import io.contactpulse.standins.InJvmKinesis;
import io.contactpulse.standins.ShardLimits;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The legacy consumer over plain HTTP with polling, as on a laptop. */
@Timeout(60)
class KinesisSourceIT {
    @RegisterExtension
    private static final MiniClusterExtension FLINK =
            new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
                    .setNumberTaskManagers(1)
                    .setNumberSlotsPerTaskManager(2)
                    .build());

    private static final Instant NINE_OCLOCK = Instant.parse("2026-03-02T09:00:00Z");
    private static final Map<String, String> CREDENTIALS = Map.of(
            "aws.accessKeyId", "STANDIN", "aws.secretAccessKey", "stand-in-secret", "aws.secretKey", "stand-in-secret");

    private final InJvmKinesis kinesis =
            InJvmKinesis.start(ShardLimits.none(), Clock.fixed(NINE_OCLOCK, ZoneOffset.UTC));
    private final StreamExecutionEnvironment environment = JobEnvironment.create();

    @BeforeAll
    static void giveCredentials() {
        System.getProperties().putAll(CREDENTIALS);
    }

    @AfterAll
    static void takeCredentials() {
        CREDENTIALS.keySet().forEach(System::clearProperty);
    }

    @AfterEach
    void stopKinesis() {
        kinesis.close();
    }

    @Test
    void recordsComeWithStreamShardSequenceNumberAndArrival() throws Exception {
        // given
        kinesis.createStream("input", 2);
        Map<String, String> sequenceNumbers = new HashMap<>();
        for (int number = 0; number < 20; number++) {
            String payload = "{\"At\":\"2026-03-02T08:59:" + (30 + number) + "Z\"}";
            sequenceNumbers.put(payload, kinesis.put("input", "key-" + number, payload.getBytes(UTF_8)));
        }

        // when
        List<RawRecord> records = read(source(), sequenceNumbers.size());

        // then
        assertThat(records)
                .extracting(KinesisSourceIT::text)
                .containsExactlyInAnyOrderElementsOf(sequenceNumbers.keySet());
        assertThat(records).allSatisfy(record -> {
            assertThat(record.getStream()).isEqualTo("input");
            assertThat(record.getSequenceNumber()).isEqualTo(sequenceNumbers.get(text(record)));
            assertThat(record.getArrivedAt()).isEqualTo(NINE_OCLOCK);
            assertThat(text(record)).isEqualTo("{\"At\":\"" + record.getEventTime() + "\"}");
        });
        assertThat(records)
                .extracting(RawRecord::getShard)
                .containsOnly("shardId-000000000000", "shardId-000000000001");
    }

    @Test
    void watermarksFollowTheRecordsPastAnEmptyShardAndATimeFromTheFuture() throws Exception {
        // given
        kinesis.createStream("input", 4);
        for (String at : List.of("2026-03-02T09:00:00Z", "2999-01-01T00:00:00Z", "2026-03-02T08:59:50Z")) {
            kinesis.put("input", "one-key", ("{\"At\":\"" + at + "\"}").getBytes(UTF_8));
        }
        Instant expected = NINE_OCLOCK.minusSeconds(5).minusMillis(1);

        // when
        DataStream<Long> reached = source().keyBy(RawRecord::getStream)
                .process(new ReportWatermark(expected.toEpochMilli()))
                .uid("report-watermark");

        // then
        try (CloseableIterator<Long> watermarks = reached.executeAndCollect()) {
            assertThat(watermarks.next()).isEqualTo(expected.toEpochMilli());
        }
    }

    private DataStream<RawRecord> source() {
        Properties properties = new Properties();
        properties.putAll(Map.of(
                "stream", "input",
                "region", "us-east-1",
                "endpoint", kinesis.endpoint().toString(),
                "shard-idle", "PT1S"));
        Settings settings = Settings.of(Map.of("source.input", properties));
        KinesisSourceSettings source = KinesisSourceSettings.from(settings.group("source.input"));
        settings.complete();
        return KinesisSource.attach(
                environment, source, new JsonTimestampScanner("At"), "read-input", "Read the input");
    }

    private static List<RawRecord> read(DataStream<RawRecord> source, int count) throws Exception {
        List<RawRecord> records = new ArrayList<>();
        try (CloseableIterator<RawRecord> iterator = source.executeAndCollect()) {
            while (records.size() < count) {
                records.add(iterator.next());
            }
        }
        return records;
    }

    private static String text(RawRecord record) {
        return new String(Payload.of(record), UTF_8);
    }

    /** Tells the watermark once it has reached the one that is waited for. */
    private static final class ReportWatermark extends KeyedProcessFunction<String, RawRecord, Long> {
        private static final long serialVersionUID = 1L;

        private final long awaited;

        private ReportWatermark(long awaited) {
            this.awaited = awaited;
        }

        @Override
        public void processElement(RawRecord record, Context context, Collector<Long> out) {
            context.timerService().registerEventTimeTimer(awaited);
        }

        @Override
        public void onTimer(long timestamp, OnTimerContext context, Collector<Long> out) {
            out.collect(context.timerService().currentWatermark());
        }
    }
}
