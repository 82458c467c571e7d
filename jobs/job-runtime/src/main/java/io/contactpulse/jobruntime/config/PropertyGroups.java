package io.contactpulse.jobruntime.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Parses Managed Flink's property-group JSON: an array of {@code {"PropertyGroupId": …, "PropertyMap": {…}}}. Stricter
 * than the service's own reader, which lets the last of two groups of one name win.
 */
final class PropertyGroups {
    private static final String SHAPE =
            "expected an array of {\"PropertyGroupId\": \"…\", \"PropertyMap\": {\"key\": \"value\", …}}";

    private final JsonParser json;
    private final String file;
    private final Map<String, Properties> groups = new LinkedHashMap<>();

    private PropertyGroups(JsonParser json, String file) {
        this.json = json;
        this.file = file;
    }

    static Map<String, Properties> parse(byte[] content, String file) throws IOException {
        JsonFactory factory = new JsonFactory();
        factory.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        try (JsonParser json = factory.createParser(content)) {
            return new PropertyGroups(json, file).groups();
        } catch (JsonProcessingException e) {
            throw problem(
                    file,
                    "is not valid JSON: " + e.getOriginalMessage() + ", line "
                            + e.getLocation().getLineNr());
        }
    }

    private Map<String, Properties> groups() throws IOException {
        expect(json.nextToken(), JsonToken.START_ARRAY);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(json.currentToken(), JsonToken.START_OBJECT);
            group();
        }
        if (json.nextToken() != null) {
            throw problem(file, "goes on after its array; " + SHAPE);
        }
        if (groups.isEmpty()) {
            throw problem(file, "has no property group; " + SHAPE);
        }
        return groups;
    }

    private void group() throws IOException {
        String id = "";
        Properties properties = new Properties();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            if (field.equals("PropertyGroupId")) {
                expect(json.currentToken(), JsonToken.VALUE_STRING);
                id = json.getText();
            } else if (field.equals("PropertyMap")) {
                expect(json.currentToken(), JsonToken.START_OBJECT);
                readInto(properties);
            } else {
                throw problem(file, "has an unknown field '" + field + "'; " + SHAPE);
            }
        }
        add(id, properties);
    }

    private void add(String id, Properties properties) {
        if (id.isEmpty()) {
            throw problem(file, "has a group without PropertyGroupId; " + SHAPE);
        }
        if (groups.putIfAbsent(id, properties) != null) {
            throw problem(file, "has the property group '" + id + "' twice; merge the two");
        }
    }

    private void readInto(Properties properties) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            if (json.nextToken() != JsonToken.VALUE_STRING) {
                throw problem(file, "has a value for '" + key + "' that is no string; put it in quotes");
            }
            properties.setProperty(key, json.getText());
        }
    }

    private void expect(JsonToken actual, JsonToken expected) {
        if (actual != expected) {
            throw problem(file, "does not have the shape of runtime properties; " + SHAPE);
        }
    }

    private static InvalidSettings problem(String file, String message) {
        return new InvalidSettings(List.of("the properties file " + file + " " + message));
    }
}
