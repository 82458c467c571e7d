package io.contactpulse.jobruntime.source;

import io.contactpulse.schema.RawRecord;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.AssignerWithPeriodicWatermarks;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.connectors.kinesis.FlinkKinesisConsumer;
import org.apache.flink.streaming.connectors.kinesis.config.AWSConfigConstants;
import org.apache.flink.streaming.connectors.kinesis.config.ConsumerConfigConstants;
import org.apache.flink.streaming.connectors.kinesis.serialization.KinesisDeserializationSchema;
import org.jspecify.annotations.Nullable;

/**
 * Attaches a Kinesis stream to a job. The only class that knows the legacy consumer: its successor of this connector
 * release ends in a restart loop when a stream is resharded. Watermarks are made inside the consumer, per shard, because
 * after it the shards of one subtask can no longer be told apart.
 */
public final class KinesisSource {
    private static final DateTimeFormatter START_TIME = DateTimeFormatter.ofPattern(
                    ConsumerConfigConstants.DEFAULT_STREAM_TIMESTAMP_DATE_FORMAT)
            .withZone(ZoneOffset.UTC);

    private KinesisSource() {}

    public static DataStream<RawRecord> attach(
            StreamExecutionEnvironment environment,
            KinesisSourceSettings settings,
            EventTimeScanner scanner,
            String uid,
            String name) {
        RawRecords records = new RawRecords(new CappedEventTime(scanner, settings.futureCap()));
        FlinkKinesisConsumer<RawRecord> consumer =
                new FlinkKinesisConsumer<>(settings.stream(), records, properties(settings));
        consumer.setPeriodicWatermarkAssigner(
                new ShardWatermarks(new ShardClock(settings.maxOutOfOrderness(), settings.shardIdle())));
        return environment.addSource(consumer, name).uid(uid);
    }

    static Properties properties(KinesisSourceSettings settings) {
        Properties properties = new Properties();
        properties.setProperty(AWSConfigConstants.AWS_REGION, settings.region());
        properties.setProperty(AWSConfigConstants.AWS_CREDENTIALS_PROVIDER, "AUTO");
        settings.endpoint().ifPresent(endpoint -> {
            properties.setProperty(AWSConfigConstants.AWS_ENDPOINT, endpoint.toString());
            if ("http".equals(endpoint.getScheme())) {
                // Without TLS there is no negotiation, and the client would speak HTTP/2 to a server that may not.
                properties.setProperty(AWSConfigConstants.HTTP_PROTOCOL_VERSION, "HTTP1_1");
            }
        });
        properties.setProperty(
                ConsumerConfigConstants.STREAM_INITIAL_POSITION,
                settings.start().name());
        settings.start()
                .time()
                .ifPresent(time -> properties.setProperty(
                        ConsumerConfigConstants.STREAM_INITIAL_TIMESTAMP, START_TIME.format(time)));
        setMillis(properties, ConsumerConfigConstants.SHARD_IDLE_INTERVAL_MILLIS, settings.shardIdle());
        setMillis(properties, ConsumerConfigConstants.SHARD_DISCOVERY_INTERVAL_MILLIS, settings.shardDiscovery());
        setMillis(properties, ConsumerConfigConstants.SHARD_GETRECORDS_INTERVAL_MILLIS, settings.pollInterval());
        properties.setProperty(
                ConsumerConfigConstants.RECORD_PUBLISHER_TYPE, settings.reader().name());
        if (settings.reader() == KinesisSourceSettings.Reader.EFO) {
            properties.setProperty(ConsumerConfigConstants.EFO_CONSUMER_NAME, settings.consumerName());
        }
        return properties;
    }

    private static void setMillis(Properties properties, String key, Duration value) {
        properties.setProperty(key, Long.toString(value.toMillis()));
    }

    private static final class RawRecords implements KinesisDeserializationSchema<RawRecord> {
        private static final long serialVersionUID = 1L;

        private final CappedEventTime eventTime;

        private RawRecords(CappedEventTime eventTime) {
            this.eventTime = eventTime;
        }

        @Override
        public RawRecord deserialize(
                byte[] payload,
                String partitionKey,
                String sequenceNumber,
                long arrivedAt,
                String stream,
                String shard) {
            return RawRecord.newBuilder()
                    .setStream(stream)
                    .setShard(shard)
                    .setSequenceNumber(sequenceNumber)
                    .setArrivedAt(Instant.ofEpochMilli(arrivedAt))
                    .setEventTime(eventTime
                            .of(payload, Instant.ofEpochMilli(arrivedAt))
                            .orElse(null))
                    .setPayload(ByteBuffer.wrap(payload))
                    .build();
        }

        @Override
        public TypeInformation<RawRecord> getProducedType() {
            return TypeInformation.of(RawRecord.class);
        }
    }

    /** The consumer clones one of these for every shard. */
    private static final class ShardWatermarks implements AssignerWithPeriodicWatermarks<RawRecord> {
        private static final long serialVersionUID = 1L;

        private final ShardClock clock;

        private ShardWatermarks(ShardClock clock) {
            this.clock = clock;
        }

        @Override
        public long extractTimestamp(RawRecord record, long previousTimestamp) {
            return clock.timestampOf(record);
        }

        /** Null takes the shard out of the consumer's minimum; Long.MIN_VALUE would hold all shards back. */
        @Override
        public @Nullable Watermark getCurrentWatermark() {
            return clock.watermark().isEmpty()
                    ? null
                    : new Watermark(clock.watermark().getAsLong());
        }
    }
}
