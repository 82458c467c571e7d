package io.contactpulse.jobruntime.decode;

import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.Schema;

/** Knows the schemas that records were written with. */
public interface WriterSchemas extends Serializable {
    /**
     * Empty when there is no such schema version. Throws when that cannot be found out now: the job then restarts and
     * reads the record again, instead of giving it up for trouble that will pass.
     */
    Optional<Schema> find(UUID schemaVersionId);

    /** For inputs that carry JSON only. */
    static WriterSchemas none() {
        return schemaVersionId -> Optional.empty();
    }
}
