package io.contactpulse.jobruntime.source;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * Finds a top-level ISO-8601 field of a JSON object by one pass over the bytes. It does not check that the rest is JSON:
 * that is the decoder's business, and a wrong guess here only costs watermark progress.
 */
public final class JsonTimestampScanner implements EventTimeScanner {
    private static final long serialVersionUID = 1L;
    private static final int TOP_LEVEL = 1;

    private final byte[] field;

    public JsonTimestampScanner(String field) {
        this.field = field.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public OptionalLong eventTime(byte[] payload) {
        int depth = 0;
        for (int at = 0; at < payload.length; at++) {
            switch (payload[at]) {
                case '{':
                case '[':
                    depth++;
                    break;
                case '}':
                case ']':
                    depth--;
                    break;
                case '"':
                    int end = closingQuote(payload, at + 1);
                    if (depth == TOP_LEVEL && isField(payload, at + 1, end)) {
                        int value = valueAfter(payload, end + 1);
                        if (value >= 0) {
                            return timeAt(payload, value);
                        }
                    }
                    at = end;
                    break;
                default:
                    break;
            }
        }
        return OptionalLong.empty();
    }

    private boolean isField(byte[] payload, int from, int to) {
        return to - from == field.length && Arrays.equals(payload, from, to, field, 0, field.length);
    }

    /** Where the value begins, or -1 when the string before was no key. */
    private static int valueAfter(byte[] payload, int from) {
        int colon = skipWhiteSpace(payload, from);
        if (colon >= payload.length || payload[colon] != ':') {
            return -1;
        }
        return skipWhiteSpace(payload, colon + 1);
    }

    private static OptionalLong timeAt(byte[] payload, int from) {
        if (from >= payload.length || payload[from] != '"') {
            return OptionalLong.empty();
        }
        int end = closingQuote(payload, from + 1);
        if (end == payload.length) {
            return OptionalLong.empty();
        }
        String text = new String(payload, from + 1, end - from - 1, StandardCharsets.ISO_8859_1);
        return IsoTime.parse(text)
                .map(Instant::toEpochMilli)
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    private static int skipWhiteSpace(byte[] payload, int from) {
        int at = from;
        while (at < payload.length
                && (payload[at] == ' ' || payload[at] == '\n' || payload[at] == '\r' || payload[at] == '\t')) {
            at++;
        }
        return at;
    }

    /** Index of the quote that ends a string, or the length of the payload when none does. */
    private static int closingQuote(byte[] payload, int from) {
        int at = from;
        while (at < payload.length && payload[at] != '"') {
            at += payload[at] == '\\' ? 2 : 1;
        }
        return Math.min(at, payload.length);
    }
}
