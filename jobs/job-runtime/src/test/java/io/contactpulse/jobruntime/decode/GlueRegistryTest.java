package io.contactpulse.jobruntime.decode;

import static io.contactpulse.jobruntime.RawRecords.NINE_OCLOCK;
import static io.contactpulse.jobruntime.RawRecords.aRawRecord;
import static io.contactpulse.jobruntime.decode.SampleFormat.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.schemaregistry.exception.AWSSchemaRegistryException;
import io.contactpulse.jobruntime.config.Settings;
import io.contactpulse.jobruntime.source.FutureCap;
import io.contactpulse.schema.DeadLetter;
import io.contactpulse.schema.DeadLetterReason;
import io.contactpulse.schema.RawRecord;
import io.contactpulse.standins.GlueRegistryStandIn;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Both directions through the registry's real protocol, the serde's error paths included. */
class GlueRegistryTest {
    private static final Map<String, String> CREDENTIALS =
            Map.of("aws.accessKeyId", "STANDIN", "aws.secretAccessKey", "stand-in-secret");
    private static final RawRecord PUBLISHED = sample("a", NINE_OCLOCK, "hello");

    private final GlueRegistryStandIn registry = GlueRegistryStandIn.start();
    private final GlueAvroEncoder encoder = new GlueAvroEncoder(settings(registry.endpoint()));
    private final GlueWriterSchemas schemas = new GlueWriterSchemas(settings(registry.endpoint()));

    @BeforeAll
    static void giveCredentials() {
        System.getProperties().putAll(CREDENTIALS);
    }

    @AfterAll
    static void takeCredentials() {
        CREDENTIALS.keySet().forEach(System::clearProperty);
    }

    @AfterEach
    void stopTheRegistry() {
        registry.close();
    }

    @Test
    void registersTheSchemaOnFirstUseAndFindsItAgain() {
        byte[] payload = encoder.encode(PUBLISHED, "raw-records");
        UUID id = GlueFrame.schemaId(payload).orElseThrow();

        assertThat(schemas.find(id)).contains(RawRecord.getClassSchema());
        assertThat(encoder.encode(PUBLISHED, "raw-records")).isEqualTo(payload);
    }

    @Test
    void anotherEncoderUsesTheRegisteredVersion() {
        byte[] payload = encoder.encode(PUBLISHED, "raw-records");

        GlueAvroEncoder another = new GlueAvroEncoder(settings(registry.endpoint()));

        assertThat(another.encode(PUBLISHED, "raw-records")).isEqualTo(payload);
    }

    @Test
    void doesNotKnowAnIdThatWasNeverRegistered() {
        assertThat(schemas.find(GlueFrames.SCHEMA_ID)).isEmpty();
    }

    @Test
    void asksOncePerId() {
        UUID id = GlueFrame.schemaId(encoder.encode(PUBLISHED, "raw-records")).orElseThrow();
        schemas.find(id);
        schemas.find(GlueFrames.SCHEMA_ID);

        registry.close();

        assertThat(schemas.find(id)).contains(RawRecord.getClassSchema());
        assertThat(schemas.find(GlueFrames.SCHEMA_ID)).isEqualTo(Optional.empty());
    }

    @Test
    void throwsWhenTheRegistryCannotBeReached() {
        registry.close();

        assertThatThrownBy(() -> schemas.find(GlueFrames.SCHEMA_ID)).isInstanceOf(AWSSchemaRegistryException.class);
    }

    @Test
    void travelsToTheTaskManagersBeforeAndAfterUse() throws Exception {
        GlueWriterSchemas fresh = InstantiationUtil.clone(schemas);
        byte[] payload = InstantiationUtil.clone(encoder).encode(PUBLISHED, "raw-records");
        UUID id = GlueFrame.schemaId(payload).orElseThrow();
        fresh.find(id);

        assertThat(InstantiationUtil.clone(fresh).find(id)).contains(RawRecord.getClassSchema());
    }

    @Test
    void badRecordsDoNotTouchTheRecordsAroundThem() throws Exception {
        byte[] good = encoder.encode(PUBLISHED, "raw-records");
        byte[] unknown = GlueFrames.plain(GlueFrames.binary(PUBLISHED));
        try (OneInputStreamOperatorTestHarness<RawRecord, RawRecord> harness =
                ProcessFunctionTestHarnesses.forProcessFunction(
                        new DecodeRecord<>(new SampleFormat(), schemas, FutureCap.of(Duration.ofMinutes(5))))) {
            for (byte[] payload : new byte[][] {good, unknown, good, good}) {
                harness.processElement(aRawRecord(payload), 0);
            }

            assertThat(harness.extractOutputValues()).containsExactly(PUBLISHED, PUBLISHED, PUBLISHED);
            assertThat(harness.getSideOutput(DecodeRecord.REJECTED))
                    .extracting(rejected -> rejected.getValue().getLetter())
                    .extracting(DeadLetter::getReason)
                    .containsExactly(DeadLetterReason.UNKNOWN_SCHEMA);
        }
    }

    private static SchemaRegistrySettings settings(URI endpoint) {
        Properties properties = new Properties();
        properties.putAll(Map.of("region", "us-east-1", "endpoint", endpoint.toString(), "registry", "contact-pulse"));
        Settings all = Settings.of(Map.of("schema-registry", properties));
        SchemaRegistrySettings settings = SchemaRegistrySettings.from(all.group("schema-registry"));
        all.complete();
        return settings;
    }
}
