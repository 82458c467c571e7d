package io.contactpulse.agentstatesla.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema that editors use says the same as the parser, as far as a schema can. */
class RuleSchemaTest {
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(resource("/rules/rules.schema.json"));

    static Stream<BadRule> whatASchemaCanKnow() {
        return BadRule.all().filter(bad -> bad.knower() == BadRule.Knower.SCHEMA_TOO);
    }

    /** So that a case moves when the schema learns more. */
    static Stream<BadRule> whatOnlyTheParserKnows() {
        return BadRule.all()
                .filter(bad -> bad.knower() == BadRule.Knower.PARSER_ONLY)
                .filter(bad ->
                        !bad.problem().contains("not YAML") && !bad.problem().contains("given twice"))
                .filter(bad -> !bad.text().isEmpty());
    }

    @Test
    void takesTheShippedRules() {
        assertThat(problems(resource("/rules/default-rules.yaml"))).isEmpty();
    }

    @Test
    void takesTheExamplesOfTheManual() throws IOException {
        assertThat(problems(RuleKeysTest.example(Files.readString(Path.of("RULES.md")))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("whatASchemaCanKnow")
    void refusesWhatTheParserRefuses(BadRule bad) {
        assertThat(problems(bad.text())).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("whatOnlyTheParserKnows")
    void takesWhatNoSchemaCanKnow(BadRule bad) {
        assertThat(problems(bad.text())).isEmpty();
    }

    @Test
    void namesAllThatTheParserNames() {
        List<String> measures = Stream.of(Measure.values()).map(Measure::key).toList();
        List<String> conditions =
                Stream.of(Condition.values()).map(Condition::key).toList();

        assertThat(SCHEMA.getSchemaNode().at("/$defs/measure/enum"))
                .extracting(node -> node.asText())
                .containsExactlyElementsOf(measures);
        assertThat(SCHEMA.getSchemaNode().at("/$defs/when/properties").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(conditions);
    }

    private static Set<ValidationMessage> problems(String yaml) {
        return SCHEMA.validate(yaml, InputFormat.YAML);
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(RuleSchemaTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
