package io.contactpulse.standins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.kinesis.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ResourceInUseException;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

class InJvmKinesisTest {

    private static final String STREAM = "agent-events";
    private static final String FIRST_SHARD = "shardId-000000000000";
    private static final Instant NINE_OCLOCK = Instant.parse("2026-03-02T09:00:00Z");

    private final SettableClock clock = new SettableClock(NINE_OCLOCK);

    private InJvmKinesis kinesis;
    private KinesisClient client;

    @BeforeEach
    void start() {
        start(ShardLimits.none());
    }

    private void start(ShardLimits limits) {
        kinesis = InJvmKinesis.start(limits, clock);
        client = withoutRetries();
    }

    @AfterEach
    void stop() {
        client.close();
        kinesis.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void givesBackWhatWasPutInCborAndInJson(String cbor) {
        // given
        String property = SdkSystemSetting.CBOR_ENABLED.property();
        System.setProperty(property, cbor);
        try (KinesisClient speaking = StandInClients.kinesis(kinesis.endpoint())) {
            speaking.createStream(request -> request.streamName(STREAM).shardCount(1));

            // when
            String number = speaking.putRecord(request ->
                            request.streamName(STREAM).partitionKey("agent-017").data(SdkBytes.fromUtf8String("event")))
                    .sequenceNumber();

            // then
            assertThat(read(speaking, ShardIteratorType.TRIM_HORIZON).records())
                    .containsExactly(Record.builder()
                            .sequenceNumber(number)
                            .partitionKey("agent-017")
                            .data(SdkBytes.fromUtf8String("event"))
                            .approximateArrivalTimestamp(NINE_OCLOCK)
                            .build());
            assertThat(speaking.describeStreamSummary(request -> request.streamName(STREAM))
                            .streamDescriptionSummary()
                            .streamCreationTimestamp())
                    .isEqualTo(NINE_OCLOCK);
        } finally {
            System.clearProperty(property);
        }
    }

    @Test
    void sharesTheHashSpaceBetweenTheShards() {
        // given
        kinesis.createStream(STREAM, 3);

        // when
        List<Shard> shards =
                client.listShards(request -> request.streamName(STREAM)).shards();

        // then
        assertThat(shards)
                .extracting(Shard::shardId)
                .containsExactly("shardId-000000000000", "shardId-000000000001", "shardId-000000000002");
        assertThat(shards.get(0).hashKeyRange().startingHashKey()).isEqualTo("0");
        assertThat(shards.get(2).hashKeyRange().endingHashKey()).isEqualTo("340282366920938463463374607431768211455");
        assertThat(client.describeStream(request -> request.streamName(STREAM))
                        .streamDescription()
                        .shards())
                .isEqualTo(shards);
    }

    @Test
    void putsARecordOnTheShardOfItsExplicitHash() {
        // given
        kinesis.createStream(STREAM, 2);

        // when
        String shardId = client.putRecord(request -> request.streamName(STREAM)
                        .partitionKey("any")
                        .explicitHashKey("340282366920938463463374607431768211455")
                        .data(SdkBytes.fromUtf8String("event")))
                .shardId();

        // then
        assertThat(shardId).isEqualTo("shardId-000000000001");
    }

    @Test
    void startsReadingAfterASequenceNumberOrATime() {
        // given
        kinesis.createStream(STREAM, 1);
        String firstNumber = put("first");
        clock.advance(Duration.ofMinutes(1));
        put("second");
        clock.advance(Duration.ofMinutes(1));
        put("third");

        // when
        GetRecordsResponse afterFirst =
                read(request -> request.shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                        .startingSequenceNumber(firstNumber));
        GetRecordsResponse atTime = read(request ->
                request.shardIteratorType(ShardIteratorType.AT_TIMESTAMP).timestamp(NINE_OCLOCK.plusSeconds(61)));

        // then
        assertThat(texts(afterFirst)).containsExactly("second", "third");
        assertThat(texts(atTime)).containsExactly("third");
        assertThat(texts(read(client, ShardIteratorType.LATEST))).isEmpty();
    }

    @Test
    void saysHowFarAReaderIsBehind() {
        // given
        kinesis.createStream(STREAM, 1);
        put("first");
        put("second");
        clock.advance(Duration.ofMillis(1_500));

        // when
        String iterator = iterator(request -> request.shardIteratorType(ShardIteratorType.TRIM_HORIZON));
        GetRecordsResponse one =
                client.getRecords(request -> request.shardIterator(iterator).limit(1));
        GetRecordsResponse rest = client.getRecords(request -> request.shardIterator(one.nextShardIterator()));

        // then
        assertThat(one.millisBehindLatest()).isEqualTo(1_500);
        assertThat(rest.millisBehindLatest()).isZero();
        assertThat(texts(rest)).containsExactly("second");
    }

    @Test
    void refusesTheEntriesThatExceedTheShardUntilTheNextSecond() {
        // given
        stop();
        start(new ShardLimits(2, 1_000, 5));
        kinesis.createStream(STREAM, 1);

        // when
        List<PutRecordsResultEntry> results = client.putRecords(
                        request -> request.streamName(STREAM).records(entries(3)))
                .records();
        clock.advance(Duration.ofSeconds(1));
        int failedLater = client.putRecords(
                        request -> request.streamName(STREAM).records(entries(2)))
                .failedRecordCount();

        // then
        assertThat(results)
                .extracting(PutRecordsResultEntry::errorCode)
                .containsExactly(null, null, "ProvisionedThroughputExceededException");
        assertThat(failedLater).isZero();
        assertThat(kinesis.payloads(STREAM)).hasSize(4);
    }

    @Test
    void refusesAReadBeyondTheLimit() {
        // given
        stop();
        start(new ShardLimits(10, 1_000, 1));
        kinesis.createStream(STREAM, 1);

        // when
        read(client, ShardIteratorType.TRIM_HORIZON);

        // then
        assertThatThrownBy(() -> read(client, ShardIteratorType.TRIM_HORIZON))
                .isInstanceOf(ProvisionedThroughputExceededException.class);
    }

    @Test
    void refusesAnOperationOnDemand() {
        // given
        kinesis.createStream(STREAM, 1);
        kinesis.refuse("PutRecord"::equals);

        // when, then
        assertThatThrownBy(() -> client.putRecord(request ->
                        request.streamName(STREAM).partitionKey("any").data(SdkBytes.fromUtf8String("event"))))
                .isInstanceOf(ProvisionedThroughputExceededException.class);
        assertThat(kinesis.payloads(STREAM)).isEmpty();
    }

    @Test
    void namesAStreamThatIsMissingAndOneThatExists() {
        // given
        kinesis.createStream(STREAM, 1);

        // when, then
        assertThatThrownBy(() -> client.describeStreamSummary(request -> request.streamName("other")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("there is no stream other");
        assertThatThrownBy(() -> client.createStream(request -> request.streamName(STREAM)))
                .isInstanceOf(ResourceInUseException.class);
    }

    private KinesisClient withoutRetries() {
        return KinesisClient.builder()
                .endpointOverride(kinesis.endpoint())
                .region(StandInClients.REGION)
                .credentialsProvider(StandInClients.credentials())
                .httpClientBuilder(ApacheHttpClient.builder())
                .overrideConfiguration(override -> override.retryStrategy(strategy -> strategy.maxAttempts(1)))
                .build();
    }

    private String put(String text) {
        return kinesis.put(STREAM, "agent-017", text.getBytes(StandardCharsets.UTF_8));
    }

    private GetRecordsResponse read(Consumer<GetShardIteratorRequest.Builder> start) {
        return client.getRecords(request -> request.shardIterator(iterator(start)));
    }

    private String iterator(Consumer<GetShardIteratorRequest.Builder> start) {
        GetShardIteratorRequest.Builder request =
                GetShardIteratorRequest.builder().streamName(STREAM).shardId(FIRST_SHARD);
        start.accept(request);
        return client.getShardIterator(request.build()).shardIterator();
    }

    private static GetRecordsResponse read(KinesisClient client, ShardIteratorType type) {
        String iterator = client.getShardIterator(request ->
                        request.streamName(STREAM).shardId(FIRST_SHARD).shardIteratorType(type))
                .shardIterator();
        return client.getRecords(request -> request.shardIterator(iterator));
    }

    private static List<String> texts(GetRecordsResponse response) {
        return response.records().stream()
                .map(record -> record.data().asUtf8String())
                .toList();
    }

    private static List<PutRecordsRequestEntry> entries(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> PutRecordsRequestEntry.builder()
                        .partitionKey("agent-017")
                        .data(SdkBytes.fromUtf8String("event " + index))
                        .build())
                .toList();
    }
}
