package io.contactpulse.jobruntime.decode;

import io.contactpulse.schema.DeadLetterReason;

/** What a text that identifies something must be: not empty, and without characters that stores cannot keep apart. */
public final class KeyText {
    private KeyText() {}

    public static String checked(String field, String value) throws Unreadable {
        if (value.isEmpty()) {
            throw Unreadable.invalid(field, "a text with content");
        }
        if (value.indexOf('\0') >= 0 || Surrogates.areBroken(value)) {
            throw new Unreadable(
                    DeadLetterReason.BAD_CHARACTER,
                    "the required field " + field + " holds a NUL or half of a surrogate pair");
        }
        return value;
    }
}
