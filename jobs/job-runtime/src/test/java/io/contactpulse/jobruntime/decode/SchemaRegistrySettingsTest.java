package io.contactpulse.jobruntime.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.schemaregistry.common.configs.GlueSchemaRegistryConfiguration;
import io.contactpulse.jobruntime.config.InvalidSettings;
import io.contactpulse.jobruntime.config.Settings;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SchemaRegistrySettingsTest {
    @Test
    void passesEveryValueOn() {
        GlueSchemaRegistryConfiguration configuration = settings(Map.of(
                        "region", "eu-central-1", "registry", "contact-pulse", "endpoint", "http://127.0.0.1:4570"))
                .configuration();

        assertThat(configuration.getRegion()).isEqualTo("eu-central-1");
        assertThat(configuration.getRegistryName()).isEqualTo("contact-pulse");
        assertThat(configuration.getEndPoint()).isEqualTo("http://127.0.0.1:4570");
        assertThat(configuration.isSchemaAutoRegistrationEnabled()).isTrue();
    }

    @Test
    void leavesTheEndpointToAwsByDefault() {
        assertThat(settings(Map.of("region", "eu-central-1", "registry", "contact-pulse"))
                        .configuration()
                        .getEndPoint())
                .isNull();
    }

    @Test
    void needsARegionAndARegistry() {
        assertThatThrownBy(() -> settings(Map.of()))
                .isInstanceOf(InvalidSettings.class)
                .hasMessage("""
                2 problems in the settings:
                  - schema-registry/region is required
                  - schema-registry/registry is required""");
    }

    private static SchemaRegistrySettings settings(Map<String, String> values) {
        Properties properties = new Properties();
        properties.putAll(values);
        Settings all = Settings.of(Map.of("schema-registry", properties));
        SchemaRegistrySettings settings = SchemaRegistrySettings.from(all.group("schema-registry"));
        all.complete();
        return settings;
    }
}
