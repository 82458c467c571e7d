package io.contactpulse.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** Every named type of this module, as the generated classes have it. */
final class AllSchemas {
    private static final Path SOURCES = Path.of("src/main/avro");

    private AllSchemas() {}

    /** By simple name; the file names say which there are. */
    static Map<String, Schema> current() throws IOException {
        Map<String, Schema> schemas = new TreeMap<>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString().replace(".avsc", "");
                schemas.put(name, generated(name));
            }
        }
        return schemas;
    }

    private static Schema generated(String name) {
        try {
            Class<?> type = Class.forName(AllSchemas.class.getPackageName() + "." + name);
            return SpecificData.get().getSchema(type);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name + ".avsc generated no class; is it in the wrong namespace?", e);
        }
    }

    /** The records that occur in a schema, itself included. */
    static Map<String, Schema> recordsIn(Schema root) {
        Map<String, Schema> records = new TreeMap<>();
        Deque<Schema> open = new ArrayDeque<>();
        open.add(root);
        while (!open.isEmpty()) {
            Schema schema = open.pop();
            switch (schema.getType()) {
                case RECORD -> {
                    if (records.put(schema.getFullName(), schema) == null) {
                        schema.getFields().forEach(field -> open.add(field.schema()));
                    }
                }
                case ARRAY -> open.add(schema.getElementType());
                case MAP -> open.add(schema.getValueType());
                case UNION -> open.addAll(schema.getTypes());
                default -> {}
            }
        }
        return records;
    }
}
