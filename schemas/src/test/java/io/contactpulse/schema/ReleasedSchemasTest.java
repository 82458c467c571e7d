package io.contactpulse.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Data written under a released schema, in a topic, a table or a savepoint, must stay readable for ever. */
class ReleasedSchemasTest {
    private static final Path RELEASED = Path.of("released");

    @TestFactory
    Stream<DynamicTest> readsWhatWasWrittenUnderEveryReleasedSchema() throws IOException {
        Map<String, Schema> current = AllSchemas.current();
        return released().stream()
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                    Schema written = new Schema.Parser().parse(Files.readString(file));
                    assertThat(current).as("released types are never removed").containsKey(written.getName());
                    assertThat(problemsReading(current.get(written.getName()), written))
                            .isEmpty();
                }));
    }

    @Test
    void hasAReleasedCopyOfEveryType() throws IOException {
        assertThat(released().stream().map(file -> file.getFileName().toString().replace(".avsc", "")))
                .containsAll(AllSchemas.current().keySet());
    }

    @Test
    void wouldNoticeARequiredFieldThatOldDataLacks() {
        Schema old = SchemaBuilder.record("Row").fields().requiredString("id").endRecord();
        Schema changed = SchemaBuilder.record("Row")
                .fields()
                .requiredString("id")
                .requiredString("added")
                .endRecord();

        assertThat(problemsReading(changed, old)).hasSize(1);
    }

    private static List<?> problemsReading(Schema reader, Schema writer) {
        var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult();
        return result.getCompatibility() == SchemaCompatibilityType.COMPATIBLE
                ? List.of()
                : result.getIncompatibilities();
    }

    private static List<Path> released() throws IOException {
        try (Stream<Path> files = Files.walk(RELEASED)) {
            return files.filter(file -> file.toString().endsWith(".avsc"))
                    .sorted()
                    .toList();
        }
    }
}
