package io.contactpulse.jobruntime.decode;

import com.amazonaws.services.schemaregistry.common.configs.GlueSchemaRegistryConfiguration;
import io.contactpulse.jobruntime.config.SettingsGroup;
import java.io.Serializable;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Which Glue Schema Registry holds the schemas of the Avro records: a property group. */
public final class SchemaRegistrySettings implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String region;
    private final @Nullable URI endpoint;
    private final String registry;

    private SchemaRegistrySettings(String region, @Nullable URI endpoint, String registry) {
        this.region = region;
        this.endpoint = endpoint;
        this.registry = registry;
    }

    public static SchemaRegistrySettings from(SettingsGroup group) {
        return new SchemaRegistrySettings(
                group.text("region"), group.endpoint("endpoint").orElse(null), group.text("registry"));
    }

    GlueSchemaRegistryConfiguration configuration() {
        GlueSchemaRegistryConfiguration configuration = new GlueSchemaRegistryConfiguration(region);
        configuration.setRegistryName(registry);
        configuration.setSchemaAutoRegistrationEnabled(true);
        if (endpoint != null) {
            configuration.setEndPoint(endpoint.toString());
        }
        return configuration;
    }
}
