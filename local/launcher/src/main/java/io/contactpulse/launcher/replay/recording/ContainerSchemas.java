package io.contactpulse.launcher.replay.recording;

import io.contactpulse.jobruntime.decode.WriterSchemas;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the schema registry, with the schemas of the containers that were read. A schema's id follows from its
 * definition, so that every run gives it the same.
 */
public final class ContainerSchemas implements WriterSchemas {
    private static final long serialVersionUID = 1L;

    private final HashMap<UUID, String> definitions = new HashMap<>();
    private transient @Nullable Map<UUID, Schema> parsed;

    UUID add(Schema schema) {
        String definition = schema.toString();
        UUID id = UUID.nameUUIDFromBytes(definition.getBytes(StandardCharsets.UTF_8));
        definitions.put(id, definition);
        return id;
    }

    @Override
    public Optional<Schema> find(UUID schemaVersionId) {
        if (parsed == null) {
            parsed = new HashMap<>();
        }
        String definition = definitions.get(schemaVersionId);
        return definition == null
                ? Optional.empty()
                : Optional.of(parsed.computeIfAbsent(schemaVersionId, absent -> new Schema.Parser().parse(definition)));
    }
}
