package io.contactpulse.jobruntime.decode;

import static io.contactpulse.jobruntime.RawRecords.NINE_OCLOCK;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactpulse.jobruntime.RawRecords;
import io.contactpulse.schema.RawRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFieldsTest {
    @Test
    void walksIntoObjectsAndArraysAndSkipsTheRest() throws Unreadable {
        List<String> seen = read("""
                {"skipped": {"a": [1, {"b": 2}]},
                 "object": {"inner": "1", "deeper": {"x": 1}, "last": "2"},
                 "array": [{"item": "3", "more": []}, 7, "4", {"item": "5"}],
                 "end": "6"}""", fields -> {
            List<String> found = new ArrayList<>();
            while (fields.next()) {
                if (fields.enterObject() && fields.name().equals("object")) {
                    while (fields.next()) {
                        fields.text().ifPresent(found::add);
                    }
                } else if (fields.enterArray()) {
                    while (fields.nextElement()) {
                        fields.text().ifPresent(found::add);
                        if (fields.enterObject()) {
                            while (fields.next()) {
                                fields.text().ifPresent(found::add);
                            }
                        }
                    }
                } else {
                    fields.text().ifPresent(found::add);
                }
            }
            return found;
        });

        assertThat(seen).containsExactly("1", "2", "3", "4", "5", "6");
    }

    @Test
    void readsTheRestForTheFormatThatStopsEarly() throws Unreadable {
        String name = read("{\"x\":{\"y\":[1,2,{\"z\":3}]},\"w\":1}", fields -> {
            fields.next();
            fields.enterObject();
            fields.next();
            return fields.name();
        });

        assertThat(name).isEqualTo("y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "true", "{}", "[\"a\"]"})
    void takesAnOptionalTextOfAnotherTypeForAbsent(String value) throws Unreadable {
        assertThat(first(value, JsonFields::text)).isEmpty();
    }

    @Test
    void readsAnOptionalText() throws Unreadable {
        assertThat(first("\"Grüße \\ud83d\\ude00\"", JsonFields::text)).contains("Grüße 😀");
    }

    @Test
    void replacesHalfSurrogatePairsInAnOptionalText() throws Unreadable {
        assertThat(first("\"a\\ud83db\\ude00\\ud83d\\ude00\"", JsonFields::text))
                .contains("a\ufffdb\ufffd😀");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "\"\"", "\"soon\"", "\"2026-03-02\"", "\"2026-03-02T09:00:00\"", "{}"})
    void takesAnUnreadableOptionalTimeForAbsent(String value) throws Unreadable {
        assertThat(first(value, JsonFields::instant)).isEmpty();
    }

    @Test
    void readsAnOptionalTime() throws Unreadable {
        assertThat(first("\"2026-03-02T10:00:00.000+01:00\"", JsonFields::instant))
                .contains(NINE_OCLOCK);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-7, -7", "9223372036854775807, 9223372036854775807"})
    void readsAWholeNumber(String value, long expected) throws Unreadable {
        assertThat(first(value, JsonFields::wholeNumber)).isEqualTo(OptionalLong.of(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"7\"", "7.5", "1e3", "9223372036854775808", "{}"})
    void takesAnyOtherNumberForAbsent(String value) throws Unreadable {
        assertThat(first(value, JsonFields::wholeNumber)).isEmpty();
    }

    @Test
    void survivesANumberAsLongAsTheRecord() throws Unreadable {
        assertThat(first("9".repeat(400_000), JsonFields::wholeNumber)).isEmpty();
    }

    @Test
    void readsAFlag() throws Unreadable {
        assertThat(first("true", JsonFields::flag)).contains(true);
        assertThat(first("false", JsonFields::flag)).contains(false);
        assertThat(first("\"true\"", JsonFields::flag)).isEmpty();
    }

    @Test
    void namesTheKeyFieldInItsMessages() {
        assertThatThrownBy(() -> first("null", JsonFields::keyText))
                .isInstanceOf(Unreadable.class)
                .hasMessage("the required field x is missing or null");
        assertThatThrownBy(() -> first("7", JsonFields::keyText)).hasMessage("the required field x is not a text");
        assertThatThrownBy(() -> first("\"\"", JsonFields::keyText))
                .hasMessage("the required field x is not a text with content");
        assertThatThrownBy(() -> first("\"soon\"", JsonFields::keyInstant))
                .hasMessage("the required field x is not a time such as 2026-01-31T08:00:00.000Z");
        assertThatThrownBy(() -> first("\"\\u0000\"", JsonFields::keyText))
                .hasMessage("the required field x holds a NUL or half of a surrogate pair");
    }

    @Test
    void acceptsExactly64Levels() throws Unreadable {
        String json = "{\"x\":".repeat(63) + "{}" + "}".repeat(63);

        String value = read(json, fields -> "read");

        assertThat(value).isEqualTo("read");
    }

    private static <V> V first(String value, Reading<V> reading) throws Unreadable {
        return read("{\"x\":" + value + "}", fields -> {
            fields.next();
            return reading.read(fields);
        });
    }

    private static <V> V read(String json, Reading<V> reading) throws Unreadable {
        byte[] payload = json.getBytes(UTF_8);
        return JsonDocument.read(new OneReading<>(reading), RawRecords.aRawRecord(payload), payload);
    }

    private interface Reading<V> {
        V read(JsonFields fields) throws Unreadable;
    }

    /** Only its JSON side is used. */
    private static final class OneReading<V> implements RecordFormat<V> {
        private static final long serialVersionUID = 1L;

        private final transient Reading<V> reading;

        private OneReading(Reading<V> reading) {
            this.reading = reading;
        }

        @Override
        public V fromJson(RawRecord record, JsonFields fields) throws Unreadable {
            return reading.read(fields);
        }

        @Override
        public Class<V> type() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Class<? extends SpecificRecord>> avroTypes() {
            return List.of();
        }

        @Override
        public V fromAvro(RawRecord record, SpecificRecord value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant timeOf(V value) {
            throw new UnsupportedOperationException();
        }
    }
}
