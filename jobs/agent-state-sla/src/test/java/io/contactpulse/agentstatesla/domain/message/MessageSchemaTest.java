package io.contactpulse.agentstatesla.domain.message;

import static io.contactpulse.testkit.Moments.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.contactpulse.agentstatesla.domain.Hashes;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageSchemaTest {
    private static final String SCHEMA = Golden.file("alert-message.v1.schema.json");
    private static final String RELEASED = "574ec53afa80fb73b3fb6bf58c49db217f89fffdeefb83a0cdce2dbcc00dd6cd";
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    @ParameterizedTest
    @MethodSource("io.contactpulse.agentstatesla.domain.message.Examples#names")
    void describesEveryKindOfMessage(String name) {
        assertThat(problems(Golden.tree(Examples.body(name)))).isEmpty();
    }

    @Test
    void describesWhatTheFirstReleasePublished() {
        assertThat(problems(Golden.tree(Golden.file("first-release.message.json"))))
                .isEmpty();
    }

    @Test
    void describesALongDigestAndASentiment() {
        ObjectNode digest = (ObjectNode) Golden.tree(Examples.MESSAGES
                .digest("instance-1", "hold-too-long", at("09:30:00"), Examples.alerts(23))
                .getBody());
        ObjectNode withSentiment = (ObjectNode) Golden.tree(Examples.body("hold-firing"));
        withSentiment.putObject("sentiment").put("score", -0.4).put("at", "2026-03-02T09:02:58Z");

        assertThat(problems(digest)).isEmpty();
        assertThat(problems(withSentiment)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hold-firing", "digest", "muted"})
    void knowsNoOtherFields(String name) {
        ObjectNode message = (ObjectNode) Golden.tree(Examples.body(name));

        assertThat(problems(message.put("customerName", "somebody")))
                .containsExactly("property 'customerName' is not defined in the schema and the schema does not"
                        + " allow additional properties");
    }

    @ParameterizedTest
    @ValueSource(strings = {"alertId", "status", "level", "ruleId", "instanceId", "at", "text", "format"})
    void needsWhatAReaderReliesOn(String field) {
        ObjectNode message = (ObjectNode) Golden.tree(Examples.body("hold-firing"));
        message.remove(field);

        assertThat(problems(message)).containsExactly("required property '" + field + "' not found");
    }

    @Test
    void isAJsonSchemaItself() {
        JsonSchema metaSchema = SCHEMAS.getSchema(SchemaLocation.of(SchemaId.V202012), STRICT);

        assertThat(metaSchema.validate(Golden.tree(SCHEMA))).isEmpty();
    }

    @Test
    void isAPromiseThatIsNotChangedByAccident() {
        assertThat(Hashes.sha256(Golden.tree(SCHEMA).toString()))
                .as("the schema has changed. Readers rely on it: fields may be added, none may go or change its"
                        + " meaning. If so, put the new hash here; if not, it is alert-message.v2")
                .isEqualTo(RELEASED);
    }

    private static List<String> problems(JsonNode message) {
        return SCHEMAS.getSchema(SCHEMA, STRICT).validate(message).stream()
                .map(ValidationMessage::getError)
                .collect(Collectors.toList());
    }
}
