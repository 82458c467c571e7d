package io.contactpulse.standins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.schemaregistry.common.AWSDeserializerInput;
import com.amazonaws.services.schemaregistry.common.AWSSerializerInput;
import com.amazonaws.services.schemaregistry.deserializers.GlueSchemaRegistryDeserializationFacade;
import com.amazonaws.services.schemaregistry.exception.AWSSchemaRegistryException;
import com.amazonaws.services.schemaregistry.serializers.GlueSchemaRegistrySerializationFacade;
import com.amazonaws.services.schemaregistry.utils.AWSSchemaRegistryConstants;
import com.amazonaws.services.schemaregistry.utils.AvroRecordType;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.glue.model.DataFormat;

/** The registry under the serializer and deserializer that AWS publishes for it. */
class GlueSerdeIT {

    private static final Schema ALERT =
            SchemaBuilder.record("Alert").fields().requiredString("alertId").endRecord();
    private static final Schema INCOMPATIBLE_ALERT = SchemaBuilder.record("Alert")
            .fields()
            .requiredString("alertId")
            .requiredInt("level")
            .endRecord();

    private GlueRegistryStandIn standIn;

    @BeforeEach
    void start() {
        standIn = GlueRegistryStandIn.start();
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void readsBackWhatTheSerializerWroteAfterItRegisteredTheSchema() {
        // given
        GenericRecord alert =
                new GenericRecordBuilder(ALERT).set("alertId", "alert-1").build();

        // when
        byte[] framed = serialize(alert);
        Object read = deserializer()
                .deserialize(AWSDeserializerInput.builder()
                        .buffer(ByteBuffer.wrap(framed))
                        .transportName("agent-events")
                        .build());

        // then
        assertThat(framed[0]).isEqualTo(AWSSchemaRegistryConstants.HEADER_VERSION_BYTE);
        assertThat(GenericData.get().compare(read, alert, ALERT)).isZero();
    }

    @Test
    void failsTheSerializerWhoseSchemaBreaksTheCompatibility() {
        // given
        serialize(new GenericRecordBuilder(ALERT).set("alertId", "alert-1").build());
        GenericRecord incompatible = new GenericRecordBuilder(INCOMPATIBLE_ALERT)
                .set("alertId", "alert-1")
                .set("level", 2)
                .build();

        // when, then
        assertThatThrownBy(() -> serialize(incompatible))
                .isInstanceOf(AWSSchemaRegistryException.class)
                .rootCause()
                .hasMessageContaining("Schema evolution check failed");
    }

    private byte[] serialize(GenericRecord alert) {
        GlueSchemaRegistrySerializationFacade facade = GlueSchemaRegistrySerializationFacade.builder()
                .credentialProvider(StandInClients.credentials())
                .configs(settings())
                .build();
        UUID version = facade.getOrRegisterSchemaVersion(AWSSerializerInput.builder()
                .schemaDefinition(alert.getSchema().toString())
                .schemaName("alert")
                .dataFormat(DataFormat.AVRO.name())
                .build());
        return facade.serialize(DataFormat.AVRO, alert, version);
    }

    private GlueSchemaRegistryDeserializationFacade deserializer() {
        return GlueSchemaRegistryDeserializationFacade.builder()
                .credentialProvider(StandInClients.credentials())
                .configs(settings())
                .build();
    }

    private Map<String, Object> settings() {
        return Map.of(
                AWSSchemaRegistryConstants.AWS_ENDPOINT, standIn.endpoint().toString(),
                AWSSchemaRegistryConstants.AWS_REGION, StandInClients.REGION.id(),
                AWSSchemaRegistryConstants.REGISTRY_NAME, "contact-pulse",
                AWSSchemaRegistryConstants.AVRO_RECORD_TYPE, AvroRecordType.GENERIC_RECORD.getName(),
                AWSSchemaRegistryConstants.SCHEMA_AUTO_REGISTRATION_SETTING, true);
    }
}
