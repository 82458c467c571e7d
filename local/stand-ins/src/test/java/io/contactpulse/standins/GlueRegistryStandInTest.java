package io.contactpulse.standins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.Compatibility;
import software.amazon.awssdk.services.glue.model.CreateSchemaResponse;
import software.amazon.awssdk.services.glue.model.DataFormat;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.InvalidInputException;
import software.amazon.awssdk.services.glue.model.RegisterSchemaVersionResponse;
import software.amazon.awssdk.services.glue.model.SchemaId;
import software.amazon.awssdk.services.glue.model.SchemaVersionStatus;

class GlueRegistryStandInTest {

    private static final SchemaId ALERT =
            SchemaId.builder().registryName("contact-pulse").schemaName("alert").build();

    private static final String FIRST = alertSchema("");
    private static final String WITH_OPTIONAL_FIELD =
            alertSchema(", {\"name\": \"team\", \"type\": [\"null\", \"string\"], \"default\": null}");
    private static final String WITH_REQUIRED_FIELD = alertSchema(", {\"name\": \"team\", \"type\": \"string\"}");

    private GlueRegistryStandIn standIn;
    private GlueClient client;

    @BeforeEach
    void start() {
        standIn = GlueRegistryStandIn.start();
        client = StandInClients.glue(standIn.endpoint());
    }

    @AfterEach
    void stop() {
        client.close();
        standIn.close();
    }

    @Test
    void givesBackTheSchemaOfAVersionId() {
        // given
        String id = create(Compatibility.BACKWARD).schemaVersionId();

        // when
        var version = client.getSchemaVersion(request -> request.schemaVersionId(id));

        // then
        assertThat(version.schemaDefinition()).isEqualTo(FIRST.replace(" ", ""));
        assertThat(version.dataFormat()).isEqualTo(DataFormat.AVRO);
        assertThat(version.versionNumber()).isEqualTo(1);
        assertThat(version.status()).isEqualTo(SchemaVersionStatus.AVAILABLE);
    }

    @Test
    void findsAVersionByItsDefinition() {
        // given
        String id = create(Compatibility.BACKWARD).schemaVersionId();

        // when
        var found =
                client.getSchemaByDefinition(request -> request.schemaId(ALERT).schemaDefinition(FIRST));

        // then
        assertThat(found.schemaVersionId()).isEqualTo(id);
        assertThat(found.status()).isEqualTo(SchemaVersionStatus.AVAILABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "BACKWARD, AVAILABLE, FAILURE",
        "BACKWARD_ALL, AVAILABLE, FAILURE",
        "FORWARD, AVAILABLE, AVAILABLE",
        "FULL, AVAILABLE, FAILURE",
        "NONE, AVAILABLE, AVAILABLE"
    })
    void refusesAVersionThatBreaksTheCompatibility(
            Compatibility mode, SchemaVersionStatus optionalField, SchemaVersionStatus requiredField) {
        // given
        create(mode);

        // when
        RegisterSchemaVersionResponse optional = register(WITH_OPTIONAL_FIELD);
        RegisterSchemaVersionResponse required = register(alertSchema(", {\"name\": \"site\", \"type\": \"string\"}"));

        // then
        assertThat(optional.status()).isEqualTo(optionalField);
        assertThat(optional.versionNumber()).isEqualTo(2);
        assertThat(required.status()).isEqualTo(requiredField);
    }

    @Test
    void keepsAFailedVersionOutOfLaterChecks() {
        // given
        create(Compatibility.BACKWARD);
        RegisterSchemaVersionResponse failed = register(WITH_REQUIRED_FIELD);

        // when
        RegisterSchemaVersionResponse next = register(WITH_OPTIONAL_FIELD);

        // then
        assertThat(client.getSchemaVersion(request -> request.schemaVersionId(failed.schemaVersionId()))
                        .status())
                .isEqualTo(SchemaVersionStatus.FAILURE);
        assertThat(next.status()).isEqualTo(SchemaVersionStatus.AVAILABLE);
        assertThat(client.getSchemaVersion(request ->
                                request.schemaId(ALERT).schemaVersionNumber(number -> number.latestVersion(true)))
                        .schemaVersionId())
                .isEqualTo(next.schemaVersionId());
    }

    @Test
    void givesTheSameVersionToTheSameDefinition() {
        // given
        String id = create(Compatibility.BACKWARD).schemaVersionId();

        // when
        RegisterSchemaVersionResponse again = register(FIRST);

        // then
        assertThat(again.schemaVersionId()).isEqualTo(id);
        assertThat(again.versionNumber()).isEqualTo(1);
    }

    @Test
    void takesMetadataOfAVersion() {
        // given
        String id = create(Compatibility.BACKWARD).schemaVersionId();

        // when
        var answer = client.putSchemaVersionMetadata(request -> request.schemaVersionId(id)
                .metadataKeyValue(pair -> pair.metadataKey("event-source").metadataValue("agent-state-sla")));

        // then
        assertThat(Map.of(answer.metadataKey(), answer.metadataValue()))
                .isEqualTo(Map.of("event-source", "agent-state-sla"));
    }

    @Test
    void saysWhatIsNotFoundInTheWordsTheSerializersLookFor() {
        assertThatThrownBy(() -> client.getSchemaByDefinition(
                        request -> request.schemaId(ALERT).schemaDefinition(FIRST)))
                .isInstanceOf(EntityNotFoundException.class)
                .hasMessageContaining("Schema is not found.");

        create(Compatibility.BACKWARD);
        assertThatThrownBy(() -> client.getSchemaByDefinition(
                        request -> request.schemaId(ALERT).schemaDefinition(WITH_OPTIONAL_FIELD)))
                .isInstanceOf(EntityNotFoundException.class)
                .hasMessageContaining("Schema version is not found.");
        assertThatThrownBy(() -> client.getSchemaVersion(
                        request -> request.schemaVersionId("00000000-0000-0000-0000-000000000000")))
                .isInstanceOf(EntityNotFoundException.class)
                .hasMessageContaining("Schema version is not found.");
    }

    @Test
    void refusesASecondSchemaOfTheSameNameAndWhatIsNoSchema() {
        // given
        create(Compatibility.BACKWARD);

        // when, then
        assertThatThrownBy(() -> create(Compatibility.BACKWARD)).isInstanceOf(AlreadyExistsException.class);
        assertThatThrownBy(() -> register("{\"type\": \"nonsense\"}"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Schema definition is not Avro");
    }

    private CreateSchemaResponse create(Compatibility mode) {
        return client.createSchema(request -> request.registryId(registry -> registry.registryName("contact-pulse"))
                .schemaName("alert")
                .dataFormat(DataFormat.AVRO)
                .compatibility(mode)
                .schemaDefinition(FIRST));
    }

    private RegisterSchemaVersionResponse register(String definition) {
        return client.registerSchemaVersion(request -> request.schemaId(ALERT).schemaDefinition(definition));
    }

    private static String alertSchema(String moreFields) {
        return "{\"type\": \"record\", \"name\": \"Alert\", \"fields\": [{\"name\": \"alertId\", \"type\": \"string\"}"
                + moreFields + "]}";
    }
}
