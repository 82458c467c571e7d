package io.contactpulse.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class SchemaDocumentationTest {
    /** What a {@code pii} mark may say; the schemas' README explains each. */
    private static final Set<String> PII = Set.of("none", "pseudonym", "employee", "redacted-text", "raw");

    @Test
    void documentsEveryTypeAndEveryField() throws IOException {
        List<String> undocumented = new ArrayList<>();
        for (Schema schema : AllSchemas.current().values()) {
            if (isBlank(schema.getDoc())) {
                undocumented.add(schema.getName());
            }
            fieldsOf(schema).stream()
                    .filter(field -> isBlank(field.doc()))
                    .forEach(field -> undocumented.add(schema.getName() + "." + field.name()));
        }
        assertThat(undocumented).isEmpty();
    }

    @Test
    void marksOfEveryFieldWhatItTellsAboutAPerson() throws IOException {
        List<String> unmarked = new ArrayList<>();
        for (Schema schema : AllSchemas.current().values()) {
            fieldsOf(schema).stream()
                    .filter(field -> !PII.contains(String.valueOf(field.getObjectProp("pii"))))
                    .forEach(field -> unmarked.add(schema.getName() + "." + field.name()));
        }
        assertThat(unmarked).isEmpty();
    }

    @Test
    void letsEveryEnumGrow() throws IOException {
        assertThat(AllSchemas.current().values())
                .filteredOn(schema -> schema.getType() == Schema.Type.ENUM)
                .allSatisfy(schema -> {
                    assertThat(schema.getEnumDefault()).isEqualTo("UNKNOWN");
                    assertThat(schema.getEnumSymbols()).endsWith("UNKNOWN");
                });
    }

    @Test
    void tellsOfEveryTableWhereItsRowsLive() throws IOException {
        for (Schema schema : AllSchemas.current().values()) {
            if (schema.getObjectProp("table") == null) {
                continue;
            }
            List<?> key = (List<?>) schema.getObjectProp("key");
            assertThat(key)
                    .as(schema.getName())
                    .hasSizeBetween(1, 2)
                    .allSatisfy(field ->
                            assertThat(schema.getField(field.toString())).isNotNull());
            Schema.Field day = schema.getField(schema.getObjectProp("day").toString());
            assertThat(day.schema().toString()).as(schema.getName()).contains("timestamp-millis");
            assertThat(Period.parse(schema.getObjectProp("retention").toString())
                            .getDays())
                    .isPositive();
        }
    }

    @Test
    void keepsRawContentOutOfEveryTable() throws IOException {
        assertThat(AllSchemas.current().values())
                .filteredOn(schema -> schema.getObjectProp("table") != null)
                .allSatisfy(schema -> assertThat(AllSchemas.recordsIn(schema).values())
                        .flatMap(Schema::getFields)
                        .noneMatch(field -> "raw".equals(field.getObjectProp("pii"))));
    }

    private static List<Schema.Field> fieldsOf(Schema schema) {
        return schema.getType() == Schema.Type.RECORD ? schema.getFields() : List.of();
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
