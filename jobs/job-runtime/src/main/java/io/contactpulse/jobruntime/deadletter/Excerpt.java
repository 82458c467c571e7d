package io.contactpulse.jobruntime.deadletter;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The first 200 characters of a payload with its values masked: letters become x, digits 9, what cannot be printed a dot.
 * Only the keys of JSON stay readable, that is quoted text right before a colon and not after one, and only if it looks
 * like the name of a field: customers' data has been seen as keys too. Works on anything, because what it is shown is broken by definition.
 */
final class Excerpt {
    private static final int LONGEST = 200;

    /** Enough to see the end of a key that starts within the excerpt. */
    private static final int BYTES_LOOKED_AT = 1_024;

    /** Five digits or more are a number of somebody or something. */
    private static final Pattern FIELD_NAME = Pattern.compile("(?!(?:[^0-9]*[0-9]){5})[A-Za-z_][A-Za-z0-9_.:-]{0,63}");

    private final String text;
    private final StringBuilder masked = new StringBuilder(LONGEST);

    private Excerpt(String text) {
        this.text = text;
    }

    static String of(byte[] payload) {
        int length = Math.min(payload.length, BYTES_LOOKED_AT);
        return new Excerpt(new String(payload, 0, length, StandardCharsets.UTF_8)).masked();
    }

    private String masked() {
        int at = 0;
        while (at < text.length() && masked.length() < LONGEST) {
            int end = text.charAt(at) == '"' ? closingQuote(at + 1) : at;
            if (isKey(at + 1, end)) {
                masked.append(text, at, end + 1);
            } else {
                mask(at, end);
            }
            at = end + 1;
        }
        masked.setLength(Math.min(masked.length(), LONGEST));
        return masked.toString();
    }

    private boolean isKey(int from, int end) {
        return end > from
                && end + 1 < text.length()
                && text.charAt(end + 1) == ':'
                && mayPrecedeKey(from - 2)
                && FIELD_NAME.matcher(text).region(from, end).matches();
    }

    /** Whether the last character up to there that is no white space can stand before a key. */
    private boolean mayPrecedeKey(int last) {
        int at = last;
        while (at >= 0 && Character.isWhitespace(text.charAt(at))) {
            at--;
        }
        return at < 0 || text.charAt(at) == '{' || text.charAt(at) == ',';
    }

    private void mask(int from, int end) {
        for (int at = from; at <= end && at < text.length(); at++) {
            masked.append(mask(text.charAt(at)));
        }
    }

    private static char mask(char character) {
        if (Character.isLetter(character)) {
            return 'x';
        }
        if (Character.isDigit(character)) {
            return '9';
        }
        return character >= ' ' && character <= '~' ? character : '.';
    }

    /** Index of the quote that ends a string, or of the last character when none does. */
    private int closingQuote(int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at, text.length() - 1);
    }
}
