package io.contactpulse.ctrenrichment.wire;

import io.contactpulse.jobruntime.decode.JsonFields;
import io.contactpulse.jobruntime.decode.Unreadable;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** How Connect writes plain values: absent ones as null or empty, numbers also as text, things by their ARN. */
final class Values {
    private static final int MOST_DIGITS = 10;

    private Values() {}

    /** Absent when it is null, empty or no text. */
    static @Nullable String text(JsonFields fields) throws Unreadable {
        return fields.text().filter(text -> !text.isEmpty()).orElse(null);
    }

    /** Identifies another contact: absent when it is null or empty, and nothing but a text otherwise. */
    static @Nullable String contactId(JsonFields fields) throws Unreadable {
        String field = fields.name();
        Optional<String> text = fields.text();
        if (text.isPresent()) {
            return text.get().isEmpty() ? null : fields.keyText();
        }
        boolean isValue = fields.wholeNumber().isPresent() || fields.flag().isPresent();
        if (isValue || fields.enterObject() || fields.enterArray()) {
            throw Unreadable.invalid(field, "a text");
        }
        return null;
    }

    /** A count or a number of seconds; absent when it is none, negative or beyond all reason. */
    static @Nullable Integer count(JsonFields fields) throws Unreadable {
        OptionalLong number = fields.wholeNumber();
        if (number.isPresent()) {
            return inRange(number.getAsLong());
        }
        return count(fields.text());
    }

    static @Nullable Integer count(Optional<String> text) {
        String digits = text.map(String::trim).orElse("");
        if (digits.isEmpty()
                || digits.length() > MOST_DIGITS
                || !digits.chars().allMatch(each -> each >= '0' && each <= '9')) {
            return null;
        }
        return inRange(Long.parseLong(digits));
    }

    /** The id of the thing named; a text without a slash is its own id. */
    static @Nullable String lastSegment(JsonFields fields) throws Unreadable {
        String arn = text(fields);
        return arn == null ? null : lastSegment(arn);
    }

    static String lastSegment(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }

    private static @Nullable Integer inRange(long number) {
        return number < 0 || number > Integer.MAX_VALUE ? null : (int) number;
    }
}
