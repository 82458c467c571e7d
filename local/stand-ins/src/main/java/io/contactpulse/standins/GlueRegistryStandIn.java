package io.contactpulse.standins;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactpulse.standins.AwsJsonHandler.Operation;
import io.contactpulse.standins.AwsJsonHandler.Request;
import java.net.URI;
import java.util.Map;

/**
 * The part of the Glue Schema Registry that serializers and deserializers call, for Avro. Every registry name exists;
 * a version that breaks the schema's compatibility is kept with status FAILURE, as Glue does.
 */
public final class GlueRegistryStandIn implements AutoCloseable {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final SchemaRegistry registry;
    private final LoopbackServer server;

    private GlueRegistryStandIn(SchemaRegistry registry) {
        this.registry = registry;
        this.server = LoopbackServer.start("glue", new AwsJsonHandler(operations()));
    }

    public static GlueRegistryStandIn start() {
        return new GlueRegistryStandIn(new SchemaRegistry());
    }

    public URI endpoint() {
        return server.endpoint();
    }

    @Override
    public void close() {
        server.close();
    }

    private Map<String, Operation> operations() {
        return Map.of(
                "CreateSchema", this::createSchema,
                "GetSchemaByDefinition", this::getSchemaByDefinition,
                "GetSchemaVersion", this::getSchemaVersion,
                "PutSchemaVersionMetadata", this::putSchemaVersionMetadata,
                "RegisterSchemaVersion", this::registerSchemaVersion);
    }

    private ObjectNode createSchema(Request request) {
        String format = request.text("DataFormat");
        if (!format.equals("AVRO")) {
            throw new ServiceFault("InvalidInputException", "this stand-in knows AVRO schemas only, not " + format);
        }
        SchemaName name =
                SchemaName.of(request.body().path("RegistryId"), request.body().path("SchemaName"));
        SchemaCompatibilityMode mode = SchemaCompatibilityMode.named(request.text("Compatibility"));
        SchemaVersion first = registry.create(name, mode, request.text("SchemaDefinition"));
        return JSON.objectNode()
                .put("RegistryName", name.registry())
                .put("SchemaName", name.schema())
                .put("SchemaArn", name.arn())
                .put("DataFormat", "AVRO")
                .put("Compatibility", mode.name())
                .put("SchemaStatus", "AVAILABLE")
                .put("LatestSchemaVersion", first.number())
                .put("NextSchemaVersion", first.number() + 1)
                .put("SchemaVersionId", first.id())
                .put("SchemaVersionStatus", first.status().name());
    }

    private ObjectNode registerSchemaVersion(Request request) {
        SchemaVersion version = registry.named(schemaName(request)).register(request.text("SchemaDefinition"));
        return JSON.objectNode()
                .put("SchemaVersionId", version.id())
                .put("VersionNumber", version.number())
                .put("Status", version.status().name());
    }

    private ObjectNode getSchemaByDefinition(Request request) {
        SchemaVersion version = registry.named(schemaName(request)).versionOf(request.text("SchemaDefinition"));
        return described(version);
    }

    private ObjectNode getSchemaVersion(Request request) {
        String id = request.text("SchemaVersionId");
        JsonNode number = request.body().path("SchemaVersionNumber");
        SchemaVersion version =
                id.isEmpty() ? registry.named(schemaName(request)).version(number) : registry.version(id);
        return described(version)
                .put("SchemaDefinition", version.schema().toString())
                .put("VersionNumber", version.number());
    }

    private ObjectNode putSchemaVersionMetadata(Request request) {
        SchemaVersion version = registry.version(request.text("SchemaVersionId"));
        JsonNode pair = request.body().path("MetadataKeyValue");
        String key = pair.path("MetadataKey").asText();
        String value = pair.path("MetadataValue").asText();
        version.metadata().put(key, value);
        return JSON.objectNode()
                .put("SchemaVersionId", version.id())
                .put("VersionNumber", version.number())
                .put("MetadataKey", key)
                .put("MetadataValue", value);
    }

    private static ObjectNode described(SchemaVersion version) {
        return JSON.objectNode()
                .put("SchemaVersionId", version.id())
                .put("SchemaArn", version.name().arn())
                .put("DataFormat", "AVRO")
                .put("Status", version.status().name());
    }

    private static SchemaName schemaName(Request request) {
        return SchemaName.of(request.body().path("SchemaId"));
    }
}
