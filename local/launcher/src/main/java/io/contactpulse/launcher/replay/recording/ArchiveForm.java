package io.contactpulse.launcher.replay.recording;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.contactpulse.jobruntime.source.IsoTime;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The raw archive's form of a record: {@code {"approximateArrivalTimestamp":…,"data":…}}, the time as a number of seconds
 * or milliseconds since the epoch, ISO-8601 text or null; the data in base64 or as the JSON object itself.
 */
final class ArchiveForm {
    private static final String ARRIVAL = "approximateArrivalTimestamp";
    private static final String DATA = "data";
    private static final byte[] MARK = ('"' + ARRIVAL + '"').getBytes(StandardCharsets.UTF_8);
    private static final JsonFactory JSON = new JsonFactory();

    /** As milliseconds it is a day of 1973, as seconds one of the year 5138. */
    private static final BigDecimal LEAST_MILLIS = new BigDecimal("1e11");

    private static final BigDecimal LARGEST_MILLIS =
            new BigDecimal(Instant.parse("9999-12-31T23:59:59Z").toEpochMilli());

    private final byte[] bytes;
    private boolean timed;
    private Optional<Instant> arrivedAt = Optional.empty();
    private byte @Nullable [] data;

    private ArchiveForm(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The record inside; what is not of that form is a record itself. */
    static RecordedPayload unwrap(byte[] bytes) {
        if (!mentionsArrival(bytes)) {
            return RecordedPayload.withoutArrival(bytes);
        }
        try (JsonParser json = JSON.createParser(bytes)) {
            return new ArchiveForm(bytes).read(json);
        } catch (IOException | IllegalArgumentException notOfThatForm) {
            return RecordedPayload.withoutArrival(bytes);
        }
    }

    private RecordedPayload read(JsonParser json) throws IOException {
        boolean object = json.nextToken() == JsonToken.START_OBJECT;
        while (object && json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case ARRIVAL -> arrivedAt = arrival(json);
                case DATA -> data = data(json);
                default -> json.skipChildren();
            }
        }
        boolean whole = object && json.nextToken() == null;
        return whole && timed && data != null
                ? new RecordedPayload(data, arrivedAt)
                : RecordedPayload.withoutArrival(bytes);
    }

    private Optional<Instant> arrival(JsonParser json) throws IOException {
        timed = true;
        return switch (json.currentToken()) {
            case VALUE_NULL -> Optional.empty();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Optional.of(instant(json.getDecimalValue()));
            case VALUE_STRING ->
                Optional.of(IsoTime.parse(json.getText())
                        .orElseThrow(() -> new IllegalArgumentException("the time of arrival is no ISO-8601 time")));
            default -> throw new IllegalArgumentException("the time of arrival is neither a number nor a text");
        };
    }

    private byte[] data(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_STRING -> Base64.getDecoder().decode(json.getText());
            case START_OBJECT -> {
                int begin = (int) json.currentTokenLocation().getByteOffset();
                json.skipChildren();
                yield Arrays.copyOfRange(
                        bytes, begin, (int) json.currentLocation().getByteOffset());
            }
            default -> throw new IllegalArgumentException("the data is neither a text nor an object");
        };
    }

    private static Instant instant(BigDecimal number) {
        BigDecimal millis = number.compareTo(LEAST_MILLIS) < 0 ? number.movePointRight(3) : number;
        if (millis.signum() < 0 || millis.compareTo(LARGEST_MILLIS) > 0) {
            throw new IllegalArgumentException("no time of this era");
        }
        return Instant.ofEpochMilli(millis.setScale(0, RoundingMode.FLOOR).longValueExact());
    }

    private static boolean mentionsArrival(byte[] bytes) {
        for (int at = 0; at + MARK.length <= bytes.length; at++) {
            if (bytes[at] == '"' && Arrays.equals(bytes, at, at + MARK.length, MARK, 0, MARK.length)) {
                return true;
            }
        }
        return false;
    }
}
