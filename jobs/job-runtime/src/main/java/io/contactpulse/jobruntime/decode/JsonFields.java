package io.contactpulse.jobruntime.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.contactpulse.jobruntime.source.IsoTime;
import io.contactpulse.schema.DeadLetterReason;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A forward-only walk over a JSON object. Key fields are strict and make the record unreadable; all other fields are
 * lenient, because a wrong type in one of hundreds of fields must not cost the record. Usage:
 *
 * <pre>{@code
 * while (fields.next()) {
 *     switch (fields.name()) {
 *         case "Id": id = fields.keyText(); break;
 *         case "Queue": if (fields.enterObject()) { while (fields.next()) { … } } break;
 *         default: // skipped
 *     }
 * }
 * }</pre>
 *
 * A loop over an entered object or array must run to its end.
 */
public final class JsonFields {
    private static final int MOST_DIGITS = Long.toString(Long.MIN_VALUE).length();

    private final JsonCursor json;
    private boolean entered;

    JsonFields(JsonParser parser) {
        this.json = new JsonCursor(parser);
    }

    /** Starts the walk over the record itself. */
    void start() throws Unreadable {
        json.advance();
        entered = true;
    }

    /** Reads what the format left unread, so that a record is valid as a whole or not at all. */
    void finish() throws Unreadable {
        while (json.isInsideAValue()) {
            json.advance();
        }
        if (json.advance() != null) {
            throw new Unreadable(DeadLetterReason.MALFORMED_JSON, "the record goes on after its JSON object");
        }
    }

    /** Moves to the next field of the current object; false at its end. */
    public boolean next() throws Unreadable {
        skipUnread();
        if (json.advance() == JsonToken.END_OBJECT) {
            return false;
        }
        json.advance();
        return true;
    }

    /** Moves to the next element of the current array; false at its end. */
    public boolean nextElement() throws Unreadable {
        skipUnread();
        return json.advance() != JsonToken.END_ARRAY;
    }

    /** Name of the current field. */
    public String name() throws Unreadable {
        return json.name();
    }

    /** Whether the current value is an object; if so, {@link #next()} walks over its fields. */
    public boolean enterObject() {
        return enter(JsonToken.START_OBJECT);
    }

    /** Whether the current value is an array; if so, {@link #nextElement()} walks over its elements. */
    public boolean enterArray() {
        return enter(JsonToken.START_ARRAY);
    }

    /** A required text that identifies something. */
    public String keyText() throws Unreadable {
        refuseNull();
        if (!json.isAt(JsonToken.VALUE_STRING)) {
            throw Unreadable.invalid(name(), "a text");
        }
        return KeyText.checked(name(), json.text());
    }

    /** A required ISO-8601 time with an offset. */
    public Instant keyInstant() throws Unreadable {
        refuseNull();
        Optional<Instant> instant = instant();
        if (instant.isEmpty()) {
            throw Unreadable.invalid(name(), "a time such as 2026-01-31T08:00:00.000Z");
        }
        return instant.get();
    }

    /** Absent when it is no text. Broken surrogates are replaced, as they would be when the row is stored. */
    public Optional<String> text() throws Unreadable {
        if (!json.isAt(JsonToken.VALUE_STRING)) {
            return Optional.empty();
        }
        return Optional.of(Surrogates.repaired(json.text()));
    }

    /** Absent when it is no ISO-8601 time with an offset. */
    public Optional<Instant> instant() throws Unreadable {
        return json.isAt(JsonToken.VALUE_STRING) ? IsoTime.parse(json.text()) : Optional.empty();
    }

    /** Absent when it is no whole number that fits. */
    public OptionalLong wholeNumber() throws Unreadable {
        if (!json.isAt(JsonToken.VALUE_NUMBER_INT)) {
            return OptionalLong.empty();
        }
        String digits = json.text();
        if (digits.length() > MOST_DIGITS) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(digits));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** Absent when it is neither true nor false. */
    public Optional<Boolean> flag() {
        boolean isTrue = json.isAt(JsonToken.VALUE_TRUE);
        return isTrue || json.isAt(JsonToken.VALUE_FALSE) ? Optional.of(isTrue) : Optional.empty();
    }

    private boolean enter(JsonToken start) {
        entered = json.isAt(start);
        return entered;
    }

    private void skipUnread() throws Unreadable {
        if (!entered) {
            json.skipChildren();
        }
        entered = false;
    }

    private void refuseNull() throws Unreadable {
        if (json.isAt(JsonToken.VALUE_NULL)) {
            throw Unreadable.missing(name());
        }
    }
}
