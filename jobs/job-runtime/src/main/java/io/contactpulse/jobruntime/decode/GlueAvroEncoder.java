package io.contactpulse.jobruntime.decode;

import com.amazonaws.services.schemaregistry.common.AWSSerializerInput;
import com.amazonaws.services.schemaregistry.serializers.GlueSchemaRegistrySerializationFacade;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.services.glue.model.DataFormat;

/** Writes Avro in the Glue Schema Registry's envelope; a schema the registry does not know yet is registered. */
public final class GlueAvroEncoder implements Serializable {
    private static final long serialVersionUID = 1L;

    private final SchemaRegistrySettings settings;
    private transient @Nullable GlueSchemaRegistrySerializationFacade registry;
    private transient @Nullable Map<String, UUID> versions;

    public GlueAvroEncoder(SchemaRegistrySettings settings) {
        this.settings = settings;
    }

    /** Throws when the registry cannot be reached or refuses the schema as incompatible. */
    public byte[] encode(SpecificRecord record, String schemaName) {
        if (versions == null) {
            versions = new HashMap<>();
        }
        UUID version = versions.computeIfAbsent(schemaName, name -> register(record.getSchema(), name));
        return registry().serialize(DataFormat.AVRO, record, version);
    }

    private UUID register(Schema schema, String schemaName) {
        return registry()
                .getOrRegisterSchemaVersion(AWSSerializerInput.builder()
                        .schemaDefinition(schema.toString())
                        .schemaName(schemaName)
                        .dataFormat(DataFormat.AVRO.name())
                        .transportName(schemaName)
                        .build());
    }

    private GlueSchemaRegistrySerializationFacade registry() {
        if (registry == null) {
            registry = GlueSchemaRegistrySerializationFacade.builder()
                    .credentialProvider(DefaultCredentialsProvider.builder().build())
                    .glueSchemaRegistryConfiguration(settings.configuration())
                    .build();
        }
        return registry;
    }
}
