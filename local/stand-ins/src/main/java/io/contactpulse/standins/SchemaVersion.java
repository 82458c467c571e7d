package io.contactpulse.standins;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/** One version of a schema. Its id is derived from name and content, so a schema has the same id in every run. */
record SchemaVersion(
        SchemaName name, String id, int number, Schema schema, Status status, Map<String, String> metadata) {

    enum Status {
        AVAILABLE,
        FAILURE
    }

    static SchemaVersion of(SchemaName name, int number, Schema schema, Status status) {
        byte[] identity = (name.arn() + schema).getBytes(StandardCharsets.UTF_8);
        String id = UUID.nameUUIDFromBytes(identity).toString();
        return new SchemaVersion(name, id, number, schema, status, new ConcurrentHashMap<>());
    }
}
