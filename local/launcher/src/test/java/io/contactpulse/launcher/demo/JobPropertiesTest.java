package io.contactpulse.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.contactpulse.agentstatesla.AgentStateSlaConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobPropertiesTest {
    private static final Platform.Endpoints ENDPOINTS = new Platform.Endpoints(
            URI.create("http://127.0.0.1:1"),
            URI.create("http://127.0.0.1:2"),
            URI.create("http://127.0.0.1:3"),
            URI.create("http://127.0.0.1:4"),
            URI.create("http://127.0.0.1:5"));

    @Test
    void writesAFileThatTheJobAccepts(@TempDir Path folder) throws IOException {
        // when
        Map<String, Properties> groups = JobProperties.through(
                folder.resolve("application-properties.json"), ENDPOINTS, "arn:aws:sns:x:y:alerts");

        // then
        assertThat(groups)
                .containsOnlyKeys(
                        "source.agent-events",
                        "source.alert-commands",
                        "schema-registry",
                        "sink.tables",
                        "sink.lake",
                        "sink.alerts",
                        "rules.sla");
        assertThatCode(() -> AgentStateSlaConfig.from(groups)).doesNotThrowAnyException();
    }
}
