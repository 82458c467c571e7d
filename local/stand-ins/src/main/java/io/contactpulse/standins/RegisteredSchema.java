package io.contactpulse.standins;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/** One schema with its versions; keeps the promise its compatibility makes. */
final class RegisteredSchema {

    private final SchemaName name;
    private final SchemaCompatibilityMode mode;
    private final List<SchemaVersion> versions = new ArrayList<>();

    RegisteredSchema(SchemaName name, SchemaCompatibilityMode mode) {
        this.name = name;
        this.mode = mode;
    }

    /** Gives the version that has this definition already, else adds one. */
    synchronized SchemaVersion register(String definition) {
        Schema schema = parsed(definition);
        Optional<SchemaVersion> existing = find(schema);
        if (existing.isPresent()) {
            return existing.get();
        }
        if (mode == SchemaCompatibilityMode.DISABLED && !versions.isEmpty()) {
            throw new ServiceFault("InvalidInputException", "the compatibility of " + name.schema() + " is DISABLED");
        }
        SchemaVersion.Status status =
                mode.accepts(schema, available()) ? SchemaVersion.Status.AVAILABLE : SchemaVersion.Status.FAILURE;
        SchemaVersion version = SchemaVersion.of(name, versions.size() + 1, schema, status);
        versions.add(version);
        return version;
    }

    synchronized SchemaVersion versionOf(String definition) {
        return find(parsed(definition)).orElseThrow(SchemaRegistry::versionNotFound);
    }

    /** By the number or as the latest that is available. */
    synchronized SchemaVersion version(JsonNode schemaVersionNumber) {
        boolean latest = schemaVersionNumber.path("LatestVersion").asBoolean();
        int number = schemaVersionNumber.path("VersionNumber").asInt();
        return versions.stream()
                .filter(version ->
                        latest ? version.status() == SchemaVersion.Status.AVAILABLE : version.number() == number)
                .reduce((earlier, later) -> later)
                .orElseThrow(SchemaRegistry::versionNotFound);
    }

    synchronized List<SchemaVersion> versions() {
        return List.copyOf(versions);
    }

    private Optional<SchemaVersion> find(Schema schema) {
        return versions.stream()
                .filter(version -> version.schema().toString().equals(schema.toString()))
                .findFirst();
    }

    private List<Schema> available() {
        return versions.stream()
                .filter(version -> version.status() == SchemaVersion.Status.AVAILABLE)
                .map(SchemaVersion::schema)
                .toList();
    }

    private static Schema parsed(String definition) {
        try {
            return new Schema.Parser().parse(definition);
        } catch (SchemaParseException notAvro) {
            throw new ServiceFault("InvalidInputException", "Schema definition is not Avro: " + notAvro.getMessage());
        }
    }
}
