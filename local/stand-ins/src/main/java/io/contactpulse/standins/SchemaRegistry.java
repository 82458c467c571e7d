package io.contactpulse.standins;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The schemas of all registries by name, and their versions by id. */
final class SchemaRegistry {

    private static final String NOT_FOUND = "EntityNotFoundException";

    private final Map<SchemaName, RegisteredSchema> schemas = new ConcurrentHashMap<>();

    /** Refuses a definition that is not Avro before anything is kept. */
    SchemaVersion create(SchemaName name, SchemaCompatibilityMode mode, String definition) {
        RegisteredSchema schema = new RegisteredSchema(name, mode);
        SchemaVersion first = schema.register(definition);
        if (schemas.putIfAbsent(name, schema) != null) {
            throw new ServiceFault("AlreadyExistsException", "Schema " + name.schema() + " exists already.");
        }
        return first;
    }

    /** The registry's serializer looks for the first sentence and then creates the schema. */
    RegisteredSchema named(SchemaName name) {
        RegisteredSchema schema = schemas.get(name);
        if (schema == null) {
            throw new ServiceFault(
                    NOT_FOUND, "Schema is not found. Registry: " + name.registry() + ", schema: " + name.schema());
        }
        return schema;
    }

    SchemaVersion version(String id) {
        return schemas.values().stream()
                .flatMap(schema -> schema.versions().stream())
                .filter(version -> version.id().equals(id))
                .findFirst()
                .orElseThrow(SchemaRegistry::versionNotFound);
    }

    /** The registry's serializer looks for this sentence and then registers the version. */
    static ServiceFault versionNotFound() {
        return new ServiceFault(NOT_FOUND, "Schema version is not found.");
    }
}
