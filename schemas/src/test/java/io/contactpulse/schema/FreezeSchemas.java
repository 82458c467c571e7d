package io.contactpulse.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.avro.Schema;

/** Writes the frozen copies of a release: {@code FreezeSchemas 2026-11}. Refuses to touch an existing release. */
public final class FreezeSchemas {
    private FreezeSchemas() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("name the release, for example 2026-11");
        }
        Path folder = Files.createDirectory(Path.of("released", args[0]));
        for (Map.Entry<String, Schema> schema : AllSchemas.current().entrySet()) {
            Files.writeString(
                    folder.resolve(schema.getKey() + ".avsc"), schema.getValue().toString(true) + "\n");
        }
    }
}
