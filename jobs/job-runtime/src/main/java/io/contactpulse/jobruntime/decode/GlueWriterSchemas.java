package io.contactpulse.jobruntime.decode;

import com.amazonaws.services.schemaregistry.common.AWSSchemaRegistryClient;
import com.amazonaws.services.schemaregistry.exception.AWSSchemaRegistryException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.services.glue.model.DataFormat;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.GetSchemaVersionResponse;

/**
 * Asks the Glue Schema Registry, once per schema version. Ids that do not exist are remembered too, so that a flood of
 * records with the same wrong id costs one call; ids are random and never reused, so none of them becomes valid later.
 */
public final class GlueWriterSchemas implements WriterSchemas {
    private static final long serialVersionUID = 1L;
    private static final int REMEMBERED = 1_000;

    private final SchemaRegistrySettings settings;
    private transient @Nullable AWSSchemaRegistryClient client;
    private transient @Nullable Map<UUID, Optional<Schema>> known;

    public GlueWriterSchemas(SchemaRegistrySettings settings) {
        this.settings = settings;
    }

    @Override
    public Optional<Schema> find(UUID schemaVersionId) {
        if (known == null) {
            known = new LatestUsed<>();
        }
        Optional<Schema> found = known.get(schemaVersionId);
        if (found == null) {
            found = fetch(schemaVersionId);
            known.put(schemaVersionId, found);
        }
        return found;
    }

    private Optional<Schema> fetch(UUID schemaVersionId) {
        GetSchemaVersionResponse version;
        try {
            version = client().getSchemaVersionResponse(schemaVersionId.toString());
        } catch (AWSSchemaRegistryException e) {
            if (e.getCause() instanceof EntityNotFoundException) {
                return Optional.empty();
            }
            throw e;
        }
        return version.dataFormat() == DataFormat.AVRO ? parse(version.schemaDefinition()) : Optional.empty();
    }

    private static Optional<Schema> parse(String definition) {
        try {
            return Optional.of(new Schema.Parser().parse(definition));
        } catch (SchemaParseException e) {
            return Optional.empty();
        }
    }

    private AWSSchemaRegistryClient client() {
        if (client == null) {
            client = new AWSSchemaRegistryClient(
                    DefaultCredentialsProvider.builder().build(), settings.configuration());
        }
        return client;
    }

    private static final class LatestUsed<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;

        private LatestUsed() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > REMEMBERED;
        }
    }
}
