package io.contactpulse.jobruntime.decode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.contactpulse.schema.DeadLetterReason;
import java.io.IOException;

/** Translates the parser's complaints. Its own messages quote the record's content and are dropped for that. */
final class JsonErrors {
    private static final String DUPLICATE_FIELD = "Duplicate field";

    private JsonErrors() {}

    static Unreadable unreadable(IOException problem) {
        if (problem instanceof StreamConstraintsException) {
            // Depth is the only limit left: names, numbers and texts may be as long as the record.
            return new Unreadable(
                    DeadLetterReason.TOO_DEEP,
                    "the record is nested deeper than " + JsonDocument.DEEPEST + " levels" + where(problem));
        }
        if (problem instanceof JsonEOFException) {
            return new Unreadable(DeadLetterReason.MALFORMED_JSON, "the record ends in the middle of its JSON object");
        }
        if (problem instanceof JsonProcessingException
                && ((JsonProcessingException) problem).getOriginalMessage().startsWith(DUPLICATE_FIELD)) {
            return new Unreadable(
                    DeadLetterReason.DUPLICATE_KEY, "an object of the record has the same key twice" + where(problem));
        }
        return new Unreadable(DeadLetterReason.MALFORMED_JSON, "the record is not valid JSON" + where(problem));
    }

    private static String where(IOException problem) {
        if (problem instanceof JsonProcessingException && ((JsonProcessingException) problem).getLocation() != null) {
            return ", at byte "
                    + ((JsonProcessingException) problem).getLocation().getByteOffset();
        }
        return "";
    }
}
